import MedicareFees
import ProductivityModel

/// Reduces the second and later imaging services, therapy units and diagnostic tests of a session.
///
/// The services of an indicator are ranked for each part by itself: the professional and the technical component by their
/// amounts, therapy by practice expense. The first unit of the first is paid in full, every other unit at the policy's share.
/// A whole service (no modifier) has both components, whose amounts are those of its rows for 26 and TC; what the shares
/// take from them is taken from the whole. A reduced technical component is then held against its outpatient cap, and the
/// lower is paid.
///
/// - Source: CMS PFS Relative Value File record layout, "Multiple Procedure", indicators 4 to 7.
struct SessionReductions {
  static let capCitation =
    "Social Security Act section 1848(b)(4); CMS PFS Relative Value File record layout: OPPS payment cap"

  private let reductions: [PaymentReduction]
  private let terms: PaymentTerms

  init(_ reductions: [PaymentReduction], terms: PaymentTerms) {
    self.reductions = reductions
    self.terms = terms
  }

  /// Fills in what the session makes of the lines that the reductions concern.
  func apply(to progress: inout [ClaimLineInProgress], _ lines: [ClaimLine]) {
    var parts: [Int: [Portion]] = [:]
    for reduction in reductions {
      var amounts: [Int: Amounts] = [:]
      for index in progress.indices where progress[index].isPaid {
        if let amount = partAmounts(reduction, progress[index], lines[index]) { amounts[index] = amount }
      }
      let order = SessionOrder(lines)
      let policy = MultipleProcedurePolicy(
        shares: [1_000_000], beyond: reduction.share, rankBy: .totalRVU, dates: reduction.dates,
        citation: reduction.citation)
      var session = Session(
        lines: amounts.sorted { $0.key < $1.key }.map { index, amount in
          var terms = SessionTerms()
          terms.ranks = true
          terms.key = amount.key
          terms.value = progress[index].credit.work.millionths
          return order.line(index, terms, units: progress[index].units)
        })
      session.formProcedures()
      MultipleProcedures(policy).apply(to: &session)
      for line in session.lines {
        guard let amount = amounts[line.index] else { continue }
        parts[line.index, default: []].append(
          Portion(
            reduction: reduction, amounts: amount, full: line.place == 0 ? min(line.units, 10_000) : 0,
            units: line.units))
      }
    }
    for (index, portions) in parts { progress[index].session = session(portions, progress[index].payment) }
  }

  /// The amounts of a part of one unit.
  private struct Amounts {
    /// By which the part ranks.
    var key: Int64
    /// The part in cents.
    var full: Int64
    /// What the share leaves of it, in millionths of a cent.
    var reduced: Int64
    /// The part under the outpatient cap, in cents; nil where there is no cap.
    var cap: Int64?

    /// What a reduced unit loses of the part, in millionths of a cent.
    var loss: Int64 { full * 1_000_000 - min(reduced, (cap ?? full) * 1_000_000) }
  }

  private struct Portion {
    var reduction: PaymentReduction
    var amounts: Amounts
    /// The units paid in full, and all, in ten-thousandths.
    var full: Int64
    var units: Int64
  }

  private func partAmounts(_ reduction: PaymentReduction, _ progress: ClaimLineInProgress, _ line: ClaimLine)
    -> Amounts?
  {
    guard let index = progress.payment.row else { return nil }
    let row = terms.schedule.rows[index]
    guard row.multipleProcedure == reduction.indicator else { return nil }
    if reduction.indicator == .diagnosticImaging, let family = row.imagingFamily, family.description != "88" {
      return nil
    }
    if reduction.part == .practiceExpense { return practiceExpense(reduction, row, line.setting) }
    guard let part = component(reduction.part, of: row),
      let payment = Payment(part, in: line.setting, at: terms.factor, gpci: terms.gpci)
    else { return nil }
    let cents = payment.feeScheduleAmount.cents
    return Amounts(
      key: cents, full: cents, reduced: cents * reduction.share,
      cap: reduction.part == .technical ? payment.cappedAmount?.cents : nil)
  }

  /// The row that values a component of a row: the row itself, or that of 26 or TC beside a whole service.
  private func component(_ part: PaymentReduction.Part, of row: FeeRow) -> FeeRow? {
    let modifier: Modifier = part == .professional ? "26" : "TC"
    if row.component == modifier { return row }
    if row.component != nil { return nil }
    switch row.componentIndicator {
    case .diagnosticTest: return terms.schedule.row(row.code, modifier)
    case .technicalOnly: return part == .technical ? row : nil
    case .professionalOnly: return part == .professional ? row : nil
    default: return nil
    }
  }

  /// The whole amount, and the one with the share of its practice expense, each rounded to the cent as CMS publishes it.
  private func practiceExpense(_ reduction: PaymentReduction, _ row: FeeRow, _ setting: Setting) -> Amounts? {
    guard let payment = Payment(row, in: setting, at: terms.factor, gpci: terms.gpci) else { return nil }
    let expense = Int128(row.practiceExpense(setting).hundredths) * Int128(terms.gpci.practiceExpense)
    let rest =
      Int128(RVU(row.work).hundredths) * Int128(terms.gpci.work) + Int128(row.malpractice.hundredths)
      * Int128(terms.gpci.malpractice)
    // Hundredths x thousandths x millionths x ten-thousandths of a dollar, of which 10^13 make a cent.
    let dividend = (rest * 1_000_000 + expense * Int128(reduction.share)) * Int128(terms.factor.tenThousandths)
    let reduced = Factor.rounded(dividend, over: 10_000_000_000_000)
    return Amounts(
      key: Int64(expense), full: payment.feeScheduleAmount.cents, reduced: reduced * 1_000_000, cap: nil)
  }

  /// The amount of all units: the whole less what the reductions and the cap take of its parts.
  private func session(_ portions: [Portion], _ payment: LinePayment) -> ClaimLineInProgress.Session? {
    guard let whole = payment.feeScheduleAmount, let units = portions.first?.units else { return nil }
    var total = Int128(whole.cents) * 1_000_000 * Int128(units)
    var steps: [PaymentStep] = []
    var isCapped = false
    for portion in portions {
      let reducedUnits = portion.units - portion.full
      total -= Int128(portion.amounts.loss) * Int128(reducedUnits)
      if reducedUnits > 0 {
        steps.append(
          PaymentStep(
            factor: Factor(millionths: portion.reduction.share),
            reason: .reduction(portion.reduction.part, units: Units(tenThousandths: reducedUnits)),
            citation: portion.reduction.citation))
      }
      // In full, a unit is paid the lower of its own two amounts.
      let capLoss: Int64 =
        portion.reduction.part == .technical
        ? max(0, whole.cents - (payment.cappedAmount ?? whole).cents) * 1_000_000 : 0
      total -= Int128(capLoss) * Int128(portion.full)
      if capLoss > 0, portion.full > 0 { isCapped = true }
      if reducedUnits > 0, let cap = portion.amounts.cap, cap * 1_000_000 < portion.amounts.reduced { isCapped = true }
    }
    if isCapped { steps.append(PaymentStep(factor: .one, reason: .cap, citation: Self.capCitation)) }
    return ClaimLineInProgress.Session(total: total, steps: steps)
  }
}

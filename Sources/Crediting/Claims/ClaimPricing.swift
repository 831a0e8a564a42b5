import MedicareFees
import ProductivityModel

/// Prices the lines of one claim, clinician, patient and day together: pure functions of the lines, the policy and the terms.
///
/// It takes the steps of crediting (row, status, modifiers, ranking) without asking for work, since a technical component
/// is paid too; and it adds what only payments know: outpatient caps, the reductions of imaging, therapy and diagnostic
/// tests, and the charge. Factors multiply a fee schedule amount in whole cents, and each line is rounded once.
///
/// - Source: CMS PFS Relative Value File record layout; Pub. 100-04 chapter 12.
public struct ClaimPricing: Sendable {
  private let engine: CreditEngine
  private let terms: PaymentTerms

  /// Pricing under a policy, as it is in effect on the day, and terms.
  public init(_ policy: CreditPolicy, terms: PaymentTerms) {
    engine = CreditEngine(policy)
    self.terms = terms
  }

  /// The payments of lines that belong together, in their order.
  ///
  /// - Complexity: O(n log n) in the lines.
  public func payments(of lines: [ClaimLine]) -> [LinePayment] {
    var progress = lines.map(start)
    bundleInjections(&progress, lines)
    rankProcedures(&progress, lines)
    let reduction = SessionReductions(engine.policy.paymentReductions, terms: terms)
    reduction.apply(to: &progress, lines)
    return zip(progress, lines).map { finish($0, $1) }
  }

  // MARK: - A line by itself

  private func start(_ line: ClaimLine) -> ClaimLineInProgress {
    var progress = ClaimLineInProgress(charge: line.charge)
    guard let rows = terms.schedule.rows(for: line.code) else {
      progress.payment.reason = .codeNotInRelease
      return progress
    }
    if let base = rows.base, terms.schedule.rows[base].status == .anesthesia {
      startAnesthesia(&progress, line, base)
      return progress
    }
    let (credit, bilateralFactor) = engine.paymentLine(
      code: line.code, modifiers: line.modifiers, setting: line.setting, schedule: terms.schedule)
    progress.credit = credit
    progress.bilateralFactor = bilateralFactor
    progress.payment.row = credit.row
    progress.payment.flags = credit.flags
    guard let index = credit.row else {
      progress.payment.reason = .modifierNotInRelease
      return progress
    }
    let row = terms.schedule.rows[index]
    guard credit.fate == .credited,
      let amounts = Payment(row, in: line.setting, at: terms.factor, gpci: terms.gpci)
    else {
      progress.payment.reason = Self.reason(credit, row, line.setting)
      return progress
    }
    progress.units = credit.countsUnits ? line.units.tenThousandths : 10_000
    progress.payment.feeScheduleAmount = amounts.feeScheduleAmount
    progress.payment.cappedAmount = amounts.cappedAmount
    progress.payment.steps = credit.adjustments.map {
      PaymentStep(factor: $0.factor, reason: .adjustment($0.reason), citation: $0.citation)
    }
    progress.sharedUnits = progress.units * 1_000_000
    progress.isPaid = credit.factor != .zero
    if row.mayBeCapped {
      progress.payment.flags.append(
        .assumption("the release lacks the outpatient cap, under which less may be paid"))
    }
    return progress
  }

  private static func reason(_ credit: LineCredit, _ row: FeeRow, _ setting: Setting) -> NoPrice {
    if case .excludedByList = credit.cause { return .excludedByPolicy }
    if let absence = Payment.absence(of: row, in: setting) { return .absence(absence) }
    return row.status.map { credit.cause == .indicatorMissing ? .indicatorMissing : .absence(.status($0)) }
      ?? .absence(.statusNotKnown)
  }

  private static let directed: [Modifier] = ["QK", "QX", "QY"]

  private func startAnesthesia(_ progress: inout ClaimLineInProgress, _ line: ClaimLine, _ row: Int) {
    progress.payment.row = row
    guard let baseUnits = line.baseUnits else { return progress.payment.reason = .noBaseUnits }
    guard let minutes = line.minutes else { return progress.payment.reason = .noMinutes }
    let direction = line.modifiers.modifiers.first { Self.directed.contains($0) }
    guard !line.modifiers.contains("AD") else { return progress.payment.reason = .modifierNotInRelease }
    guard let factor = terms.anesthesiaFactor, let unit = terms.anesthesiaMinutes,
      let share = direction == nil ? 1_000_000 : terms.directedShare?.millionths,
      let whole = AnesthesiaPayment.amount(
        baseUnits: baseUnits, minutes: minutes, minutesOfUnit: unit.millionths, factor: factor),
      let allowed = AnesthesiaPayment.amount(
        baseUnits: baseUnits, minutes: minutes, minutesOfUnit: unit.millionths, factor: factor, share: share)
    else { return progress.payment.reason = .noAnesthesiaFactor }
    progress.payment.feeScheduleAmount = whole
    progress.payment.allowed = allowed
    progress.payment.steps = [
      PaymentStep(
        factor: .one, reason: .anesthesia(baseUnits: baseUnits, minutes: minutes), citation: unit.citation)
    ]
    if let direction, let rule = terms.directedShare {
      progress.payment.steps.append(
        PaymentStep(
          factor: Factor(millionths: rule.millionths), reason: .directed(direction), citation: rule.citation))
    }
  }

  // MARK: - Lines together

  /// A status T service is paid only where nothing else of the fee schedule is payable that day.
  private func bundleInjections(_ progress: inout [ClaimLineInProgress], _ lines: [ClaimLine]) {
    func status(_ line: ClaimLineInProgress) -> StatusCode? {
      line.payment.row.flatMap { terms.schedule.rows[$0].status }
    }
    let isOtherPaid = progress.contains {
      $0.payment.allowed != nil || $0.isPaid && (status($0) == .active || status($0) == .restricted)
    }
    guard isOtherPaid else { return }
    for index in progress.indices where progress[index].isPaid && status(progress[index]) == .injection {
      progress[index].isPaid = false
      progress[index].credit.rankKey = nil
      progress[index].payment.steps.append(
        PaymentStep(factor: .zero, reason: .bundled, citation: StatusAndExclusion.citation + " T"))
    }
  }

  private func rankProcedures(_ progress: inout [ClaimLineInProgress], _ lines: [ClaimLine]) {
    guard let rule = engine.multipleProcedures, let policy = engine.policy.multipleProcedures else { return }
    var entries: [MultipleProcedures.Entry] = []
    let order = SessionOrder(lines)
    for index in progress.indices {
      let line = progress[index]
      guard line.isPaid, line.credit.rankKey != nil, let amount = line.payment.feeScheduleAmount else { continue }
      entries.append(
        order.entry(
          index, key: line.bilateralFactor.scaled(amount.cents * 1_000), work: line.credit.work.millionths,
          role: line.credit.role, units: line.units))
    }
    rule.rank(&entries)
    var places: [RoleClass: Int] = [:]
    for entry in entries {
      places[entry.role] = max(places[entry.role] ?? 0, entry.firstPlace + Int((entry.units + 9_999) / 10_000))
    }
    for entry in entries {
      progress[entry.index].sharedUnits = entry.sharedUnits
      progress[entry.index].payment.steps.append(
        PaymentStep(
          factor: Factor(entry.sharedUnits / 1_000_000, over: entry.units),
          reason: .adjustment(.places(first: entry.firstPlace + 1, count: places[entry.role] ?? 1)),
          citation: policy.citation))
      if rule.isBeyondShares(entry) {
        progress[entry.index].payment.flags.append(
          .assumption("the sixth and later procedures of a session are priced by report: 50 percent is an estimate"))
      }
    }
  }

  // MARK: - The amount of a line

  private func finish(_ progress: ClaimLineInProgress, _ line: ClaimLine) -> LinePayment {
    var payment = progress.payment
    guard payment.reason == nil, payment.allowed == nil, let amount = payment.feeScheduleAmount else { return payment }
    guard progress.isPaid else {
      payment.allowed = .zero
      return payment
    }
    let perUnit: Int128
    if let session = progress.session {
      perUnit = session.total
      payment.steps += session.steps
    } else {
      let capped = min(amount, payment.cappedAmount ?? amount)
      perUnit = Int128(capped.cents) * Int128(progress.sharedUnits)
      if capped < amount {
        payment.steps.append(
          PaymentStep(
            factor: Factor(capped.cents, over: amount.cents), reason: .cap, citation: SessionReductions.capCitation))
      }
    }
    if progress.units != 10_000 {
      payment.steps.append(
        PaymentStep(
          factor: Factor(progress.units, over: 10_000),
          reason: .adjustment(.units(Units(tenThousandths: progress.units))), citation: ""))
    }
    let factor = progress.credit.factor
    payment.allowed = Money(
      cents: Factor.rounded(
        perUnit * Int128(factor.numerator), over: Int128(factor.denominator) * 10_000_000_000))
    return payment
  }
}

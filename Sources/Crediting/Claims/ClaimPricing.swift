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
    settleSession(&progress, lines)
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
        .assumption("the release lacks the outpatient cap, under which less may be paid", key: ""))
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

  /// What the lines make of each other by the same rules as crediting, of fee schedule amounts in place of work.
  private func settleSession(_ progress: inout [ClaimLineInProgress], _ lines: [ClaimLine]) {
    let order = SessionOrder(lines)
    var session: [SessionLine] = []
    for index in progress.indices {
      if progress[index].payment.allowed != nil {
        // Anesthesia, which no other line changes.
        var terms = SessionTerms()
        terms.includesOthers = true
        session.append(order.line(index, terms, units: 10_000))
      } else if progress[index].isPaid, let amount = progress[index].payment.feeScheduleAmount {
        session.append(
          order.line(index, terms(progress[index], amount, lines[index].setting), units: progress[index].units))
      }
    }
    engine.session.settle(&session)
    for line in session where !line.isUnchanged { settle(line, &progress[line.index]) }
  }

  /// The terms of a line by its amount in cents.
  private func terms(_ line: ClaimLineInProgress, _ amount: Money, _ setting: Setting) -> SessionTerms {
    var terms = line.credit.session
    func key(_ amount: Money) -> Int64 { line.bilateralFactor.scaled(amount.cents * 1_000) }
    terms.value = amount.cents
    terms.key = key(amount)
    guard terms.family != 0, let index = line.payment.row,
      let base = self.terms.schedule.rows[index].endoscopicBase.flatMap({ self.terms.schedule.row($0) })
    else { return terms }
    guard let payment = Payment(base, in: setting, at: self.terms.factor, gpci: self.terms.gpci) else {
      terms.family = 0
      return terms
    }
    terms.baseValue = payment.feeScheduleAmount.cents
    terms.baseKey = key(payment.feeScheduleAmount)
    return terms
  }

  private func settle(_ line: SessionLine, _ progress: inout ClaimLineInProgress) {
    guard !line.isBundled else {
      progress.isPaid = false
      let citation = engine.policy.bundledServices.first?.citation ?? ""
      progress.payment.steps.append(PaymentStep(factor: .zero, reason: .adjustment(.bundled), citation: citation))
      return
    }
    progress.units = line.units
    progress.sharedUnits = line.sharedUnits
    progress.credit.factor = progress.credit.factor * line.factor
    progress.isPaid = progress.credit.factor != .zero
    for step in SessionTrail.steps(line, engine.policy) {
      progress.payment.steps.append(
        PaymentStep(factor: step.factor, reason: .adjustment(step.reason), citation: step.citation))
    }
    if line.isBeyondShares {
      progress.payment.flags.append(
        .assumption(
          "the sixth and later procedures of a session are priced by report: 50 percent is an estimate",
          key: "multipleProcedures: beyond"))
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

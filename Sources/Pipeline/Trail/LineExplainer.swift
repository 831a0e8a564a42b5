import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// Rebuilds the trail of a line from what crediting made of it: the same rows and rules, so nothing need be carried along.
struct LineExplainer: Sendable {
  private let slots: DaySlots
  private let dictionaries: RunDictionaries
  /// The names of the files, by their numbers.
  let fileNames: [String]

  init(slots: DaySlots, dictionaries: RunDictionaries, fileNames: [String]) {
    self.slots = slots
    self.dictionaries = dictionaries
    self.fileNames = fileNames
  }

  /// What led to a line's credits.
  func explanation(
    of line: ServiceLine, _ outcome: LineOutcome, _ sessions: [SessionLine], _ cache: borrowing CreditCache
  ) -> LineExplanation {
    var result = LineExplanation(
      position: SourcePosition(file: fileNames[Int(line.file)], line: Int(line.line)),
      clinicianID: clinicianID(line.clinician),
      serviceDate: CalendarDate(daysSinceEpoch: line.serviceDay), code: codeText(line.code),
      modifiers: dictionaries.modifierLists[Int(line.modifiers)], units: Units(tenThousandths: line.units),
      fate: outcome.fate)
    guard outcome.combination >= 0 else { return result }
    let number = Int(outcome.combination)
    let slot = slots.slots[cache.combination(number).slot]
    result.pay = ledger(
      slot.pay, cache.payCredit(number), line, outcome, outcome.pay,
      outcome.paySession < 0 ? nil : sessions[Int(outcome.paySession)])
    result.benchmark = ledger(
      slot.benchmark, cache.benchmarkCredit(number), line, outcome, outcome.benchmark,
      outcome.benchmarkSession < 0 ? nil : sessions[Int(outcome.benchmarkSession)])
    if outcome.isSettled, cache.entry(number).pay.isAnesthesia, outcome.fate == .zeroValued {
      result.asaUnits = ASAUnits(tenThousandths: outcome.asaUnits)
      result.pay?.cause = nil
    }
    return result
  }

  /// The id of a clinician, as logs or the roster have it.
  func clinicianID(_ number: Int32) -> String { dictionaries.clinicians.text(Int(number)) }

  private func codeText(_ code: Int32) -> String {
    let text = dictionaries.codes.text(Int(code))
    return dictionaries.procedureCodes[Int(code)]?.hasPublishedForm == true ? text : UnlistedText.kind(text)
  }

  private func ledger(
    _ ledger: DaySlots.Ledger, _ credit: LineCredit, _ line: ServiceLine, _ outcome: LineOutcome, _ amount: Int64,
    _ session: SessionLine?
  ) -> LedgerExplanation {
    let policy = slots.engines[ledger.engine].policy
    let isCredited = outcome.isSettled && credit.fate == .credited && session?.isBundled != true
    var result = LedgerExplanation(
      policy: policy.name, release: ledger.schedule.map { slots.schedules[$0].info.release },
      work: credit.row == nil ? nil : credit.work, factor: isCredited ? multiplier(credit, session, line) : .zero,
      credit: WorkRVU(millionths: amount), steps: outcome.isSettled ? steps(credit, session, line, policy) : [],
      cause: session?.isBundled == true ? .bundled : credit.cause, flags: credit.flags,
      parts: outcome.isSettled ? parts(credit, amount, line, policy) : [])
    if let session, session.place >= 0 {
      result.place = Int(session.place) + 1
      result.role = session.terms.role
      result.rankedBy = WorkRVU(millionths: session.rankedBy)
    }
    return result
  }

  /// Everything that a row's value is multiplied by: the line's own factors, the session's, units and sign.
  func multiplier(_ credit: LineCredit, _ session: SessionLine?, _ line: ServiceLine) -> Factor {
    let sign: Int64 = line.units < 0 ? -1 : 1
    if let session {
      if session.isBundled { return .zero }
      return credit.factor * session.factor * Factor(sign * session.sharedUnits, over: 10_000_000_000)
    }
    return credit.factor * Factor(sign * abs(credit.countsUnits ? line.units : 10_000), over: 10_000)
  }

  /// The steps of one ledger in the order of the rules.
  private func steps(
    _ credit: LineCredit, _ session: SessionLine?, _ line: ServiceLine, _ policy: CreditPolicy
  ) -> [Adjustment] {
    var steps = credit.adjustments
    if let session { steps += SessionTrail.steps(session, policy) }
    guard credit.fate == .credited, session?.isBundled != true else { return steps }
    let counted = session?.units ?? (credit.countsUnits ? abs(line.units) : 10_000)
    if !credit.countsUnits, let modifier = bilateralModifier(credit) {
      steps.append(Adjustment(rule: .units, factor: .one, reason: .unitsInModifier(modifier), citation: ""))
    } else if abs(line.units) != 10_000, session?.pair != .bothUnits {
      steps.append(
        Adjustment(
          rule: .units, factor: Factor(counted, over: 10_000), reason: .units(Units(tenThousandths: counted)),
          citation: ""))
    }
    if line.units < 0 {
      steps.append(Adjustment(rule: .sign, factor: Factor(-1, over: 1), reason: .reversed, citation: ""))
    }
    return steps.enumerated().sorted { ($0.element.rule.order, $0.offset) < ($1.element.rule.order, $1.offset) }.map(
      \.element)
  }

  private func bilateralModifier(_ credit: LineCredit) -> Modifier? {
    for step in credit.adjustments where step.rule == .bilateralSurgery {
      if case .modifier(let modifier, slot: .bilateral, _) = step.reason { return modifier }
      if case .sidesOnOneLine = step.reason { return "50" }
    }
    return nil
  }

  private func parts(
    _ credit: LineCredit, _ amount: Int64, _ line: ServiceLine, _ policy: CreditPolicy
  ) -> [LedgerExplanation.Part] {
    guard let row = credit.attribution, amount != 0 else { return [] }
    let detail = dictionaries.details[Int(line.detail)]
    return AttributionParts.parts(of: amount, by: policy.attribution[row], rendering: line.clinician, detail).map {
      LedgerExplanation.Part(
        clinicianID: clinicianID($0.clinician), party: $0.party,
        credit: WorkRVU(millionths: $0.credit))
    }
  }
}

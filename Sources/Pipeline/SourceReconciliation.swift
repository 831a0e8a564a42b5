import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// Compares the source's own RVUs with the pay ledger's, and finds for each difference what would explain it.
struct SourceReconciliation {
  private struct Subject: Hashable {
    var cause: Reconciliation.Cause
    var detail: String
  }

  private struct Question: Hashable {
    var combination: Int32
    var units: Int64
    var source: Int64
    var credit: Int64
  }

  private struct Sums {
    var tally = CombinationTally()
    var source: Int64 = 0
    var credited: Int64 = 0
  }

  private let others: OtherCredits
  private let codes: [ProcedureCode?]
  private var sums: [Subject: Sums] = [:]
  private var answers: [Question: Subject] = [:]
  private var linesWithout = 0
  /// What the source gives all lines, without signs, in millionths.
  private(set) var magnitude = Int128(0)

  /// - Throws: `InputFailure` where a release or built-in policy on board cannot be used.
  init(_ inputs: RunInputs, _ dictionaries: RunDictionaries) throws(InputFailure) {
    others = try OtherCredits(inputs, dictionaries)
    codes = dictionaries.procedureCodes
  }

  /// Notes a line with what it is credited with.
  mutating func add(
    _ line: ServiceLine, _ source: Int64?, _ outcome: LineOutcome, _ slots: DaySlots, _ cache: borrowing CreditCache
  ) {
    guard let source else {
      if outcome.fate == .credited { linesWithout += 1 }
      return
    }
    let question = Question(
      combination: outcome.combination, units: line.units, source: source, credit: outcome.pay)
    let subject = answers[question] ?? answer(question, outcome, slots, cache)
    answers[question] = subject
    var own = sums[subject] ?? Sums()
    own.tally.add(line)
    own.source &+= source
    magnitude += Int128(source.magnitude)
    own.credited += outcome.pay
    sums[subject] = own
  }

  /// The result; examples are named by where they stand.
  func result(position: (UInt64) -> SourcePosition) -> Reconciliation {
    let order = Reconciliation.Cause.allCases
    let rows = sums.map { subject, sums in
      Reconciliation.Row(
        cause: subject.cause, detail: subject.detail, lines: sums.tally.lines,
        source: WorkRVU(millionths: sums.source), credited: WorkRVU(millionths: sums.credited),
        examples: sums.tally.examples.map(position))
    }
    return Reconciliation(
      rows: rows.sorted { a, b in
        let (first, second) = (order.firstIndex(of: a.cause) ?? 0, order.firstIndex(of: b.cause) ?? 0)
        return (first, -a.lines, a.detail) < (second, -b.lines, b.detail)
      }, linesWithout: linesWithout)
  }

  // MARK: Causes

  private func answer(
    _ question: Question, _ outcome: LineOutcome, _ slots: DaySlots, _ cache: borrowing CreditCache
  ) -> Subject {
    let source = StatedWork(millionths: question.source)
    func isSource(_ value: Int64) -> Bool { source.isAbout(value) }
    if isSource(question.credit) { return Subject(cause: .agrees, detail: "") }
    let number = Int(question.combination)
    let credit = cache.payCredit(number)
    let combination = cache.combination(number)
    let ledger = slots.slots[combination.slot].pay
    guard let code = codes[Int(combination.code)] else { return Subject(cause: .unknown, detail: "") }
    let component = credit.row.flatMap { row in ledger.schedule.map { slots.schedules[$0].rows[row].component } } ?? nil
    let releases = others.releases(number, units: question.units, pay: question.credit, slots, cache)
    if let release = releases.first(where: { isSource($0.millionths) }) {
      return Subject(cause: .vintage, detail: release.name)
    }
    switch source.unitsReading(of: Units(tenThousandths: question.units), credit: question.credit) {
    case .oneUnit: return Subject(cause: .units, detail: "the source gives one unit")
    case .multiplied: return Subject(cause: .units, detail: "the source multiplies by the units")
    case nil: break
    }
    if let detail = policy(question, outcome, slots, cache, isSource) {
      return Subject(cause: .modifier, detail: detail)
    }
    return row(question, code, component, ledger, slots, isSource) ?? Subject(cause: .unknown, detail: "")
  }

  /// The policy by which the source's figure comes out.
  private func policy(
    _ question: Question, _ outcome: LineOutcome, _ slots: DaySlots, _ cache: borrowing CreditCache,
    _ isSource: (Int64) -> Bool
  ) -> String? {
    if isSource(outcome.unadjusted) { return "unadjusted" }
    if isSource(outcome.benchmark) { return "as in the benchmark ledger" }
    for worth in others.policies(Int(question.combination), units: question.units, slots, cache) {
      if isSource(worth.millionths) { return worth.name }
      // Half of it, as a second procedure has by the bill's own 51.
      if worth.name == "unadjusted", isSource(worth.millionths / 2) { return "half, as a further procedure" }
    }
    return nil
  }

  private func row(
    _ question: Question, _ code: ProcedureCode, _ component: Modifier?, _ ledger: DaySlots.Ledger, _ slots: DaySlots,
    _ isSource: (Int64) -> Bool
  ) -> Subject? {
    guard let schedule = ledger.schedule.map({ slots.schedules[$0] }) else { return nil }
    for other in [nil, "26", "TC", "53"] as [Modifier?] where other != component {
      guard let row = schedule.row(code, other) else { continue }
      if isSource(Factor(question.units, over: 10_000).scaled(row.work.millionths)) {
        return Subject(cause: .row, detail: other.map { "the row for \($0)" } ?? "the base row")
      }
    }
    return nil
  }
}

import Crediting
import Ingest
import ProductivityModel
import Publishing
import Rendering
import Reporting
import Tabular

/// Writes every line's credit and the steps that led to it: `credits.csv` and `adjustments.csv`.
///
/// Lines come by clinician as partitions are credited and leave by clinician id, then file and line, so the files are the
/// same for any number of partitions. What waits for its turn is in a temporary file.
struct LineTrail: ~Copyable {
  static let creditColumns = [
    "file", "line", "clinician_id", "service_date", "code", "modifiers", "units", "fate", "release", "work_rvu",
    "pay_factor", "pay_credit", "benchmark_release", "benchmark_work_rvu", "benchmark_factor", "benchmark_credit",
  ]
  static let adjustmentColumns = ["file", "line", "ledger", "order", "rule", "factor", "reason", "citation"]

  private let slots: DaySlots
  private let dictionaries: RunDictionaries
  private let fileNames: [String]
  private var file: TemporaryFile
  private var parts: [(clinician: Int32, credits: Range<Int>, adjustments: Range<Int>)] = []

  init(slots: DaySlots, dictionaries: RunDictionaries, fileNames: [String]) throws(OutputFailure) {
    file = try TemporaryFile()
    self.slots = slots
    self.dictionaries = dictionaries
    self.fileNames = fileNames
  }

  /// The rows of one clinician, made while its lines are credited.
  struct Rows {
    fileprivate var rows: [(key: UInt64, credit: [String], adjustments: [[String]])] = []
  }

  /// Adds a line to its clinician's rows.
  func add(
    _ line: ServiceLine, _ outcome: PartitionCrediting.LineOutcome, _ cache: borrowing CreditCache, to rows: inout Rows
  ) {
    let file = FormulaGuard.harmless(fileNames[Int(line.file)])
    let units = Units(tenThousandths: line.units)
    var credit = [
      file, String(line.line), FormulaGuard.harmless(dictionaries.clinicians.text(Int(line.clinician))),
      CalendarDate(daysSinceEpoch: line.serviceDay).description, codeText(line.code),
      dictionaries.modifierLists[Int(line.modifiers)].description, units.description, outcome.fate.name,
    ]
    guard outcome.combination >= 0 else {
      credit += [String](repeating: "", count: Self.creditColumns.count - credit.count)
      rows.rows.append((line.recordKey, credit, []))
      return
    }
    let number = Int(outcome.combination)
    let slot = slots.slots[cache.combinations[number].slot]
    var steps: [[String]] = []
    let isCounted = outcome.fate != .voided && outcome.fate != .held
    for isBenchmark in [false, true] {
      let ledger = isBenchmark ? slot.benchmark : slot.pay
      let lineCredit = isBenchmark ? cache.benchmarkCredits[number] : cache.payCredits[number]
      let shared = isBenchmark ? outcome.benchmarkUnits : outcome.payUnits
      let isCredited = isCounted && lineCredit.fate == .credited
      let factor = isCredited ? lineCredit.factor * Factor(shared, over: 10_000_000_000) : .zero
      credit.append(ledger.schedule.map { slots.schedules[$0].info.release } ?? "")
      credit.append(lineCredit.row == nil ? "" : lineCredit.work.description)
      credit.append(factor.description)
      credit.append(WorkRVU(millionths: isBenchmark ? outcome.benchmark : outcome.pay).description)
      guard isCounted else { continue }
      steps += adjustments(lineCredit, isBenchmark, outcome, line, ledger).map { step in
        [
          file, String(line.line), isBenchmark ? "benchmark" : "pay", String(step.rule.order), step.rule.rawValue,
          step.factor.description, AdjustmentWording.reason(step.reason), step.citation,
        ]
      }
    }
    rows.rows.append((line.recordKey, credit, steps))
  }

  private func codeText(_ code: Int32) -> String {
    let text = dictionaries.codes.text(Int(code))
    return dictionaries.procedureCodes[Int(code)]?.hasPublishedForm == true ? text : UnlistedText.kind(text)
  }

  /// The steps of one ledger in the order of the rules.
  private func adjustments(
    _ credit: LineCredit, _ isBenchmark: Bool, _ outcome: PartitionCrediting.LineOutcome, _ line: ServiceLine,
    _ ledger: DaySlots.Ledger
  ) -> [Adjustment] {
    var steps = credit.adjustments
    guard credit.fate == .credited else { return steps }
    let place = Int(isBenchmark ? outcome.benchmarkPlace : outcome.payPlace)
    let places = Int(isBenchmark ? outcome.benchmarkPlaces : outcome.payPlaces)
    let shared = isBenchmark ? outcome.benchmarkUnits : outcome.payUnits
    let counted = credit.countsUnits ? abs(line.units) : 10_000
    if place > 0, let rule = slots.engines[ledger.engine].policy.multipleProcedures {
      steps.append(
        Adjustment(
          rule: .multipleProcedures, factor: Factor(abs(shared), over: counted * 1_000_000),
          reason: .places(first: place, count: places), citation: rule.citation))
    }
    if !credit.countsUnits, let modifier = bilateralModifier(credit) {
      steps.append(Adjustment(rule: .units, factor: .one, reason: .unitsInModifier(modifier), citation: ""))
    } else if abs(line.units) != 10_000 {
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
    for step in credit.adjustments {
      if case .modifier(let modifier, slot: .bilateral, _) = step.reason { return modifier }
    }
    return nil
  }

  /// Ends a clinician's rows.
  ///
  /// - Throws: `OutputFailure` where the temporary file cannot be written.
  mutating func end(_ clinician: Int32, _ rows: Rows) throws(OutputFailure) {
    var credits = DelimitedWriter()
    var adjustments = DelimitedWriter()
    for row in rows.rows.sorted(by: { $0.key < $1.key }) {
      credits.record(row.credit)
      for step in row.adjustments { adjustments.record(step) }
    }
    parts.append((clinician, try keep(credits.drain()), try keep(adjustments.drain())))
  }

  private mutating func keep(_ bytes: [UInt8]) throws(OutputFailure) -> Range<Int> {
    let start = file.size
    var failure: OutputFailure?
    bytes.withUnsafeBytes { raw in
      do throws(OutputFailure) { try file.append(raw) } catch { failure = error }
    }
    if let failure { throw failure }
    return start..<file.size
  }

  private func kept(_ range: Range<Int>) throws(OutputFailure) -> [UInt8] {
    var failure: OutputFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      do throws(OutputFailure) {
        try file.read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
        count = range.count
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes both files, by clinician id.
  ///
  /// - Throws: `OutputFailure` where they cannot be written.
  func write(to output: StagedOutput) throws(OutputFailure) -> [String] {
    let names = parts.map { dictionaries.clinicians.text(Int($0.clinician)) }
    let order = parts.indices.sorted { names[$0] < names[$1] }
    let credits = try output.open("data/credits.csv")
    let adjustments = try output.open("data/adjustments.csv")
    var header = DelimitedWriter()
    header.record(Self.creditColumns)
    try credits.append(header.drain())
    header.record(Self.adjustmentColumns)
    try adjustments.append(header.drain())
    for index in order {
      try credits.append(kept(parts[index].credits))
      try adjustments.append(kept(parts[index].adjustments))
    }
    try credits.close()
    try adjustments.close()
    return ["data/adjustments.csv", "data/credits.csv"]
  }
}

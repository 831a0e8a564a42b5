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
    "asa_units",
  ]
  static let adjustmentColumns = ["file", "line", "ledger", "order", "rule", "factor", "reason", "citation"]

  private let explainer: LineExplainer
  private let clinicians: WrittenTexts
  private var file: TemporaryFile
  private var parts: [(clinician: Int32, credits: Range<Int>, adjustments: Range<Int>)] = []

  init(_ explainer: LineExplainer, _ dictionaries: RunDictionaries) throws(OutputFailure) {
    file = try TemporaryFile()
    self.explainer = explainer
    clinicians = dictionaries.clinicians
  }

  /// The rows of one clinician, made while its lines are credited.
  struct Rows {
    fileprivate var rows: [(key: UInt64, credit: [String], adjustments: [[String]])] = []
  }

  /// Adds a line to its clinician's rows.
  func add(
    _ line: ServiceLine, _ outcome: LineOutcome, _ sessions: [SessionLine], _ cache: borrowing CreditCache,
    to rows: inout Rows
  ) {
    let it = explainer.explanation(of: line, outcome, sessions, cache)
    let file = FormulaGuard.harmless(it.position.file)
    var credit = [
      file, String(line.line), FormulaGuard.harmless(it.clinicianID), it.serviceDate.description, it.code,
      it.modifiers.description, it.units.description, it.fate.name,
    ]
    guard let pay = it.pay, let benchmark = it.benchmark else {
      credit += [String](repeating: "", count: Self.creditColumns.count - credit.count)
      rows.rows.append((line.recordKey, credit, []))
      return
    }
    for ledger in [pay, benchmark] {
      credit += [
        ledger.release ?? "", ledger.work?.description ?? "", ledger.factor.description, ledger.credit.description,
      ]
    }
    credit.append(it.asaUnits?.description ?? "")
    let steps = [("pay", pay), ("benchmark", benchmark)].flatMap { name, ledger in
      ledger.steps.map { step in
        [
          file, String(line.line), name, String(step.rule.order), step.rule.rawValue, step.factor.description,
          AdjustmentWording.reason(step.reason), step.citation,
        ]
      }
    }
    rows.rows.append((line.recordKey, credit, steps))
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
    let names = parts.map { clinicians.text(Int($0.clinician)) }
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

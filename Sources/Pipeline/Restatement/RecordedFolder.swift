import Ingest
import ProductivityModel
import Reporting

/// Reads what a run recorded of itself from its output folder.
public enum RecordedFolder {
  /// The data files that it reads; the last is only there where the job has plans.
  public static let files = [
    "data/credits.csv", "data/months.csv", "data/clinicians.csv", "data/placements.csv", statements,
  ]
  /// The data file of what plans pay.
  public static let statements = "data/statements.csv"

  /// The run of a folder.
  ///
  /// - Throws: `InputFailure` where the folder is not a run's, was changed since, or lacks what a restatement needs.
  public static func read(_ folder: String) throws(InputFailure) -> RecordedRun {
    do {
      return try InputPlace.ofOwnFiles { try readOwn(folder) }
    } catch {
      throw (error as? InputFailure) ?? InputFailure(folder, "cannot be read")
    }
  }

  private static func readOwn(_ folder: String) throws(InputFailure) -> RecordedRun {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let manifest = try RecordedManifest.read(folder)
    guard let period = manifest.period else {
      throw InputFailure("\(folder)/manifest.json", "gives no period", hint: "take the folder as the run left it")
    }
    var run = RecordedRun(
      practice: manifest.practice, period: period, payPolicy: manifest.pay_policy,
      benchmarkPolicy: manifest.benchmark_policy, releases: manifest.releases, inputs: manifest.inputFiles)
    run.files = run.inputs.filter { ["log", "closed log"].contains($0.role) }.map {
      RecordedRun.File(name: $0.name, sha256: $0.sha256)
    }
    guard let credits = manifest.table("data/credits.csv", in: folder) else {
      throw InputFailure(
        "\(folder)/manifest.json", "the run kept no line's credit, so it cannot be said what changed",
        hint: "set credits: true in the job before the run that is to be compared with later")
    }
    try readCredits(credits, &run)
    func table(_ name: String) throws(InputFailure) -> RecordedTable {
      guard let table = manifest.table(name, in: folder) else {
        throw InputFailure(
          "\(folder)/manifest.json", "the run wrote no \(name), with which sums are compared",
          hint: "have csv among the job's formats in the run that is to be compared with later")
      }
      return table
    }
    try readMonths(table("data/months.csv"), &run)
    try readRoles(table("data/clinicians.csv"), &run)
    try readBases(table("data/placements.csv"), &run)
    if let table = manifest.table(statements, in: folder) { run.pay = try RecordedPay(table).sums }
    return run
  }

  private static func readCredits(_ table: RecordedTable, _ run: inout RecordedRun) throws(InputFailure) {
    var files = Dictionary(run.files.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    var names = run.files
    var lines: [RecordedLine] = []
    var releases: Set<String> = []
    let period = run.period
    let fates = Dictionary(Fate.allCases.map { ($0.name, $0) }) { first, _ in first }
    try table.read([
      "file", "line", "clinician_id", "service_date", "code", "modifiers", "units", "fate", "release", "work_rvu",
      "pay_factor", "pay_credit", "benchmark_release", "benchmark_work_rvu", "benchmark_factor", "benchmark_credit",
    ]) { record throws(InputFailure) in
      guard let number = Int(record.cells[1]), let units = try record.number(6, scale: 4),
        let fate = fates[record.cells[7]]
      else { throw record.failure }
      let date = try record.day(3)
      // On a day of the period only closings leave a record out: it is a copy of one that counts elsewhere, or came after.
      if fate == .outOfPeriod, period.contains(date) { return }
      let name = record.cells[0]
      if files[name] == nil {
        files[name] = names.count
        names.append(RecordedRun.File(name: name, sha256: ""))
      }
      var line = RecordedLine(
        file: files[name] ?? 0, line: number,
        identity: RecordedLine.Identity(
          clinician: record.cells[2], date: date, code: record.cells[4], modifiers: record.cells[5],
          units: Units(tenThousandths: units)), fate: fate)
      line.pay = try ledger(record, from: 8)
      line.benchmark = try ledger(record, from: 12)
      releases.insert(line.pay.release)
      releases.insert(line.benchmark.release)
      lines.append(line)
    }
    run.files = names
    // The manifest has every release that was read, those that valued nothing too.
    run.releases = releases.subtracting([""]).sorted()
    run.lines = lines
  }

  private static func ledger(
    _ record: RecordedTable.Record, from column: Int
  ) throws(InputFailure) -> RecordedLine.Ledger {
    var ledger = RecordedLine.Ledger()
    ledger.release = record.cells[column]
    ledger.work = try record.work(column + 1)
    ledger.factor = record.cells[column + 2]
    ledger.credit = try record.work(column + 3) ?? .zero
    return ledger
  }

  private static func readMonths(_ table: RecordedTable, _ run: inout RecordedRun) throws(InputFailure) {
    var months: [RecordedRun.Month] = []
    try table.read(["month", "clinician_id", "specialty", "work_rvu_pay", "work_rvu_benchmark"]) {
      record throws(InputFailure) in
      guard let day = CalendarDate(iso: record.cells[0] + "-01"), let pay = try record.work(3),
        let benchmark = try record.work(4)
      else { throw record.failure }
      months.append(
        RecordedRun.Month(
          month: YearMonth(containing: day), clinician: record.cells[1], specialty: record.cells[2],
          work: LedgerPair(pay: pay, benchmark: benchmark)))
    }
    run.months = months
  }

  private static func readRoles(_ table: RecordedTable, _ run: inout RecordedRun) throws(InputFailure) {
    var roles: [RecordedRun.Role] = []
    try table.read([
      "clinician_id", "name", "specialty", "clinical_fte", "days_counted", "annualized_work_rvu_per_fte", "percentile",
      "survey", "survey_year", "survey_n", "peer_rank", "peer_count",
    ]) { record throws(InputFailure) in
      let cells = record.cells
      var role =
        RecordedRun.Role(
          clinician: cells[0], name: cells[1], specialty: cells[2], clinicalFTE: cells[3], days: cells[4],
          annualized: try record.work(5), percentile: cells[6],
          survey: cells[7].isEmpty
            ? "" : "\(cells[7]), \(cells[8])" + (cells[9].isEmpty ? "" : ", n = \(cells[9])"))
      role.rank = cells[10].isEmpty ? "" : "\(cells[10]) of \(cells[11])"
      roles.append(role)
    }
    run.roles = roles
  }

  private static func readBases(_ table: RecordedTable, _ run: inout RecordedRun) throws(InputFailure) {
    var bases: [[String]: String] = [:]
    try table.read(["clinician_id", "specialty", "metric", "basis"]) { record throws(InputFailure) in
      if record.cells[2] == "work_rvu" { bases[[record.cells[0], record.cells[1]]] = record.cells[3] }
    }
    for index in run.roles.indices {
      run.roles[index].basis = bases[[run.roles[index].clinician, run.roles[index].specialty]] ?? ""
    }
  }
}

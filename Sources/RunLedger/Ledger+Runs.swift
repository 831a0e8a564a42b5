internal import GRDB
import ProductivityModel

extension Ledger {
  /// Every run, the first one first.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func runs() throws(LedgerFailure) -> [LedgerRun] {
    try read { database in try Row.fetchAll(database, sql: Self.list + " ORDER BY run").map(Self.run) }
  }

  /// A run by its number; nil where there is none.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func run(_ number: Int64) throws(LedgerFailure) -> LedgerRun? {
    try read { database in
      try Row.fetchOne(database, sql: Self.list + " WHERE run = ?", arguments: [number]).map(Self.run)
    }
  }

  /// The SHA-256 of each published run's manifest, by the run's number.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func publishedManifests() throws(LedgerFailure) -> [Int64: String] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT run, manifest_sha256 FROM runs WHERE state = 'published'")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["run"] as Int64, $0["manifest_sha256"] as String) })
    }
  }

  /// The inputs of a run, in their order.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func inputs(of run: Int64) throws(LedgerFailure) -> [LedgerEntry.Input] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT role, path, size, sha256 FROM inputs WHERE run = ? ORDER BY position", arguments: [run]
      ).map { LedgerEntry.Input(role: $0["role"], path: $0["path"], size: $0["size"], sha256: $0["sha256"]) }
    }
  }

  /// What became of the records of a run, over all logs.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func fates(of run: Int64) throws(LedgerFailure) -> [Fate: Int] {
    try read { database in
      let sums = Fate.allCases.map { "coalesce(sum(\($0.name)), 0) AS \($0.name)" }.joined(separator: ", ")
      let row = try Row.fetchOne(
        database, sql: "SELECT \(sums) FROM control_totals WHERE run = ?", arguments: [run])
      return Dictionary(uniqueKeysWithValues: Fate.allCases.map { ($0, row?[$0.name] ?? 0) })
    }
  }

  /// How many findings of each severity and problem a run has, the gravest first.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func findings(of run: Int64) throws(LedgerFailure) -> [(severity: Severity, problem: String, times: Int)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT severity, problem, sum(times) AS times FROM findings WHERE run = ? GROUP BY severity, problem",
        arguments: [run]
      ).map { row in
        (Severity(rawValue: row["severity"]) ?? .note, row["problem"] as String, row["times"] as Int)
      }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
    }
  }

  /// Where the clinicians of a run stand, by specialty, name and id.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func standings(of run: Int64) throws(LedgerFailure) -> [LedgerStanding] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT standings.*, coalesce(sum(work_pay_millionths), 0) AS work_pay, coalesce(sum(work_benchmark_millionths), 0) AS work_benchmark
          FROM standings LEFT JOIN results USING (run, clinician_id, specialty) WHERE run = ?
          GROUP BY clinician_id, specialty ORDER BY specialty, name, clinician_id
          """, arguments: [run]
      ).map(LedgerStanding.init)
    }
  }

  /// What is said of a run that is not in the ledger.
  func hasNo(run: Int64) -> LedgerFailure {
    LedgerFailure(path, "has no run \(run)", hint: "rvubench ledger runs --ledger \(path) lists them")
  }

  private static let list = """
    SELECT runs.*,
      (SELECT count(*) FROM inputs WHERE inputs.run = runs.run) AS input_count,
      (SELECT coalesce(sum(records), 0) FROM control_totals WHERE control_totals.run = runs.run) AS records,
      (SELECT coalesce(sum(rejected), 0) FROM control_totals WHERE control_totals.run = runs.run) AS rejected,
      (SELECT count(DISTINCT clinician_id) FROM standings WHERE standings.run = runs.run) AS clinicians,
      (SELECT coalesce(sum(work_pay_millionths), 0) FROM results WHERE results.run = runs.run) AS work_pay,
      (SELECT coalesce(sum(work_benchmark_millionths), 0) FROM results WHERE results.run = runs.run) AS work_benchmark
    FROM runs
    """

  private static func run(_ row: Row) -> LedgerRun {
    LedgerRun(
      run: row["run"], state: LedgerRun.State(rawValue: row["state"]) ?? .publishing, startedAt: row["started_at"],
      publishedAt: row["published_at"], practice: row["practice"], periodStart: row["period_start"],
      periodEnd: row["period_end"], program: row["program"], job: row["job"], arguments: row["arguments"],
      payPolicy: row["pay_policy"], benchmarkPolicy: row["benchmark_policy"], output: row["output"],
      manifestSHA256: row["manifest_sha256"], snapshotSHA256: row["snapshot_sha256"], inputs: row["input_count"],
      records: row["records"],
      rejected: row["rejected"], clinicians: row["clinicians"], workPay: row["work_pay"],
      workBenchmark: row["work_benchmark"])
  }
}

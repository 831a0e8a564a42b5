internal import GRDB
import ProductivityModel

extension Ledger {
  /// The closings of a practice's job that hold: those that no other amends, by their days.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func closings(of practice: String, job: String) throws(LedgerFailure) -> [Closing] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM closed_periods WHERE practice = ? AND job = ? ORDER BY period_start",
        arguments: [practice, job]
      ).compactMap(Self.closing)
    }
  }

  /// Every closing, those that others amend too, in the order in which they were made.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func allClosings() throws(LedgerFailure) -> [Closing] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM closings ORDER BY closing").compactMap(Self.closing)
    }
  }

  /// The last published run of a practice's job that has all days of a period; nil where there is none.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func lastRun(of practice: String, job: String, covering period: DayRange) throws(LedgerFailure) -> Int64? {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT run, job FROM runs WHERE state = 'published' AND practice = ? AND period_start <= ? AND period_end >= ?
          ORDER BY run DESC
          """, arguments: [practice, period.first.description, period.last.description]
      ).first { Self.name($0["job"] as String) == job }.map { $0["run"] as Int64 }
    }
  }

  /// Enters a closing.
  ///
  /// - Parameters:
  ///   - months: what every clinician's months came to.
  ///   - names: the clinicians' names, by id.
  /// - Returns: its number.
  /// - Throws: ``LedgerFailure`` where it cannot be written; nothing of it is then in the ledger.
  public func enter(
    _ closing: Closing, _ months: [LedgerEntry.Month], names: [String: String]
  ) throws(LedgerFailure) -> Int64 {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO closings (practice, job, period_start, period_end, closed_at, run, amends, reason, record_sha256)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          closing.practice, closing.job, closing.period.first.description, closing.period.last.description,
          closing.closedAt, closing.run, closing.amends, closing.reason, closing.recordSHA256,
        ])
      let number = database.lastInsertedRowID
      try LedgerWriting(database).enter(months, of: number, names: names)
      return number
    }
  }

  /// The last part of a job's path, by which the runs of a job are known.
  static func name(_ job: String) -> String {
    guard let slash = job.lastIndex(of: "/") else { return job }
    return job[job.index(after: slash)...].description
  }

  private static func closing(_ row: Row) -> Closing? {
    let (start, end): (String, String) = (row["period_start"], row["period_end"])
    guard let first = CalendarDate(iso: start), let last = CalendarDate(iso: end),
      let period = DayRange(first, through: last)
    else { return nil }
    return Closing(
      number: row["closing"], practice: row["practice"], job: row["job"], period: period, closedAt: row["closed_at"],
      run: row["run"], amends: row["amends"], reason: row["reason"], recordSHA256: row["record_sha256"])
  }
}

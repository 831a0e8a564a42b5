import Benchmarking
import ProductivityModel

/// How the work of an earlier year fell on its months, by specialty.
public struct Season: Sendable {
  /// The season of each specialty whose twelve months all have work and clinical time, by its normalised name.
  public var shares: [String: SeasonalShares]
  /// The year, as its first and last month.
  public var months: String
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)
}

/// Reads the seasonal shares of an earlier year from the `data/months.csv` of its run.
public enum SeasonReader {
  /// Reads a table with the columns `month`, `specialty`, `work_rvu_benchmark` and `fte_days`, one row a month of each clinician.
  /// Rows of clinicians whose clinical time is not known do not count, nor does work of days that are not among the FTE days, where
  /// `uncounted_work_rvu` says how much it is.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read, a cell is not understood, or there are not exactly twelve
  ///   months, one of each.
  public static func read(_ path: String, shownAs file: String) throws(InputFailure) -> Season {
    let table = try HeaderedTable(
      path, shownAs: file, requiring: ["month", "specialty", "work_rvu_benchmark", "fte_days"])
    var sums: [String: [(work: WorkRVU, fteDays: Int64)]] = [:]
    var months: Set<String> = []
    for row in table.rows {
      guard let text = row["month"], let day = CalendarDate(iso: text + "-01") else {
        throw row.failure("month", "month is not a month", "write months as 2025-01, as data/months.csv has them")
      }
      let uncounted = row["uncounted_work_rvu"] == nil ? 0 : try number(row, "uncounted_work_rvu")
      let work = try number(row, "work_rvu_benchmark") - uncounted
      months.insert(text)
      guard row["fte_days"] != nil else { continue }
      let days = try number(row, "fte_days")
      let name = SpecialtyNames.normalized(row["specialty"] ?? "")
      var own = sums[name] ?? [(work: WorkRVU, fteDays: Int64)](repeating: (.zero, 0), count: 12)
      own[day.parts.month - 1].work += WorkRVU(millionths: work)
      own[day.parts.month - 1].fteDays += days
      sums[name] = own
    }
    let calendar = Set(months.compactMap { CalendarDate(iso: $0 + "-01")?.parts.month })
    guard months.count == 12, calendar.count == 12, let first = months.min(), let last = months.max() else {
      throw InputFailure(
        file, "holds \(months.count) months, and a season needs a whole year: each of the twelve once",
        hint: "name the data/months.csv of a run over twelve months")
    }
    return Season(
      shares: sums.compactMapValues { SeasonalShares($0) }, months: "\(first) to \(last)",
      input: (file, table.size, table.sha256))
  }

  private static func number(_ row: HeaderedTable.Row, _ column: String) throws(InputFailure) -> Int64 {
    guard let text = row[column], case .success(let value) = DecimalText.parse(text, scale: 6) else {
      throw row.failure(column, "\(column) is not a number", "take the file as a run wrote it")
    }
    return value
  }
}

import Benchmarking
import ProductivityModel

/// How the work of an earlier year fell on its months, by specialty.
public struct Season: Sendable {
  /// The shares of each specialty whose twelve months all have work, by its name in small letters.
  public var shares: [String: SeasonalShares]
  /// The year, as its first and last month.
  public var months: String
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)
}

/// Reads the seasonal shares of an earlier year from the `data/months.csv` of its run.
public enum SeasonReader {
  /// Reads a table with the columns `month`, `specialty` and `work_rvu_benchmark`, one row a month of each clinician.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read, a cell is not understood, or there are not exactly twelve
  ///   months, one of each.
  public static func read(_ path: String, shownAs file: String) throws(InputFailure) -> Season {
    let table = try HeaderedTable(path, shownAs: file, requiring: ["month", "specialty", "work_rvu_benchmark"])
    var sums: [String: [Int: WorkRVU]] = [:]
    var months: Set<String> = []
    for row in table.rows {
      guard let text = row["month"], let day = CalendarDate(iso: text + "-01") else {
        throw row.failure("month", "month is not a month", "write months as 2025-01, as data/months.csv has them")
      }
      guard let work = row["work_rvu_benchmark"].flatMap({ try? DecimalText.parse($0, scale: 6).get() }) else {
        throw row.failure("work_rvu_benchmark", "work_rvu_benchmark is not a number", "take the file as a run wrote it")
      }
      months.insert(text)
      sums[(row["specialty"] ?? "").lowercased(), default: [:]][day.parts.month, default: .zero] +=
        WorkRVU(millionths: work)
    }
    let calendar = Set(months.compactMap { CalendarDate(iso: $0 + "-01")?.parts.month })
    guard months.count == 12, calendar.count == 12, let first = months.min(), let last = months.max() else {
      throw InputFailure(
        file, "holds \(months.count) months, and a season needs a whole year: each of the twelve once",
        hint: "name the data/months.csv of a run over twelve months")
    }
    let shares = sums.compactMapValues { work in
      SeasonalShares((1...12).map { work[$0] ?? .zero })
    }
    return Season(shares: shares, months: "\(first) to \(last)", input: (file, table.size, table.sha256))
  }
}

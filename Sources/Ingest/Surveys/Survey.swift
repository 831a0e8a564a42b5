import Benchmarking
import ProductivityModel

/// A survey's rows, and what is wrong with those that cannot be used.
public struct Survey: Sendable {
  /// The rows that can be used, in the order of the file.
  public var rows: [SurveyRow]
  /// Why the other rows cannot, and what of the rows calls for a look.
  public var findings: [Finding]
  /// Sentences of the file's `caution` column that every page made from the survey must carry.
  public var cautions: [String]
  /// The sentences of each record that has one, by its line.
  var cautionsByLine: [Int: String] = [:]
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)
  /// What became of each record and row.
  public var account: SurveyAccount
  /// The name of the map by which it was read.
  public var map: String
  /// The line of its header.
  public var headerLine: Int
  /// The sheet that was read; nil where the file is no workbook.
  public var sheet: String?

  /// The sentence of a row's own record; empty where it has none.
  public func caution(of row: SurveyRow) -> String { row.position.line.flatMap { cautionsByLine[$0] } ?? "" }

  /// The names of the specialties, each once, sorted.
  public var specialties: [String] { Set(rows.map(\.specialty)).sorted() }
}

/// What became of the records of a survey's file, and of the rows (a specialty and a metric) that they hold.
public struct SurveyAccount: Hashable, Sendable {
  /// The records below the header.
  public var records = 0
  /// Records without a text.
  public var blank = 0
  /// Records that are a note, or the header again.
  public var notes = 0
  /// The rows of the other records: one each where the file has one a metric, several where it has the metrics side by side.
  public var rows = 0
  /// Rows that can be used.
  public var kept = 0
  /// Rows with an error, of which a finding tells.
  public var leftOut = 0
  /// Rows of which the survey publishes no percentile.
  public var notPublished = 0
  /// Rows of metrics that are not read.
  public var ofOtherMetrics = 0

  /// Whether every row has become one of these.
  public var isBalanced: Bool { rows == kept + leftOut + notPublished + ofOtherMetrics }
}

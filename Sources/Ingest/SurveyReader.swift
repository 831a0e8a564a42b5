import Benchmarking
import ProductivityModel

/// A survey's rows, and what is wrong with those that cannot be used.
public struct Survey: Sendable {
  /// The rows that can be used, in the order of the file.
  public var rows: [SurveyRow]
  /// Why the other rows cannot.
  public var findings: [Finding]
  /// Sentences of the file's `caution` column that every page made from the survey must carry.
  public var cautions: [String]
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)
}

/// Reads a survey in long form: one row a specialty and metric, with any published percentiles as columns `pNN`.
public enum SurveyReader {
  /// Reads a survey.
  ///
  /// A row whose values fall as percentiles rise, or that cannot be read, is left out with a finding at its line; nothing is
  /// placed in it.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read or has no percentile columns.
  public static func read(_ path: String, shownAs file: String) throws(InputFailure) -> Survey {
    let table = try HeaderedTable(path, shownAs: file, requiring: ["survey", "year", "specialty", "metric"])
    let points = table.headers.compactMap(percent)
    guard !points.isEmpty else {
      throw InputFailure(
        file, line: 1, "there is no percentile column", hint: "name the columns of percentiles p10, p25, p50, p75, p90")
    }
    var rows: [SurveyRow] = []
    var findings: [Finding] = []
    for row in table.rows {
      switch read(row, percents: points.sorted()) {
      case .success(let value): rows.append(value)
      case .failure(let failure): findings.append(failure.finding)
      }
    }
    var cautions: [String] = []
    for row in table.rows { if let caution = row["caution"], !cautions.contains(caution) { cautions.append(caution) } }
    return Survey(
      rows: rows, findings: findings, cautions: cautions, input: (file, table.size, table.sha256))
  }

  private struct RowFailure: Error { var finding: Finding }

  private static func percent(_ header: String) -> Int? {
    guard header.first == "p", let percent = Int(header.dropFirst()), percent > 0, percent < 100 else { return nil }
    return percent
  }

  private static func read(_ row: HeaderedTable.Row, percents: [Int]) -> Result<SurveyRow, RowFailure> {
    func failure(_ column: String, _ message: String, _ hint: String) -> Result<SurveyRow, RowFailure> {
      .failure(RowFailure(finding: Finding(.badSurveyRow, at: row.position(column), message, hint: hint)))
    }
    guard let survey = row["survey"], let specialty = row["specialty"], let metric = row["metric"],
      let year = row["year"].flatMap(Int.init)
    else {
      return failure("survey", "survey, year, specialty or metric is blank or not readable", "fill in all four")
    }
    var points: [SurveyPoint] = []
    for percent in percents {
      guard let text = row["p\(percent)"] else { continue }
      guard case .success(let value) = DecimalText.parse(text.filter { $0 != "," }, scale: 6), value >= 0 else {
        return failure("p\(percent)", "p\(percent) \"\(text)\" is not a number", "write a plain number, such as 5996")
      }
      if let last = points.last, value < last.millionths {
        return failure(
          "p\(percent)",
          "p\(percent) (\(DecimalText.plain(value, scale: 6))) is below p\(last.percent) (\(DecimalText.plain(last.millionths, scale: 6))): percentiles never fall",
          "check the row against the survey; nothing is placed in it")
      }
      points.append(SurveyPoint(percent: percent, millionths: value))
    }
    guard !points.isEmpty else { return failure("p50", "the row has no percentile", "fill in at least p50") }
    return .success(
      SurveyRow(
        survey: survey, year: year, dataYear: row["data_year"].flatMap(Int.init), specialty: specialty,
        region: row["region"] ?? "", providerType: row["provider_type"] ?? "", metric: metric,
        respondents: row["n"].flatMap(Int.init), organisations: row["organisations"].flatMap(Int.init), points: points,
        position: SourcePosition(file: row.file, line: row.line)))
  }
}

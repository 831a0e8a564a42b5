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
  /// - Throws: ``InputFailure`` where the file cannot be read, or has no percentile columns or one of them twice.
  public static func read(_ path: String, shownAs file: String) throws(InputFailure) -> Survey {
    let table = try HeaderedTable(
      path, shownAs: file, requiring: ["survey", "year", "specialty", "metric"], known: Self.columns)
    for header in table.headers where percent(header) == nil {
      guard let digits = percentileDigits(header) else { continue }
      let (shown, isPercent) = (HeaderShape.quoted(header), (1...99).contains(Int(digits) ?? 0))
      throw InputFailure(
        file, line: 1, "the column \(shown) is not read",
        hint: isPercent ? "is it p\(digits)? Percentiles are whole numbers from p1 to p99" : "rename it or take it out")
    }
    let columns = table.headers.compactMap { header in percent(header).map { (percent: $0, name: header) } }
      .sorted { $0.percent < $1.percent }
    guard !columns.isEmpty else {
      throw InputFailure(
        file, line: 1, "there is no percentile column", hint: "name the columns of percentiles p10, p25, p50, p75, p90")
    }
    for (column, next) in zip(columns, columns.dropFirst()) where column.percent == next.percent {
      throw InputFailure(file, line: 1, "the columns \(column.name) and \(next.name) are the same percentile")
    }
    var rows: [SurveyRow] = []
    var findings: [Finding] = []
    for row in table.rows {
      switch read(row, columns: columns) {
      case .success(let value): rows.append(value)
      case .failure(let failure): findings.append(failure.finding)
      }
    }
    var cautions: [String] = []
    for row in table.rows { if let caution = row["caution"], !cautions.contains(caution) { cautions.append(caution) } }
    return Survey(
      rows: rows, findings: findings, cautions: cautions, input: (file, table.size, table.sha256))
  }

  /// The columns besides the percentiles whose misspelling would change who is placed where.
  private static let columns = [
    "survey", "year", "data_year", "specialty", "region", "provider_type", "metric", "n", "organisations", "caution",
  ]

  /// The digits of a header that is meant for a percentile, such as `p75th`, `p 50`, `75th` or `percentile_25`; nil for
  /// any other.
  private static func percentileDigits(_ header: String) -> String? {
    var rest = header.filter { !" _-".contains($0) }[...]
    let prefix = ["percentile", "pctile", "perc", "pctl", "pct", "p"].first { rest.hasPrefix($0) }
    rest = rest.dropFirst(prefix?.count ?? 0)
    let digits = rest.prefix { "0"..."9" ~= $0 }
    guard !digits.isEmpty else { return nil }
    let isOrdinal = ["st", "nd", "rd", "th"].contains { rest.dropFirst(digits.count).hasPrefix($0) }
    return prefix != nil || isOrdinal ? String(digits) : nil
  }

  private struct RowFailure: Error { var finding: Finding }

  private static func percent(_ header: String) -> Int? {
    guard header.first == "p", header.utf8.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let percent = Int(header.dropFirst()), percent > 0, percent < 100
    else { return nil }
    return percent
  }

  /// A number without the commas that separate its thousands; nil where a comma stands for anything else, such as decimals.
  private static func withoutGrouping(_ text: String) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return text }
    let thousands = groups.dropFirst().map {
      $0.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
    }
    guard (1...3).contains(groups[0].count), thousands.allSatisfy({ $0.count == 3 }),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func read(
    _ row: HeaderedTable.Row, columns: [(percent: Int, name: String)]
  ) -> Result<SurveyRow, RowFailure> {
    func failure(_ column: String, _ message: String, _ hint: String) -> Result<SurveyRow, RowFailure> {
      .failure(RowFailure(finding: Finding(.badSurveyRow, at: row.position(column), message, hint: hint)))
    }
    guard let survey = row["survey"], let specialty = row["specialty"], let word = row["metric"],
      let year = row["year"].flatMap(Int.init)
    else {
      return failure("survey", "survey, year, specialty or metric is blank or not readable", "fill in all four")
    }
    guard let metric = SurveyMetric(rawValue: word.lowercased()) else {
      let words = SurveyMetric.allCases.map(\.rawValue)
      return failure(
        "metric", "metric \(HeaderShape.quoted(word)) is not known",
        SpellingSuggestion.nearest(to: word, in: words).map { "is it \($0)?" }
          ?? "the metrics are \(words.joined(separator: ", "))")
    }
    var points: [SurveyPoint] = []
    for (percent, name) in columns {
      guard let text = row[name] else { continue }
      guard let plain = withoutGrouping(text), case .success(let value) = DecimalText.parse(plain, scale: 6), value >= 0
      else {
        return failure(name, "\(name) \"\(text)\" is not a number", "write a plain number, such as 5996")
      }
      if let last = points.last, value < last.millionths {
        return failure(
          name,
          "p\(percent) (\(DecimalText.plain(value, scale: 6))) is below p\(last.percent) (\(DecimalText.plain(last.millionths, scale: 6))): percentiles never fall",
          "check the row against the survey; nothing is placed in it")
      }
      points.append(SurveyPoint(percent: percent, millionths: value))
    }
    guard !points.isEmpty else { return failure("p50", "the row has no percentile", "fill in at least p50") }
    // A count that cannot be read is not the same as none: fewer respondents than the least allowed place nobody.
    var counts: [String: Int] = [:]
    for name in ["data_year", "n", "organisations"] {
      guard let text = row[name] else { continue }
      guard let count = withoutGrouping(text).flatMap(Int.init), count >= 0 else {
        return failure(
          name, "\(name) \"\(text)\" is not a whole number", "write a plain number, or leave the cell blank")
      }
      counts[name] = count
    }
    var moments: [String: Int64] = [:]
    for name in ["mean", "sd"] {
      guard let text = row[name] else { continue }
      guard let plain = withoutGrouping(text), case .success(let value) = DecimalText.parse(plain, scale: 6), value >= 0
      else {
        return failure(name, "\(name) \"\(text)\" is not a number", "write a plain number, or leave the cell blank")
      }
      moments[name] = value
    }
    return .success(
      SurveyRow(
        survey: survey, year: year, dataYear: counts["data_year"], specialty: specialty,
        region: row["region"] ?? "", providerType: row["provider_type"] ?? "", metric: metric,
        respondents: counts["n"], organisations: counts["organisations"],
        meanMillionths: moments["mean"], deviationMillionths: moments["sd"], points: points,
        position: SourcePosition(file: row.file, line: row.line)))
  }
}

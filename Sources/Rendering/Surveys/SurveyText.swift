import Benchmarking
import ProductivityModel
import Reporting

/// Surveys as lines for a terminal.
public enum SurveyText {
  /// A survey in a list.
  public struct Entry: Sendable {
    /// The file, as it was named.
    public var file: String
    /// Its rows.
    public var rows: [SurveyRow]

    /// A survey in a file.
    public init(file: String, rows: [SurveyRow]) {
      self.file = file
      self.rows = rows
    }
  }

  /// What surveys there are: a line for each name and year of each file.
  public static func list(_ entries: [Entry]) -> [String] {
    var table = [["file", "survey", "year", "data", "rows", "specialties", "metrics", "n"]]
    for entry in entries {
      let groups = Dictionary(grouping: entry.rows) {
        [$0.survey, String($0.year), $0.dataYear.map(String.init) ?? ""]
      }
      for (key, rows) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        let metrics = Set(rows.map(\.metric)).sorted().map(\.rawValue).joined(separator: " ")
        let people = rows.compactMap(\.respondents)
        table.append([
          entry.file, key[0], key[1], key[2].isEmpty ? "n/a" : key[2], String(rows.count),
          String(Set(rows.map { SpecialtyNames.normalized($0.specialty) }).count), metrics,
          range(people, complete: people.count == rows.count),
        ])
      }
    }
    return leftColumns(table)
  }

  private static func range(_ counts: [Int], complete: Bool) -> String {
    guard let least = counts.min(), let most = counts.max() else { return "n/a" }
    return (least == most ? "\(least)" : "\(least) to \(most)") + (complete ? "" : ", not of all")
  }

  /// The points of rows: a table for each metric.
  public static func points(_ rows: [SurveyRow]) -> [String] {
    var lines: [String] = []
    for metric in Set(rows.map(\.metric)).sorted() {
      let own = rows.filter { $0.metric == metric }
      let percents = Set(own.flatMap { $0.points.map(\.percent) }).sorted()
      let hasMean = own.contains { $0.meanMillionths != nil }
      let hasDeviation = own.contains { $0.deviationMillionths != nil }
      func cell(_ value: Int64?) -> String { value.map { SurveyWording.value($0, of: metric) } ?? "n/a" }
      var table = [
        ["specialty, region, provider", "survey", "n"] + (hasMean ? ["mean"] : []) + (hasDeviation ? ["sd"] : [])
          + percents.map { "p\($0)" }
      ]
      for row in own {
        let place = [row.specialty, row.region, row.providerType].filter { !$0.isEmpty }.joined(separator: ", ")
        table.append(
          [place, "\(row.survey) \(row.year)", row.respondents.map(String.init) ?? "n/a"]
            + (hasMean ? [cell(row.meanMillionths)] : []) + (hasDeviation ? [cell(row.deviationMillionths)] : [])
            + percents.map { cell(row.millionths(atPercent: $0)) })
      }
      if !lines.isEmpty { lines.append("") }
      lines.append("\(metric.rawValue): \(metric.unit)")
      lines += TextLayout.columns(table.map { $0.map(TextLayout.plain) }, indent: "  ")
    }
    return lines
  }

  /// Where a value stands.
  public static func standing(_ standing: SurveyStanding) -> [String] {
    let row = standing.row
    var lines = [
      TextLayout.labelled("value", SurveyWording.value(standing.millionths, of: row.metric) + " " + row.metric.unit)
    ]
    lines.append(
      TextLayout.labelled(
        "standing", standing.placement.map(PlacementWording.headline) ?? "n/a: the row has too few respondents"))
    if let placement = standing.placement {
      lines.append(TextLayout.labelled("percentile", PlacementWording.cell(placement.position)))
      lines.append(
        TextLayout.labelled(
          "times median",
          placement.timesMedian.map { PlacementWording.ofMedian($0, decimals: 2) }
            ?? (standing.row.medianMillionths == nil ? "n/a: no median is published" : "n/a: the median is 0")))
    }
    lines.append(TextLayout.labelled("basis", standing.basis))
    return lines + [""] + points([row])
  }

  /// Columns of words, each to the left.
  private static func leftColumns(_ table: [[String]]) -> [String] {
    let widths = (table.first ?? []).indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      var line = zip(row, widths).map { text, width in
        TextLayout.plain(text) + String(repeating: " ", count: width - text.count)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

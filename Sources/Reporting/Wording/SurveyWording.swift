import Benchmarking
import ProductivityModel

/// The words for what a survey publishes.
public enum SurveyWording {
  /// A value with its unit's sign: `$262,000`, `$54.10`, `4,900`.
  public static func value(_ millionths: Int64, of metric: SurveyMetric) -> String {
    let plain = DecimalText.plain(millionths, scale: 6)
    let decimals = min(2, plain.split(separator: ".").dropFirst().first?.count ?? 0)
    // Cents are written out; other values have the decimals that they have, at most two.
    let shown = metric.isDollars && decimals == 1 ? 2 : decimals
    return (metric.isDollars ? "$" : "")
      + DecimalText.fixed(millionths, scale: 6, decimals: shown, grouping: true)
  }

  /// What a row is: survey, year, metric, specialty, cell, n and what is published.
  public static func basis(of row: SurveyRow) -> String {
    var parts = ["\(row.survey) \(row.year)" + (row.dataYear.map { ", data of \($0)" } ?? "")]
    parts.append("\(row.metric.words), in \(row.metric.unit)")
    parts.append(row.specialty)
    if !row.region.isEmpty { parts.append(row.region) }
    if !row.providerType.isEmpty { parts.append(row.providerType) }
    let people = row.respondents.map { "n = \($0)" } ?? "n not given"
    parts.append(people + (row.organisations.map { " of \(CountWording.count($0, "organisation"))" } ?? ""))
    let percents = CountWording.list(row.points.map { "p\($0.percent)" })
    guard row.points.count >= 2 else {
      return parts.joined(separator: "; ") + "; \(percents) alone is published, so nothing lies between percentiles"
    }
    return parts.joined(separator: "; ") + "; linear between \(percents), nothing beyond them"
  }

  /// The note on a row whose highest percentiles are shown or placed in; nil where the metric has no such trap.
  ///
  /// - Parameter percent: the highest that is shown.
  public static func rateNote(on row: SurveyRow, from percent: Int = 75) -> Finding? {
    guard row.metric == .compensationPerWorkRVU, let highest = row.points.last, highest.percent >= percent else {
      return nil
    }
    return Finding(
      .rateOfLowProducers, at: row.position,
      "\(row.specialty): p\(highest.percent) of compensation per work RVU is mostly that of those who produce fewest work RVUs; nobody with many is paid by it",
      hint: "do not multiply it with work RVUs; take the percentiles of total compensation")
  }
}

import Benchmarking
import ProductivityModel
import Tabular

extension CohortResult {
  /// The columns of the survey file, in their order.
  var columns: [String] {
    let percents = method.percents
    var columns = [
      "survey", "year", "data_year", "specialty", "region", "provider_type", "metric", "n", "organisations", "mean",
      "sd",
    ]
    columns += percents.map { "p\($0)" }
    if method.estimator == .harrellDavis { columns += percents.map { "se_p\($0)" } }
    if method.bootstrap != nil { columns += percents.flatMap { ["low_p\($0)", "high_p\($0)"] } }
    if isWeighted { columns.append("weight") }
    return columns + ["caution", "basis"]
  }

  /// The distributions as a survey in long form, one row a group; hidden groups are not in it.
  public var csv: [UInt8] {
    var writer = DelimitedWriter()
    writer.record(columns)
    for distribution in cohort.distributions {
      let key = distribution.key
      var cells = [
        FormulaGuard.harmless(title.survey), "\(title.year)", title.dataYear.map { "\($0)" } ?? "",
        FormulaGuard.harmless(key.specialty), FormulaGuard.harmless(key.region),
        FormulaGuard.harmless(key.providerType), title.metric.rawValue, "\(distribution.people)",
        distribution.organisations.map { "\($0)" } ?? "", Self.plain(distribution.mean),
        distribution.standardDeviation.map(Self.plain) ?? "",
      ]
      cells += distribution.quantiles.map { Self.plain($0.millionths) }
      if method.estimator == .harrellDavis {
        cells += distribution.quantiles.map { $0.standardError.map(Self.plain) ?? "" }
      }
      if method.bootstrap != nil {
        cells += distribution.quantiles.flatMap { quantile in
          quantile.interval.map { [Self.plain($0.lowerBound), Self.plain($0.upperBound)] } ?? ["", ""]
        }
      }
      if isWeighted { cells.append(distribution.weight.map { "\($0)" } ?? "") }
      writer.record(cells + [FormulaGuard.harmless(caution), FormulaGuard.harmless(basis)])
    }
    return writer.drain()
  }

  /// The distributions for a terminal, one line a group.
  public var text: String {
    var rows = [["specialty", "region", "provider type", "n", "mean", "sd"] + method.percents.map { "p\($0)" }]
    for distribution in cohort.distributions {
      let key = distribution.key
      rows.append(
        [
          key.specialty, key.region, key.providerType, "\(distribution.people)", Self.short(distribution.mean),
          distribution.standardDeviation.map(Self.short) ?? "n/a",
        ] + distribution.quantiles.map { Self.short($0.millionths) })
      guard method.bootstrap != nil || method.estimator == .harrellDavis else { continue }
      rows += detail(distribution)
    }
    // Columns that are empty in every row say nothing.
    let used = rows[0].indices.filter { column in rows.dropFirst().contains { !$0[column].isEmpty } }
    let widths = used.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var text = "\(title.survey), \(title.year): \(title.metric.words), in \(title.metric.unit)\n\n"
    for row in rows {
      let cells = zip(used, widths).map { column, width in
        let padding = String(repeating: " ", count: width - row[column].count)
        return column < 3 ? row[column] + padding : padding + row[column]
      }
      let line = cells.joined(separator: "  ")
      text += line.prefix(line.count - line.reversed().prefix { $0 == " " }.count) + "\n"
    }
    return text + "\n\(caution)\nBasis: \(basis).\n"
  }

  /// The lines of standard errors and intervals below a group's own.
  private func detail(_ distribution: CohortDistribution) -> [[String]] {
    func row(_ name: String, _ value: (CohortDistribution.Quantile) -> Int64?) -> [String] {
      ["  \(name)", "", "", "", "", ""] + distribution.quantiles.map { value($0).map(Self.short) ?? "n/a" }
    }
    var rows: [[String]] = []
    if method.estimator == .harrellDavis { rows.append(row("standard error") { $0.standardError }) }
    if method.bootstrap != nil {
      rows.append(row("low") { $0.interval?.lowerBound })
      rows.append(row("high") { $0.interval?.upperBound })
    }
    return rows
  }

  private static func plain(_ value: Int64) -> String { DecimalText.plain(value, scale: 6) }
  private static func short(_ value: Int64) -> String {
    DecimalText.fixed(value, scale: 6, decimals: 2, grouping: true)
  }
}

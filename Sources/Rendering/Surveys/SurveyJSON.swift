import Benchmarking
import ProductivityModel
import Reporting

/// Surveys as JSON.
public enum SurveyJSON {
  /// Rows with their points, and the sentences that go with them.
  public static func text(of rows: [SurveyRow], cautions: [String]) -> String {
    JSONValue.object([
      "rows": .array(rows.map(value)), "cautions": .array(cautions.map(JSONValue.string)),
    ]).text()
  }

  /// Where a value stands in a row, with its basis and what does not agree.
  public static func text(of standing: SurveyStanding, cautions: [String]) -> String {
    let placement = standing.placement
    let percentile: JSONValue =
      switch placement?.position {
      case .at(let percentile): .number(DecimalText.plain(Int64((percentile * 1_000_000).rounded()), scale: 6))
      case .below, .above: placement.map { .string(PlacementWording.cell($0.position)) } ?? .null
      case .ratioOnly, nil: .null
      }
    return JSONValue.object([
      "value": .number(DecimalText.plain(standing.millionths, scale: 6)),
      "percentile": percentile,
      "times_median": placement?.timesMedian.map { ratio in
        .number(DecimalText.plain(Int64((ratio * 1_000_000).rounded()), scale: 6))
      } ?? .null,
      "is_plateau": placement.map { .bool($0.isPlateau) } ?? .null,
      "basis": .string(standing.basis),
      "row": value(of: standing.row),
      "findings": .array(
        standing.findings.map { finding in
          .object([
            "problem": .string(finding.problem.rawValue), "severity": .string(finding.severity.rawValue),
            "message": .string(finding.message),
          ])
        }),
      "cautions": .array(cautions.map(JSONValue.string)),
    ]).text()
  }

  private static func value(of row: SurveyRow) -> JSONValue {
    func number(_ value: Int64?) -> JSONValue { value.map { .number(DecimalText.plain($0, scale: 6)) } ?? .null }
    func count(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
    return .object([
      "survey": .string(row.survey), "year": .integer(row.year), "data_year": count(row.dataYear),
      "specialty": .string(row.specialty), "region": .string(row.region),
      "provider_type": .string(row.providerType), "metric": .string(row.metric.rawValue),
      "unit": .string(row.metric.unit), "n": count(row.respondents), "organisations": count(row.organisations),
      "mean": number(row.meanMillionths), "sd": number(row.deviationMillionths),
      "points": .array(
        row.points.map { .object(["percent": .integer($0.percent), "value": number($0.millionths)]) }),
    ])
  }
}

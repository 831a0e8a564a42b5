import ProductivityModel
import Reporting

/// An impact for programs: a row for each clinician, specialty and family of codes, and one for all.
public enum ImpactData {
  /// The sums as CSV.
  public static func csv(of impact: Impact) -> [UInt8] { CSVData.bytes(of: .feeImpact(of: impact)) }

  /// The sums as JSON.
  public static func json(of impact: Impact) -> String {
    JSONValue.object(
      [
        "practice": .string(impact.practice), "first": .string(impact.period.first.description),
        "last": .string(impact.period.last.description),
      ] + members(of: impact)
    ).text()
  }

  /// The two sides, what lies between them, and the sums.
  static func members(of impact: Impact) -> JSONMembers {
    [
      "from": side(impact.from), "to": side(impact.to),
      "adjustments": .array(impact.adjustments.map { .string($0.name) }),
      "rows": JSONReport.rows(.feeImpact(of: impact)), "cautions": .array(impact.cautions.map(JSONValue.string)),
    ]
  }

  private static func side(_ side: Impact.Side) -> JSONValue {
    .object([
      "policy": .string(side.policy), "release": side.release.map(JSONValue.string) ?? .null,
      "conversion_factor": side.factor.map { .number($0.description) } ?? .null,
    ])
  }
}

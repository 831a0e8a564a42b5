import ProductivityModel
import Reporting
import Tabular

/// An impact for programs: a row for each clinician, specialty and family of codes, and one for all.
public enum ImpactData {
  private static let columns = [
    "group", "id", "name", "lines", "work_rvu_from", "work_rvu_to", "difference", "adjustment", "one_side_only",
    "other",
    "payment_from", "payment_to", "lines_without_payment",
  ]

  /// The sums as CSV.
  public static func csv(of impact: Impact) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(columns)
    for (group, rows) in groups(impact) {
      for row in rows {
        writer.record([group, FormulaGuard.harmless(row.id), FormulaGuard.harmless(row.name)] + figures(row.sums))
      }
    }
    return writer.bytes
  }

  /// The sums as JSON.
  public static func json(of impact: Impact) -> String {
    JSONValue.object(
      JSONMembers(pairs: [
        ("practice", .string(impact.practice)), ("first", .string(impact.period.first.description)),
        ("last", .string(impact.period.last.description)), ("from", side(impact.from)), ("to", side(impact.to)),
        ("adjustments", .array(impact.adjustments.map { .string($0.name) })),
        (
          "rows",
          .array(
            groups(impact).flatMap { group, rows in
              rows.map { row in
                .object(
                  JSONMembers(
                    pairs: [("group", .string(group)), ("id", .string(row.id)), ("name", .string(row.name))]
                      + zip(columns.dropFirst(3), figures(row.sums)).map { ($0, .number($1)) }))
              }
            })
        ), ("cautions", .array(impact.cautions.map(JSONValue.string))),
      ])
    ).text()
  }

  private static func groups(_ impact: Impact) -> [(String, [Impact.Row])] {
    [
      ("all", [Impact.Row(id: "", name: "All", sums: impact.total)]), ("specialty", impact.specialties),
      ("clinician", impact.clinicians), ("family", impact.families),
    ]
  }

  private static func figures(_ sums: Impact.Sums) -> [String] {
    [
      String(sums.lines), sums.from.description, sums.to.description, sums.difference.description,
      sums.adjustment.description, sums.onlyOneSide.description, sums.other.description, sums.paymentFrom.description,
      sums.paymentTo.description, String(sums.unpaidLines),
    ]
  }

  private static func side(_ side: Impact.Side) -> JSONValue {
    .object(
      JSONMembers(pairs: [
        ("policy", .string(side.policy)), ("release", side.release.map(JSONValue.string) ?? .null),
        ("conversion_factor", side.factor.map { .number($0.description) } ?? .null),
      ]))
  }
}

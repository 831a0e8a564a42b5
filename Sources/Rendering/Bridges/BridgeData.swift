import Benchmarking
import ProductivityModel
import Reporting
import Tabular

/// A bridge for programs: a row for all, for each specialty, clinician in a specialty and family of codes.
public enum BridgeData {
  private static let columns = [
    "group", "id", "name", "specialty", "work_rvu_from", "work_rvu_to", "change", "joined", "left", "days", "mean_fte",
    "volume", "mix", "vintage", "policy", "not_split", "services_from", "services_to", "fte_days_from", "fte_days_to",
    "clinical_time",
  ]

  /// The steps as CSV; empty where a figure is not known or has no meaning.
  public static func csv(of bridge: Bridge) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(columns)
    for row in rows(of: bridge) {
      writer.record(
        zip(columns, row).map { column, value in
          switch value {
          case .text(let text): FormulaGuard.harmless(text)
          case .number(let number): number
          case .none: ""
          }
        })
    }
    return writer.bytes
  }

  /// The steps as JSON.
  public static func json(of bridge: Bridge) -> String {
    JSONValue.object(
      JSONMembers(pairs: [
        ("practice", .string(bridge.practice)), ("kind", .string(bridge.kind.rawValue)),
        ("ledger", .string(bridge.ledger.rawValue)), ("from", side(bridge.from)), ("to", side(bridge.to)),
        ("peers", bridge.kind == .medianPeer ? .integer(bridge.peerCount) : .null),
        (
          "rows",
          .array(
            rows(of: bridge).map { row in
              .object(
                JSONMembers(
                  pairs: zip(columns, row).map { column, value in
                    switch value {
                    case .text(let text): (column, .string(text))
                    case .number(let number): (column, .number(number))
                    case .none: (column, .null)
                    }
                  }))
            })
        ),
        (
          "steps",
          .array(
            BridgeStep.steps(of: bridge.total, in: bridge).map { step in
              .object(
                JSONMembers(pairs: [
                  ("step", .string(step.cause.rawValue)),
                  ("work_rvu", step.amount.map { .number($0.description) } ?? .null),
                  ("sentence", .string(step.sentence)),
                ]))
            })
        ), ("basis", .array(BridgeNotes.basis(of: bridge).map(JSONValue.string))),
        ("not_known", .array(BridgeNotes.unknowns(of: bridge).map(JSONValue.string))),
        ("cautions", .array(bridge.cautions.map(JSONValue.string))),
      ])
    ).text()
  }

  private enum Value {
    case text(String)
    case number(String)
    case none

    static func work(_ work: WorkRVU) -> Value { .number(work.description) }
  }

  private static func side(_ side: Bridge.Side) -> JSONValue {
    .object(
      JSONMembers(pairs: [
        ("name", .string(side.name)), ("first", .string(side.period.first.description)),
        ("last", .string(side.period.last.description)), ("policies", .array(side.policies.map(JSONValue.string))),
        ("releases", .array(side.releases.map(JSONValue.string))),
      ]))
  }

  private static func rows(of bridge: Bridge) -> [[Value]] {
    var rows = [row("all", "", bridge.total, specialty: nil, in: bridge)]
    rows += bridge.specialties.map { row("specialty", "", $0, specialty: $0.name, in: bridge) }
    rows += bridge.rows.map { own in
      row("clinician", own.id, Bridge.Sum(own.name, [own]), specialty: own.specialty, in: bridge, time: time(own))
    }
    rows += bridge.families.map { family in
      [.text("family"), .text(family.range), .text(family.name), .none]
        + [family.from.work, family.to.work, family.to.work - family.from.work].map(Value.work)
        + [.none, .none, .none, .none, .none, .work(family.mix), .none, .none, .none]
        + [.number(family.from.services.description), .number(family.to.services.description), .none, .none, .none]
    }
    return rows
  }

  private static func row(
    _ group: String, _ id: String, _ sum: Bridge.Sum, specialty: String?, in bridge: Bridge, time: Value = .none
  ) -> [Value] {
    let words = BridgeStep.steps(of: sum, in: bridge)
    func step(_ cause: BridgeStep.Cause) -> Value {
      guard let step = words.first(where: { $0.cause == cause }) else { return .work(.zero) }
      return step.amount.map(Value.work) ?? .none
    }
    let isTimed = sum.splitCount > sum.untimedCount
    func days(_ time: BridgePart.Time) -> Value {
      isTimed ? .number(DecimalText.plain(time.fteDays, scale: 6)) : .none
    }
    return [.text(group), .text(id), .text(sum.name), specialty.map(Value.text) ?? .none]
      + [sum.from, sum.to, sum.change].map(Value.work)
      + [.joined, .left, .days, .meanFTE, .volume, .mix, .vintage, .policy, .unsplit].map(step)
      + [
        .number(sum.services.from.description), .number(sum.services.to.description), days(sum.time.from),
        days(sum.time.to), time,
      ]
  }

  private static func time(_ row: Bridge.Row) -> Value {
    guard row.isSplit else { return .none }
    switch row.timeGap {
    case nil: return .text("known")
    case .notInRoster?: return .text("not-in-roster")
    case .splitRole?: return .text("split-role")
    case .noClinicalTime?: return .text("no-clinical-time")
    }
  }
}

import Compensation
import ProductivityModel
import Reporting
import Tabular

/// A comparison of scenarios for programs: a row for all, for each plan, specialty and clinician, and each scenario.
public enum ComparisonData {
  private static let columns = [
    "group", "id", "name", "specialty", "plan", "scenario", "clinicians", "work_rvu", "pay", "difference", "gain",
    "lose",
    "stay", "held_by", "pay_without_caps", "at_cap", "level_threshold_change", "level_threshold_result",
    "level_rate_change", "level_rate_result",
  ]

  private enum Value {
    case text(String)
    case number(String)
    case none
  }

  /// The comparison as CSV; empty where a figure has no meaning.
  public static func csv(of comparison: ScenarioComparison) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(columns)
    for row in rows(of: comparison) {
      writer.record(
        row.map { value in
          switch value {
          case .text(let text): FormulaGuard.harmless(text)
          case .number(let number): number
          case .none: ""
          }
        })
    }
    return writer.bytes
  }

  /// The comparison as JSON.
  public static func json(of comparison: ScenarioComparison) -> String {
    let scenarios = comparison.comparison.scenarios.enumerated().map { index, name -> JSONValue in
      let words = ScenarioWording(comparison, index)
      let told = index == 0 ? [] : [words.budget] + [words.extremes, words.caps].compactMap { $0 }
      let changes = index < comparison.planChanges.count ? comparison.planChanges[index] : []
      return .object([
        "name": .string(name), "change": .string(comparison.changes[index]),
        "plans": .array(changes.map(PlanChangeData.json)),
        "sentences": .array((words.plans + told).map(JSONValue.string)),
        "level_pay": .array(
          (index < comparison.levels.count ? comparison.levels[index] : []).flatMap(PlanChangeData.json)),
      ])
    }
    let rows = rows(of: comparison).map { row -> JSONValue in
      .object(
        JSONMembers(
          pairs: zip(columns, row).map { column, value in
            switch value {
            case .text(let text): (column, .string(text))
            case .number(let number): (column, .number(number))
            case .none: (column, .null)
            }
          }))
    }
    return JSONValue.object([
      "practice": .string(comparison.practice), "period_start": .string(comparison.period.first.description),
      "period_end": .string(comparison.period.last.description), "scenarios": .array(scenarios), "rows": .array(rows),
      "basis": .array(comparison.basis.map(JSONValue.string)),
      "cautions": .array(comparison.cautions.map(JSONValue.string)),
    ]).text()
  }

  private static func rows(of all: ScenarioComparison) -> [[Value]] {
    let comparison = all.comparison
    func sums(_ group: String, _ name: String, _ members: Int, _ sums: [PlanComparison.Sum]) -> [[Value]] {
      zip(comparison.scenarios, sums).enumerated().map { index, pair in
        let (scenario, sum) = pair
        let level =
          index < all.levels.count ? all.levels[index].first { $0.kind.rawValue == group && $0.name == name } : nil
        return [
          .text(group), .none, name.isEmpty ? .none : .text(name), group == "specialty" ? .text(name) : .none,
          group == "plan" ? .text(name) : .none, .text(scenario), .number(String(members)),
          .number(sum.outcome.work.description), .number(sum.outcome.pay.description),
          .number(sum.difference.description), .number(String(sum.gain)), .number(String(sum.lose)),
          .number(String(sum.stay)), .none, .number(sum.outcome.withoutCaps.description), .number(String(sum.atCap)),
        ]
          + [level?.threshold, level?.rate].flatMap { pay -> [Value] in
            guard let pay else { return [.none, .none] }
            return [.number(DecimalText.plain(pay.shift, scale: 6)), .text(PlanChangeData.word(pay.result))]
          }
      }
    }
    var rows = sums("all", "", comparison.members.count, comparison.total)
    rows += comparison.plans.flatMap { sums("plan", $0.name, $0.members, $0.sums) }
    rows += comparison.specialties.flatMap { sums("specialty", $0.name, $0.members, $0.sums) }
    for member in comparison.members {
      let own = member.outcomes.first?.pay ?? .zero
      rows += zip(comparison.scenarios, member.outcomes).map { scenario, outcome in
        [
          .text("clinician"), .text(member.id), .text(all.name(of: member.id)), .text(member.specialty),
          .text(member.plan), .text(scenario), .number("1"), .number(outcome.work.description),
          .number(outcome.pay.description), .number((outcome.pay - own).description), .none, .none, .none,
          outcome.holds.isEmpty ? .none : .text(outcome.holds.map(\.rawValue).joined(separator: " ")),
          .number(outcome.withoutCaps.description), .none, .none, .none, .none, .none,
        ]
      }
    }
    return rows
  }
}

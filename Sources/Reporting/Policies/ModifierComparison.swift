import Crediting
import ProductivityModel

/// What two policies make of each modifier, case by case of what a fee schedule row may say.
struct ModifierComparison {
  let from: CreditPolicy
  let to: CreditPolicy

  /// What one modifier comes to in some cases under both policies.
  private struct Result: Hashable {
    var slot: ModifierSlot?
    var condition: String
    var from: String
    var to: String
  }

  /// What differs, a modifier's own cases together; modifiers that differ alike are one entry.
  var entries: [PolicyDifference.Entry] {
    var results: [(result: Result, modifiers: [Modifier])] = []
    for (modifier, slot) in subjects {
      for result in compare(modifier, slot) {
        if let index = results.firstIndex(where: { $0.result == result }) {
          results[index].modifiers.append(modifier)
        } else {
          results.append((result, [modifier]))
        }
      }
    }
    return results.map { result, modifiers in
      let names =
        result.slot.map { PolicyWording.names(modifiers, $0) } ?? CountWording.list(modifiers.map(\.description))
      return PolicyDifference.Entry(
        topic: PolicyStatement.modifierTopic, subject: names + result.condition, from: result.from, to: result.to)
    }
  }

  /// Each modifier with each adjustment that a row of either policy gives it, in the order of the adjustments; then those
  /// that no row names.
  private var subjects: [(Modifier, ModifierSlot?)] {
    let rows = from.modifierRows + to.modifierRows
    var subjects: [(Modifier, ModifierSlot?)] = []
    for slot in ModifierSlot.allCases {
      var seen: Set<Modifier> = []
      for row in rows where row.slot == slot {
        for modifier in row.modifiers where seen.insert(modifier).inserted { subjects.append((modifier, slot)) }
      }
    }
    let valued = Set(rows.flatMap(\.modifiers))
    let rest = from.informationalModifiers.union(to.informationalModifiers).subtracting(valued)
    return subjects + rest.sorted().map { ($0, nil) }
  }

  private func compare(_ modifier: Modifier, _ slot: ModifierSlot?) -> [Result] {
    let old = from.modifierRows.filter { $0.slot == slot && $0.modifiers.contains(modifier) }
    let new = to.modifierRows.filter { $0.slot == slot && $0.modifiers.contains(modifier) }
    var results: [(words: [String], cases: [IndicatorCase])] = []
    for indicators in IndicatorCase.all(for: old + new) {
      let words = [outcome(modifier, old, indicators, from), outcome(modifier, new, indicators, to)]
      if words[0] == words[1] { continue }
      if let index = results.firstIndex(where: { $0.words == words }) {
        results[index].cases.append(indicators)
      } else {
        results.append((words, [indicators]))
      }
    }
    return results.map { words, cases in
      Result(
        slot: slot, condition: PolicyWording.conditions(IndicatorCase.together(cases)), from: words[0], to: words[1])
    }
  }

  /// What a policy makes of a modifier in a case: the first of its rows that fits, or that none does.
  private func outcome(
    _ modifier: Modifier, _ rows: [ModifierRow], _ indicators: IndicatorCase, _ policy: CreditPolicy
  ) -> String {
    if let row = rows.first(where: { $0.conditions.hold(in: indicators) }) {
      return PolicyWording.amount(row) + (row.flag == nil ? "" : ", flagged")
    }
    if modifier == "53", indicators.answers[.discontinuedRow] == "true" { return "the code's row for 53" }
    if !rows.isEmpty { return "no change" }
    if ["26", "TC", "53"].contains(modifier) { return "the fee schedule's row, no factor" }
    if policy.informationalModifiers.contains(modifier) || policy.attribution.contains(where: names(modifier)) {
      return "no change"
    }
    return "no change; not named, so a finding tells of it"
  }

  private func names(_ modifier: Modifier) -> (AttributionRow) -> Bool { { $0.modifiers.contains(modifier) } }
}

import Crediting
import MedicareFees
import ProductivityModel
import Reporting

/// Policies as JSON for programs.
public enum PolicyData {
  /// Policies by name and title.
  public static func list(_ policies: [CreditPolicy]) -> String {
    JSONValue.array(
      policies.map { .object(["policy": .string($0.name), "title": .string($0.title)]) }
    ).text()
  }

  /// A whole policy: its modifier rows as values, and everything that it says in words.
  ///
  /// - Parameter day: the day of service whose rows alone the policy has; nil for those of all days.
  public static func json(of policy: CreditPolicy, on day: CalendarDate? = nil) -> String {
    func letters(_ statuses: Set<StatusCode>) -> JSONValue { texts(statuses.map(\.published).sorted()) }
    return JSONValue.object([
      "policy": .string(policy.name), "title": .string(policy.title), "on": text(day?.description),
      "vintage": text(policy.vintage?.description), "credited": letters(policy.creditedStatuses),
      "credited_when_valued": letters(policy.creditedWhenValued),
      "modifiers": .array(policy.modifierRows.map(modifier)),
      "informational": texts(policy.informationalModifiers.sorted().map(\.description)),
      "unpriced": .string(policy.unpriced.description),
      "statements": .array(PolicyStatement.all(of: policy).map(statement)),
    ]).text()
  }

  /// What differs between two policies, and what examples earn under both.
  public static func json(of difference: PolicyDifference, effects: [PolicyEffect], release: String) -> String {
    JSONValue.object([
      "from": .string(difference.from.name), "to": .string(difference.to.name),
      "on": .string(difference.day.description),
      "differences": .array(
        difference.entries.map { entry in
          .object([
            "topic": .string(entry.topic), "subject": text(entry.subject.isEmpty ? nil : entry.subject),
            "from": text(entry.from), "to": text(entry.to),
          ])
        }),
      "other_days": texts(difference.otherDays.map(\.description)), "release": .string(release),
      "effects": .array(
        effects.map { effect in
          .object([
            "line": .string(effect.line), "subject": .string(effect.subject),
            "work_rvu_from": .number(effect.from.description), "work_rvu_to": .number(effect.to.description),
          ])
        }),
    ]).text()
  }

  private static func modifier(_ row: ModifierRow) -> JSONValue {
    var amount: (factor: JSONValue, portions: JSONValue) = (.null, .null)
    switch row.amount {
    case .factor(let factor): amount.factor = .number(factor.description)
    case .portions(let parts): amount.portions = texts(parts.map(\.rawValue))
    }
    let asked = IndicatorCase.Question.allCases.compactMap { question in
      row.conditions.accepted[question].map { (question.rawValue, texts($0)) }
    }
    return .object([
      "modifiers": texts(row.modifiers.map(\.description)), "slot": .string(row.slot.rawValue),
      "when": .object(JSONMembers(pairs: asked)), "factor": amount.factor, "portions": amount.portions,
      "once_per_line": .bool(row.isOncePerLine), "outside_ranking": .bool(row.isOutsideRanking),
      "by_days": .bool(row.isByDays), "flag": text(row.flag), "from": .string(row.dates.from.description),
      "through": text(row.dates.through?.description), "citation": .string(row.citation),
    ])
  }

  private static func statement(_ statement: PolicyStatement) -> JSONValue {
    .object([
      "topic": .string(statement.topic), "text": .string(statement.text),
      "from": text(statement.dates?.from.description), "through": text(statement.dates?.through?.description),
      "citation": text(statement.citation.isEmpty ? nil : statement.citation),
    ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

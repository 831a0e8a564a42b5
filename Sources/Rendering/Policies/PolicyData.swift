import Crediting
import ProductivityModel
import Reporting

/// Policies as JSON for programs.
public enum PolicyData {
  /// A whole policy.
  public static func json(of policy: CreditPolicy) -> String {
    JSONValue.object(
      JSONMembers(pairs: [
        ("policy", .string(policy.name)), ("title", .string(policy.title)),
        ("statements", .array(PolicyStatement.all(of: policy).map(value))),
      ])
    ).text()
  }

  /// What differs between two policies.
  public static func json(from: CreditPolicy, to: CreditPolicy, effects: [PolicyEffect], release: String) -> String {
    let (old, new) = (PolicyStatement.all(of: from), PolicyStatement.all(of: to))
    return JSONValue.object(
      JSONMembers(pairs: [
        ("from", .string(from.name)), ("to", .string(to.name)),
        ("only_in_from", .array(old.filter { !new.contains($0) }.map(value))),
        ("only_in_to", .array(new.filter { !old.contains($0) }.map(value))), ("release", .string(release)),
        (
          "effects",
          .array(
            effects.map { effect in
              .object(
                JSONMembers(pairs: [
                  ("line", .string(effect.line)), ("subject", .string(effect.subject)),
                  ("work_rvu_from", .number(effect.from.description)), ("work_rvu_to", .number(effect.to.description)),
                ]))
            })
        ),
      ])
    ).text()
  }

  private static func value(_ statement: PolicyStatement) -> JSONValue {
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    return .object(
      JSONMembers(pairs: [
        ("topic", .string(statement.topic)), ("text", .string(statement.text)),
        ("from", text(statement.dates?.from.description)), ("through", text(statement.dates?.through?.description)),
        ("citation", text(statement.citation.isEmpty ? nil : statement.citation)),
      ]))
  }
}

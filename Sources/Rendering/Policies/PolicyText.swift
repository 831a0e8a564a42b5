import Crediting
import ProductivityModel
import Reporting

/// Policies as text for a terminal.
public enum PolicyText {
  /// A whole policy, in lines without line ends.
  public static func lines(of policy: CreditPolicy) -> [String] {
    var lines = [TextLayout.plain("\(policy.name): \(policy.title)")]
    var topic = ""
    for statement in PolicyStatement.all(of: policy) {
      if statement.topic != topic {
        topic = statement.topic
        lines += ["", topic]
      }
      lines.append(TextLayout.wrapped(statement.text, first: "  ", next: "    "))
      let basis = [statement.dates.map(days), statement.citation.isEmpty ? nil : "Source: \(statement.citation)."]
      let words = basis.compactMap { $0 }.joined(separator: " ")
      if !words.isEmpty { lines.append(TextLayout.wrapped(words, first: "    ", next: "    ")) }
    }
    return lines
  }

  /// What differs between two policies, in lines without line ends.
  public static func lines(from: CreditPolicy, to: CreditPolicy, effects: [PolicyEffect], release: String) -> [String] {
    let (old, new) = (PolicyStatement.all(of: from), PolicyStatement.all(of: to))
    var lines = ["From \(from.name): \(from.title)", "To   \(to.name): \(to.title)"].map(TextLayout.plain)
    let (gone, come) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    if gone.isEmpty, come.isEmpty { return lines + ["", "Both say the same."] }
    for (title, statements) in [("Only in \(from.name)", gone), ("Only in \(to.name)", come)] where !statements.isEmpty
    {
      lines += ["", TextLayout.plain(title)]
      for statement in statements {
        lines.append(TextLayout.wrapped("\(statement.topic): \(statement.text)", first: "  ", next: "    "))
      }
    }
    lines += ["", "What one unit earns in a facility, release \(release); lines of a session together are not shown"]
    let rows = effects.map { [$0.line, TrailWording.number($0.from), TrailWording.number($0.to), $0.subject] }
    return lines + columns([["", from.name, to.name, ""]] + rows)
  }

  /// The words stand to the left, the numbers to the right.
  private static func columns(_ rows: [[String]]) -> [String] {
    TextLayout.columns(rows.map { Array($0.dropLast()) }, indent: "  ").enumerated().map { index, line in
      let words = rows[index].last ?? ""
      return words.isEmpty ? line : "\(line)  \(words)"
    }
  }

  private static func days(_ dates: EffectiveDates) -> String {
    dates.through.map { "From \(dates.from) to \($0)." } ?? "From \(dates.from)."
  }
}

import Crediting
import ProductivityModel
import Reporting

/// Policies as text for a terminal.
public enum PolicyText {
  /// Policies by name and title, a line each, without line ends.
  public static func list(_ policies: [CreditPolicy]) -> [String] {
    let width = policies.map(\.name.count).max() ?? 0
    return policies.map { TextLayout.labelled(TextLayout.plain($0.name), $0.title, at: width + 2) }
  }

  /// A whole policy, in lines without line ends.
  ///
  /// - Parameter day: the day of service whose rows alone the policy has; nil for those of all days.
  public static func lines(of policy: CreditPolicy, on day: CalendarDate? = nil) -> [String] {
    var lines = [TextLayout.wrapped("\(policy.name): \(policy.title)", next: "  ")]
    if let day { lines.append("Only what applies on \(day).") }
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
  ///
  /// - Parameters:
  ///   - effects: what examples earn under both.
  ///   - release: the release that values them.
  public static func lines(of difference: PolicyDifference, effects: [PolicyEffect], release: String) -> [String] {
    let (from, to) = names(difference)
    var lines = [
      TextLayout.labelled("From", "\(from): \(difference.from.title)", at: 5),
      TextLayout.labelled("To", "\(to): \(difference.to.title)", at: 5),
    ]
    if difference.entries.isEmpty {
      lines += ["", "Both say the same of services on \(difference.day)."]
    } else {
      lines += ["", "What they say differently of services on \(difference.day)"]
      lines += entries(difference, from, to)
    }
    if !difference.otherDays.isEmpty {
      let days = CountWording.list(difference.otherDays.map(\.description))
      let text =
        "On other days something else differs, in the periods that start on \(days): name a day of one with --on."
      lines += ["", TextLayout.wrapped(text)]
    }
    if effects.isEmpty { return lines }
    lines += [
      "", "What examples earn in a facility, one unit a line, by release \(release), whatever the vintage",
    ]
    let rows = effects.map { [$0.line, TrailWording.number($0.from), TrailWording.number($0.to), $0.subject] }
    return lines + columns([["", from, to, ""]] + rows)
  }

  private static func entries(_ difference: PolicyDifference, _ from: String, _ to: String) -> [String] {
    let column = max(from.count, to.count) + 6
    var lines: [String] = []
    var topic = ""
    for entry in difference.entries {
      if entry.topic != topic {
        topic = entry.topic
        lines += ["", topic]
      }
      if !entry.subject.isEmpty { lines.append(TextLayout.wrapped(entry.subject, first: "  ", next: "    ")) }
      for (name, text) in [(from, entry.from), (to, entry.to)] {
        guard let text else { continue }
        let isAlone = entry.from == nil || entry.to == nil
        lines.append(
          isAlone
            ? TextLayout.wrapped("Only in \(name): \(text)", first: "  ", next: "    ")
            : TextLayout.labelled("    \(name)", text, at: column))
      }
    }
    return lines
  }

  /// The names of the two policies, told apart where both have the same.
  private static func names(_ difference: PolicyDifference) -> (String, String) {
    let (from, to) = (TextLayout.plain(difference.from.name), TextLayout.plain(difference.to.name))
    return from == to ? ("\(from) (1)", "\(to) (2)") : (from, to)
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

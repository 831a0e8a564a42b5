import Compensation
import ProductivityModel
import Reporting

/// What would hold pay level under a scenario, as text for a terminal.
enum LevelText {
  static func lines(of levels: [CompensationResults.FeeChange.Level], under name: String) -> [String] {
    var lines = [
      "",
      TextLayout.wrapped(
        "What would hold pay level under \(name): the threshold, or the rate of every tier alike, that pays each group in sum what it is paid as it stands"
      ),
    ]
    for kind in CompensationResults.FeeChange.Level.Kind.allCases {
      let own = levels.filter { $0.kind == kind }
      // With one plan and one specialty both are the same people.
      if kind == .specialty, levels.filter({ $0.kind == .plan }).count == 1, own.count == 1 { continue }
      if !own.isEmpty { lines.append("  By \(kind.rawValue)") }
      for level in own { lines += self.lines(of: level, under: name) }
    }
    return lines
  }

  private static func lines(of level: CompensationResults.FeeChange.Level, under name: String) -> [String] {
    let title = TextLayout.plain(StandingWording.specialty(level.name))
    guard let any = level.threshold ?? level.rate else {
      return ["    \(title): its plans have neither threshold nor rate"]
    }
    var lines = [
      TextLayout.wrapped(
        "\(title): \(PayWording.dollars(any.target)) as it stands, \(PayWording.dollars(any.unmoved)) under \(name)",
        first: "    ", next: "      ")
    ]
    for pay in [level.threshold, level.rate].compactMap({ $0 }) {
      let moves = LevelWording.moves(pay)
      let sum = pay.result == .level ? "" : " It pays \(PayWording.dollars(pay.pay))."
      lines.append(
        TextLayout.wrapped(
          "\(moves.joined(separator: ", ")): \(LevelWording.result(pay)).\(sum)", first: "      ", next: "        "))
    }
    return lines
  }
}

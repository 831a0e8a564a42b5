import ProductivityModel

/// The catalogue of findings as text for a terminal.
public enum ProblemText {
  /// All problems, a line each under their chapters, without line ends.
  public static var list: [String] {
    let width = Problem.allCases.map(\.rawValue.count).max() ?? 0
    let severity = Severity.allCases.map(\.rawValue.count).max() ?? 0
    var lines: [String] = []
    for chapter in ProblemChapter.all {
      lines += (lines.isEmpty ? [] : [""]) + [chapter.title]
      for problem in chapter.explanations.map(\.problem) {
        let gap = String(repeating: " ", count: width + 2 - problem.rawValue.count)
        let label = "  \(problem.rawValue)\(gap)\(problem.severity.rawValue)"
        lines.append(TextLayout.labelled(label, problem.title, at: width + severity + 6))
      }
    }
    return lines
  }

  /// What brings a problem about and what to do, in lines without line ends.
  public static func lines(of problem: Problem) -> [String] {
    var lines = [TextLayout.wrapped("\(problem.rawValue): \(problem.title)", next: "  ")]
    lines.append(TextLayout.labelled("Severity", "\(problem.severity.rawValue): \(problem.severity.meaning)", at: 10))
    guard let explanation = problem.explanation else { return lines }
    lines.append(TextLayout.labelled("Cause", explanation.cause, at: 10))
    lines.append(TextLayout.labelled("Do", explanation.remedy, at: 10))
    if let page = explanation.page {
      lines.append(TextLayout.labelled("See", "\(page.title): docs/\(page.path)", at: 10))
    }
    return lines
  }
}

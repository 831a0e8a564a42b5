import ProductivityModel

/// The catalogue of findings as JSON for programs.
public enum ProblemData {
  /// Problems with their severity, title, cause and remedy.
  public static func json(of problems: [Problem]) -> String {
    JSONValue.array(
      problems.map { problem in
        let explanation = problem.explanation
        return .object([
          "problem": .string(problem.rawValue), "severity": .string(problem.severity.rawValue),
          "title": .string(problem.title), "cause": text(explanation?.cause), "remedy": text(explanation?.remedy),
          "page": text((explanation?.page).map { "docs/\($0.path)" }),
        ])
      }
    ).text()
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}

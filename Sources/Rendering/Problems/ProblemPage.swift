import ProductivityModel
import Reporting

/// The page of all findings as Markdown, each with the case that brings it about.
public struct ProblemPage {
  private let problems: Set<Problem>
  private let cases: [Problem: ProblemCase]
  private let folder: String

  /// A page of problems.
  ///
  /// - Parameters:
  ///   - cases: the cases that the page shows.
  ///   - folder: the folder of the cases, as a link from the page.
  public init(_ problems: Set<Problem>, cases: [Problem: ProblemCase] = [:], in folder: String = "errors") {
    self.problems = problems
    self.cases = cases
    self.folder = folder
  }

  /// The page, with a line break at its end.
  public var text: String {
    var parts = problems.count == Problem.allCases.count ? [introduction] : []
    for chapter in ProblemChapter.all {
      let own = chapter.explanations.filter { problems.contains($0.problem) }
      if !own.isEmpty { parts.append("## \(chapter.title)") }
      parts += own.map(entry)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var introduction: String {
    var parts = [
      "# All findings",
      """
      Everything that a run can find in its inputs, by the name that it has in messages, in `data/findings.csv` and in
      `report.json`. `rvubench errors NAME` tells the same at the terminal.
      """,
      """
      The place of a message is file, line and column; the line is the one on which the record starts, the column the byte at
      which the cell starts.
      """,
      "| severity | meaning |\n|---|---|\n"
        + Severity.allCases.reversed().map { "| \($0.rawValue) | \($0.meaning) |" }.joined(separator: "\n"),
      """
      `failOn` in the job names the level from which a run ends with exit code 1; it is `error` unless the job says otherwise.
      What stops a run at once, with exit code 2, 3 or 4, is not a finding: see
      [When a run fails](manual/when-a-run-fails.md).
      """,
      """
      A cell of the log is shown in a message only where its text has the form of its column; otherwise its length and kind are
      told. A header is shown only where it has the shape of a column's name.
      """,
    ]
    if !cases.isEmpty {
      parts.append(
        """
        Each finding has a case: a folder of the smallest files that bring it about. Its `job.yaml` is shown below where it does
        more than name the others. A test runs all cases and compares what the program says. This page is written by
        `scripts/errors-page`.
        """)
    }
    return parts.joined(separator: "\n\n")
  }

  private func entry(_ explanation: ProblemExplanation) -> String {
    let problem = explanation.problem
    let page = explanation.page.map { " See [\($0.title)](\($0.path))." } ?? ""
    var parts = [
      "### \(problem.rawValue)", "**\(problem.title).** Severity: \(problem.severity.rawValue).",
      TextLayout.wrapped("Cause: \(explanation.cause)"), TextLayout.wrapped("Do: \(explanation.remedy)\(page)"),
    ]
    if let example = cases[problem] {
      for (number, file) in example.files.enumerated() {
        let caption = number == 0 ? "[The case](\(folder)/\(problem.rawValue)), `\(file.name)`:" : "`\(file.name)`:"
        parts.append(caption + "\n\n" + Self.block(file.text, Self.language(of: file.name)))
      }
      let steps = example.command.split(separator: "\n").map {
        $0.hasPrefix("copy ") ? "`cp \($0.dropFirst(5))`" : "`rvubench \($0)`"
      }
      let before = steps.count > 1 ? "After \(CountWording.list(steps.dropLast())), " : ""
      parts.append("\(before)\(steps.last ?? "") says:\n\n" + Self.block(example.message, "text"))
    }
    return parts.joined(separator: "\n\n")
  }

  private static func block(_ text: String, _ language: String) -> String {
    "```\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```"
  }

  /// What a file's name says of its language, for readers that colour text.
  private static func language(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "csv": "csv"
    case "yaml": "yaml"
    default: "text"
    }
  }
}

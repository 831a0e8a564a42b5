import ArgumentParser
import ProductivityModel
import Rendering

/// `rvubench errors`: what findings mean and what to do about them.
struct ErrorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errors", abstract: "Explain findings: what brings them about and what to do.",
    discussion: """
      A message ends with the name of its finding in brackets, such as [impossible-date]. Without a name all findings are \
      listed.
      """)

  /// The forms in which findings are explained.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case markdown
  }

  @Argument(help: "Names of findings, such as impossible-date; all of them unless given.")
  var names: [String] = []

  @Option(help: "The form of the output: text, json or markdown.")
  var format = Format.text

  /// The folder of the cases that the page of findings shows; for `scripts/errors-page`.
  @Option(help: .hidden)
  var cases: String?

  /// Prints the explanations.
  func run() throws {
    let problems = try names.isEmpty ? ProblemChapter.all.flatMap(\.explanations).map(\.problem) : names.map(problem)
    switch format {
    case .text where names.isEmpty:
      for line in ProblemText.list { print(line) }
    case .text:
      for (number, problem) in problems.enumerated() {
        if number > 0 { print("") }
        for line in ProblemText.lines(of: problem) { print(line) }
      }
    case .json: print(ProblemData.json(of: problems), terminator: "")
    case .markdown:
      let found = try cases.map { try ProblemCaseFolder($0).cases() } ?? [:]
      print(ProblemPage(Set(problems), cases: found).text, terminator: "")
    }
  }

  private func problem(_ name: String) throws -> Problem {
    if let problem = Problem(rawValue: name.lowercased()) { return problem }
    let nearest = SpellingSuggestion.nearest(to: name, in: Problem.allCases.map(\.rawValue))
    throw Complaint.usage(
      "there is no finding \"\(name)\"\nhint: "
        + (nearest.map { "did you mean \($0)?" } ?? "rvubench errors lists all of them"))
  }
}

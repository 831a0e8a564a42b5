import ArgumentParser
import Pipeline
import Rendering
import Reporting

extension PlanCommand {
  /// `rvubench plan statement`.
  struct Statement: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "statement",
      abstract: "Say what a clinician's plans pay, and how each amount comes about; write nothing.",
      discussion: """
        With --period, just the measurement periods that have a day of it are shown; the whole period of the job counts all \
        the same, since most plans measure the year to date.
        """)

    /// The forms in which a statement is given.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text
      case json
    }

    @OptionGroup var options: JobOptions

    @Option(help: ArgumentHelp("Whose statement, by id.", valueName: "id"))
    var clinician: String

    @Option(help: "text or json.")
    var format = Format.text

    /// Prints the statement.
    func run() throws {
      let shown = try options.periodAsked()
      let inputs = try options.inputsOfWholeJob()
      let outcome = try options.telling {
        try StatementRun.statement(
          of: clinician, in: inputs, showing: shown, version: programVersion, progress: $0)
      }
      options.tell(
        outcome.results.compensation?.findings ?? [], more: "rvubench check tells all of them", errorsAlways: true)
      switch format {
      case .text: for line in StatementOutput.lines(of: outcome.clinician, in: outcome.results) { print(line) }
      case .json: print(StatementOutput.json(of: outcome.clinician, in: outcome.results), terminator: "")
      }
    }
  }
}

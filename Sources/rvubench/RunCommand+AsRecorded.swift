import ArgumentParser
import Pipeline
import ProductivityModel
import Publishing
import RunLedger

extension RunCommand {
  /// Makes a run of the job's ledger again, and says whether it came out as it was.
  func repeatRun(_ number: Int64) throws {
    guard let output else {
      throw Complaint.usage(
        "--as-recorded \(number) needs a folder of its own, so that the present reports stay as they are\n"
          + "hint: add --output, such as --output run-\(number)/")
    }
    guard options.period == nil, options.asOf == nil, only.isEmpty, format.isEmpty, inbox == nil, !dryRun else {
      throw Complaint.usage(
        "--as-recorded \(number) takes period, reports and formats from the run\n"
          + "hint: of the options only --output, --quiet and --log-format go with it")
    }
    let (repetition, staged, differences) = try options.telling { progress in
      let repetition = try RunRepetition(of: number, in: Ledger(reading: options.ledger()))
      let staged = try StagedOutput(replacing: output)
      let inputs = try Self.inputs(of: repetition)
      _ = try repetition.execute(inputs, output: staged, version: programVersion, progress: progress)
      return (repetition, staged, try repetition.differences(of: staged.folder))
    }
    guard !differences.isEmpty else {
      return print("Output: \(staged.folder)/, the same bytes as run \(number) wrote")
    }
    print("Output: \(staged.folder)/")
    Complaint.write(
      "\(differences.count) of its files are not as run \(number) wrote them: "
        + differences.prefix(8).joined(separator: ", ") + (differences.count > 8 ? ", ..." : ""))
    Complaint.write(
      repetition.run.program == programVersion
        ? "hint: the libraries or the machine are others than at that time"
        : "hint: rvubench \(repetition.run.program) made that run, and this is \(programVersion): see CHANGELOG.md")
    throw ExitCode(1)
  }

  /// The inputs of an earlier run, with what its command line said.
  ///
  /// - Parameter reopened: days that are counted as if they were not closed; nil for none.
  static func inputs(of repetition: RunRepetition, reopening reopened: DayRange? = nil) throws -> RunInputs {
    let command = try RunCommand.parse(["job"] + repetition.arguments)
    return try repetition.inputs(command.options.overrides(), reopening: reopened)
      .choosing(reports: command.only, formats: command.format)
  }
}

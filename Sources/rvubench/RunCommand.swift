import ArgumentParser
import Pipeline
import ProductivityModel
import Publishing
import Rendering
import Reporting

extension ReportKind: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}

/// `rvubench run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a job: read its logs, credit every line, write its reports.",
    discussion: """
      The output folder appears whole or not at all: while a run works, and when it fails, the earlier reports stay as they \
      are.
      """)

  @OptionGroup var options: JobOptions

  @Option(help: ArgumentHelp("Write to this folder in place of the job's.", valueName: "dir"))
  var output: String?

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Write only these reports.", valueName: "report"))
  var only: [ReportKind] = []

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Write only these formats.", valueName: "format"))
  var format: [ReportFormat] = []

  @Flag(help: "Do everything except writing.")
  var dryRun = false

  /// Runs the job.
  func run() throws {
    let inputs = try options.inputs().choosing(reports: only, formats: format)
    if let kind = only.first(where: \.showsPay), inputs.job.compensation == nil {
      throw Complaint.usage(
        "--only \(kind.rawValue) shows what plans pay, and the job has no compensation\nhint: add compensation: {plans: plans.yaml} to the job"
      )
    }
    let folder = output ?? inputs.job.resolve(inputs.job.output)
    var staged: StagedOutput?
    if !dryRun {
      do {
        staged = try StagedOutput(replacing: folder)
      } catch {
        throw Complaint.output(error)
      }
    }
    let outcome = try options.execute(inputs, output: staged)
    let shown = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    options.tell(
      outcome.results.findings.filter { $0.severity > .note },
      more: dryRun ? "run without --dry-run to see them all" : "see \(shown)/data/findings.csv")
    for line in RunSummary(outcome.results).lines { print(line) }
    if dryRun {
      print("Nothing was written (--dry-run).")
    } else if outcome.files.contains("index.html") {
      print("Reports: \(shown)/index.html")
    } else {
      print("Output: \(shown)/")
    }
    if let level = inputs.job.failOn, outcome.results.findings.contains(where: { $0.severity >= level }) {
      Complaint.write("there are findings of level \(level.rawValue) or above (the job's failOn): exit code 1")
      throw ExitCode(1)
    }
  }
}

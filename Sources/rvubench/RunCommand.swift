import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel
import Publishing
import Rendering
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension ReportKind: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}

/// `rvubench run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a job: read its logs, credit every line, write its reports.",
    discussion: """
      The output folder appears whole or not at all: while a run works, and when it fails, the earlier reports stay as they \
      are. A report of other inputs that the run replaces is gone, and the run says so: keep a folder a month, such as \
      --output reports/2026-09, with `credits: true` in the job, and `restate` can tell later what changed.
      """)

  @OptionGroup var options: JobOptions

  @Option(help: ArgumentHelp("Write to this folder in place of the job's.", valueName: "dir"))
  var output: String?

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Write only these reports.", valueName: "report"))
  var only: [ReportKind] = []

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Write only these formats.", valueName: "format"))
  var format: [ReportFormat] = []

  @Option(
    help: ArgumentHelp(
      "Read the files of this folder beside the logs, and move them there once the reports are in their place.",
      valueName: "dir"))
  var inbox: String?

  @Flag(help: "Do everything except writing.")
  var dryRun = false

  @Option(
    name: .customLong("as-recorded"),
    help: ArgumentHelp(
      "Make a run of the ledger again, from what the archive has of its inputs, into the folder of --output.",
      valueName: "run"))
  var asRecorded: Int64?

  /// The file of the run that has all errors and warnings; nil where it made none.
  private static func whereToRead(_ files: [String], in folder: String) -> String? {
    ["exceptions.html", "data-quality.html", "data/findings.csv", "exceptions.pdf", "report.json"]
      .first(where: files.contains).map { "\(folder)/\($0)" }
  }

  /// Runs the job, and tells how it ended.
  func run() throws {
    if let asRecorded { return try repeatRun(asRecorded) }
    var ending = RunEnding(of: options.job, isDryRun: dryRun)
    do {
      let read = FilesRead()
      try read.noting { try work(&ending, read) }
    } catch {
      ending.finish(after: error)
      throw error
    }
    ending.finish(after: nil)
  }

  /// Runs the job. What it has to itself meanwhile is given back at the end.
  private func work(_ ending: inout RunEnding, _ read: FilesRead) throws {
    if let output { ending.folder = output }
    let inboxStart = try inbox.map { try InboxStart($0, isDryRun: dryRun) }
    defer { withExtendedLifetime(inboxStart) {} }
    let inputs = try options.inputs(inbox: inboxStart?.source).choosing(reports: only, formats: format)
    ending.period = inputs.period
    if let kind = only.first(where: \.showsPay), inputs.job.compensation == nil {
      throw Complaint.usage(
        "--only \(kind.rawValue) shows what plans pay, and the job has no compensation\nhint: add compensation: {plans: plans.yaml} to the job"
      )
    }
    let folder = output ?? inputs.job.resolve(inputs.job.output)
    let replaced = dryRun || inputs.job.retainedRuns != nil ? nil : ReplacedReport(in: folder)
    let start = try dryRun ? nil : RunStart(replacing: folder, of: inputs, read: read, arguments: arguments)
    defer { withExtendedLifetime(start) {} }
    let outcome = try PatientKey.using(start?.patientKey) {
      try options.execute(inputs, output: start?.staged, recorder: start?.recorder)
    }
    let shown = shown(folder, outcome, inputs)
    ending.come(to: outcome, in: shown)
    for line in RunSummary(outcome.results).lines { print(line) }
    // What is found comes after what was worked out, also where both go to one place.
    fflush(nil)
    options.tellByWeight(outcome.results, more: dryRun ? nil : Self.whereToRead(outcome.files, in: shown))
    if dryRun {
      print("Nothing was written (--dry-run).")
    } else if outcome.files.contains("index.html") {
      print("Reports: \(shown)/index.html")
    } else {
      print("Output: \(shown)/")
    }
    if let number = outcome.number, let ledger = inputs.job.ledger { print("Run \(number) in \(ledger)") }
    if !dryRun { inboxStart?.moveFiles(of: inputs.inbox, isQuiet: options.quiet) }
    for failure in start?.removeOlder() ?? [] {
      Complaint.write("\(failure.path): warning: a run's folder that is no longer kept: it \(failure.message)")
    }
    if !options.quiet, let remark = replaced?.remark(after: folder) {
      fflush(nil)
      Complaint.write(remark)
    }
    if let level = inputs.job.failOn, outcome.results.findings.contains(where: { $0.severity >= level }) {
      Complaint.write("there are findings of level \(level.rawValue) or above (the job's failOn): exit code 1")
      throw ExitCode(1)
    }
  }

  /// The folder in which the run's files are, as messages show it.
  private func shown(_ folder: String, _ outcome: Run.Outcome, _ inputs: RunInputs) -> String {
    let trimmed = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard inputs.job.retainedRuns != nil, let number = outcome.number else { return trimmed }
    return RunFolders(trimmed).path(of: number)
  }

  /// What is true of the files once the run has ended well, whatever becomes of what it prints.
  var remarkOnFiles: String { dryRun ? "" : "; the reports are in place" }

  /// What of the command line decides the output, in one order whatever the order it was given in.
  private var arguments: [String] {
    [options.period.map { "--period=\($0)" }, options.asOf.map { "--as-of=\($0)" }].compactMap { $0 }
      + only.map { "--only=\($0.rawValue)" } + format.map { "--format=\($0.rawValue)" }
  }
}

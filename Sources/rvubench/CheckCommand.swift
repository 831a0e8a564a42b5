import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel

/// `rvubench check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a job and every input, show the first rows as understood; write nothing.")

  @OptionGroup var options: JobOptions

  /// Reads everything, shows what was understood, and tells what was not.
  func run() throws {
    let inputs = try options.inputs()
    let outcome = try options.execute(inputs)
    do {
      for line in try InputPreview(inputs).lines() { print(line) }
    } catch {
      throw Complaint.input(error)
    }
    print("")
    for line in RunSummary(outcome.results).lines.prefix(2) { print(line) }
    let findings = outcome.results.findings
    for finding in findings { print(finding.description) }
    let errors = findings.count { $0.severity == .error }
    print(
      findings.isEmpty
        ? "Nothing to remark." : "\(findings.count) findings, \(errors) of them errors. Nothing was written.")
    if let level = inputs.job.failOn, findings.contains(where: { $0.severity >= level }) { throw ExitCode(1) }
  }
}

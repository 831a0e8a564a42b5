import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel
import Publishing
import Rendering
import Reporting
import RunLedger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `rvubench restate`.
struct RestateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restate",
    abstract: "Tell what changed since an earlier run of a job, line by line and by cause.",
    discussion: """
      The job is run for the days of the earlier run, which is that with which the months of --period were closed, or one whose \
      output folder has data/credits.csv (credits: true in the job), and the two are compared: late lines, voids, corrections, roster, fee schedule and policy, which add up exactly; placements; \
      and pay. The earlier folder is read and never changed.
      """)

  /// The forms in which a restatement is given.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case html
    case pdf
    case csv
    case json
  }

  @OptionGroup var options: JobOptions

  @Option(
    help: ArgumentHelp(
      "The output folder of the earlier run; without it, the closed period that has the months of --period.",
      valueName: "folder"))
  var against: String?

  @Option(help: "text, html, pdf, csv or json.")
  var format = Format.text

  @Option(help: ArgumentHelp("Write to files in this folder, in place of the standard output.", valueName: "dir"))
  var output: String?

  /// Tells what changed.
  func run() throws {
    guard options.asOf == nil else {
      throw Complaint.usage("--as-of has no place here: the days are those of the earlier run")
    }
    let period = try options.periodAsked()
    let closed = try against == nil ? closedRecord(of: period) : nil
    let folder = against ?? closed?.folder ?? ""
    let earlier = try options.telling { _ in try RecordedFolder.read(folder) }
    let whole = try options.inputsOfWholeJob()
    let inputs = try options.inputs(
      RestatementRun.overrides(of: whole, for: earlier), reopening: closed?.closing.period)
    let outcome = try options.telling {
      try RestatementRun.restate(
        inputs, against: earlier, in: folder, period: period, version: programVersion, progress: $0)
    }
    withExtendedLifetime(closed) {}
    options.tell(outcome.findings.filter { $0.severity > .note }, more: "rvubench check tells all of them")
    let paper = PaperSize(rawValue: inputs.job.paper.rawValue) ?? .letter
    for (name, bytes) in try files(outcome, paper: paper) { try write(name, bytes) }
  }

  /// The record of the closed period that has the months asked for.
  private func closedRecord(of period: DayRange?) throws -> ClosedRecord {
    guard let period else {
      throw Complaint.usage("say what is to be compared: --period 2026-09 for a closed month, or --against FOLDER")
    }
    let path = try options.ledger()
    return try options.telling { _ in
      try ClosedRecord(of: RunInputs.job(options.job), period: period, in: Ledger(reading: path))
    }
  }

  private func files(_ outcome: RestatementRun.Outcome, paper: PaperSize) throws -> [(String, [UInt8])] {
    let (restatement, cautions) = (outcome.restatement, outcome.cautions)
    switch format {
    case .text:
      let lines = RestatementOutput.text(restatement, cautions: cautions)
      return [("restatement.txt", Array((lines.joined(separator: "\n") + "\n").utf8))]
    case .html:
      return [
        ("restatement.html", try RestatementOutput.html(restatement, cautions: cautions, version: programVersion))
      ]
    case .pdf:
      do {
        return [
          (
            "restatement.pdf",
            try RestatementOutput.pdf(restatement, cautions: cautions, version: programVersion, paper: paper)
          )
        ]
      } catch {
        throw Complaint.output(OutputFailure("restatement.pdf", "cannot be made: \(error.reason)"))
      }
    case .csv:
      let lines = ("restated_lines.csv", RestatementOutput.csv(linesOf: restatement))
      return output == nil
        ? [lines] : [lines, ("restated_months.csv", RestatementOutput.csv(monthsOf: restatement))]
    case .json:
      return [("restatement.json", Array(RestatementOutput.json(restatement, cautions: cautions).utf8))]
    }
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    do {
      if let output {
        if mkdir(output, 0o700) == 0 {
          chmod(output, 0o700)
        } else if errno != EEXIST {
          throw OutputFailure(output, "cannot be made: \(String(cString: strerror(errno)))")
        }
      }
      let file = try ResultOutput(output.map { "\($0)/\(name)" }, replacing: "\(against ?? options.job)/manifest.json")
      try file.append(bytes)
      try file.finish()
    } catch let error as OutputFailure {
      throw Complaint.output(error)
    }
  }
}

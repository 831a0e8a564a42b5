import ArgumentParser
import Ingest
import Pipeline
import Publishing
import Rendering
import Reporting
import RunLedger

/// `rvubench purge`.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Take old runs out of a job's ledger, and what only they need out of its archive.",
    discussion: """
      As many runs are kept as the job's retention says, or --keep; and those that closed a period, for good. What is taken \
      away cannot be brought back. Logs are not touched; of reports only the folders of runs that are no longer kept go, where \
      the job has retention.
      """)

  @Argument(help: "The job file.")
  var job: String

  @Option(help: ArgumentHelp("Keep this many runs, in place of the job's retention.", valueName: "runs"))
  var keep: Int?

  @Flag(help: "Only say what would be taken away.")
  var dryRun = false

  /// Purges the ledger.
  func run() throws {
    do {
      let job = try RunInputs.job(self.job)
      guard let path = job.ledger.map(job.resolve) else {
        throw Complaint.usage("\(self.job): the job has no ledger\nhint: add ledger: rvubench.sqlite to it")
      }
      guard let kept = keep ?? job.retainedRuns, kept > 0 else {
        throw Complaint.usage(
          "how many runs are to be kept is not said\nhint: add retention: {runs: 24} to the job, or --keep 24")
      }
      let lock = try RunLock(path, owner: RunStart.owner(since: WallClock.now()))
      defer { withExtendedLifetime(lock) {} }
      let ledger = try dryRun ? Ledger(reading: path) : Ledger(path)
      // Folders of runs first: which of them are the run's own is known by the ledger.
      if job.retainedRuns != nil, !dryRun {
        let folder = try StagedOutput.prepare(job.resolve(job.output))
        let lock = try RunLock(folder, owner: RunStart.owner(since: WallClock.now()))
        defer { withExtendedLifetime(lock) {} }
        for failure in try RunRetention(ledger, folder: folder, runs: kept).removeOlder() {
          Complaint.write("\(failure)")
        }
      }
      let outcome = try LedgerPurge(ledger).execute(
        keeping: kept, isTrial: dryRun)
      for line in Self.lines(outcome, isTrial: dryRun) { print(line) }
    } catch let code as ExitCode {
      throw code
    } catch let held as LockHeld {
      throw Complaint.locked(held)
    } catch let failure as InputFailure {
      throw Complaint.input(failure)
    } catch {
      throw Complaint.output(error)
    }
  }

  private static func lines(_ outcome: LedgerPurge.Outcome, isTrial: Bool) -> [String] {
    let what = CountWording.count(outcome.runs.count, "run")
    let files = CountWording.count(outcome.contents, "content")
    let verb = isTrial ? "would be" : outcome.runs.count == 1 ? "was" : "were"
    let size = CellValue.integer(Int(outcome.bytes)).text
    var lines = ["\(what) \(verb) taken out of the ledger, and \(files) of \(size) bytes out of the archive"]
    if !outcome.closed.isEmpty {
      lines.append(
        "Kept though older, since they closed a period: \(outcome.closed.map(String.init).joined(separator: ", "))")
    }
    lines.append(
      "\(CountWording.count(outcome.left, "run")) \(isTrial ? "would be" : outcome.left == 1 ? "is" : "are") left")
    return lines
  }
}

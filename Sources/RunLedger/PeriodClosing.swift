import Ingest
import Pipeline
import ProductivityModel
import Publishing
import Reporting

/// Closes a period: makes the last run of it again, sees that it comes out as it was reported, and keeps every line of it.
public struct PeriodClosing {
  private let ledger: Ledger
  private let archive: Archive
  private let practice: String
  private let job: String

  /// Closes periods of a job.
  ///
  /// - Parameter job: the job as it is now.
  public init(_ ledger: Ledger, of job: Job) {
    self.ledger = ledger
    archive = Archive(besideLedger: ledger.path)
    practice = job.practice
    self.job = Ledger.name(job.path)
  }

  /// The run that is to be closed.
  ///
  /// - Parameters:
  ///   - period: whole months.
  ///   - chosen: the run's number; nil for the last published one that has all days of the period.
  /// - Throws: `LedgerFailure` where there is none, or the period is closed already and not to be amended.
  public func run(of period: DayRange, chosen: Int64?, amending: Bool) throws(LedgerFailure) -> Int64 {
    let overlapping = try ledger.closings(of: practice, job: job).filter { $0.period.intersection(period) != nil }
    if let closing = overlapping.first {
      guard amending else {
        throw LedgerFailure(
          ledger.path, "\(closing.period) is closed already, since \(closing.closedOn), with run \(closing.run)",
          hint: "rvubench restate tells what changed since; --amend with --reason closes it anew, and keeps both")
      }
      guard closing.period == period else {
        throw LedgerFailure(
          ledger.path, "\(closing.period) is what was closed, and is amended as a whole",
          hint: "--period \(closing.period)")
      }
    } else if amending {
      throw LedgerFailure(
        ledger.path, "\(period) is not closed, so there is nothing to amend", hint: "leave out --amend")
    }
    if let chosen {
      guard let run = try ledger.run(chosen) else { throw ledger.hasNo(run: chosen) }
      guard run.state == .published, run.practice == practice, Ledger.name(run.job) == job,
        run.periodStart <= period.first.description, run.periodEnd >= period.last.description
      else {
        throw LedgerFailure(
          ledger.path, "run \(chosen) is not a published run of this job with all days of \(period)",
          hint: "rvubench ledger runs --ledger \(ledger.path) lists them")
      }
      return chosen
    }
    guard let last = try ledger.lastRun(of: practice, job: job, covering: period) else {
      throw LedgerFailure(
        ledger.path, "no published run of the job has all days of \(period)",
        hint: "run the job first, and close what it reports")
    }
    return last
  }

  /// The last published run of the job, whatever its days; nil where there is none.
  ///
  /// - Throws: `LedgerFailure` where the ledger cannot be read.
  public func newestRun() throws(LedgerFailure) -> Int64? {
    try ledger.runs().last { $0.state == .published && $0.practice == practice && Ledger.name($0.job) == job }?.run
  }

  /// Closes a period with the figures of a run that was made again.
  ///
  /// - Parameters:
  ///   - inputs: those of the run.
  ///   - amends: whether the present figures take the place of those that were closed.
  /// - Returns: the closing.
  /// - Throws: `LedgerFailure` where the run comes out otherwise than it was reported, and as
  ///   ``Run/execute(_:output:version:recorder:progress:)``.
  public func close(
    _ period: DayRange, with repetition: RunRepetition, _ inputs: RunInputs, amends: Bool, reason: String?,
    at time: String,
    version: String, progress: Progress?
  ) throws -> Closing {
    let place = try RestoredFolder(in: archive)
    let folder = "\(place.path)/run"
    let results = try repetition.execute(
      inputs.recording(), output: StagedOutput(replacing: folder), version: version, progress: progress
    ).results
    let months = results.clinicians.flatMap { LedgerEntry.months(of: $0, in: results) }.filter {
      period.contains($0.month.days.first)
    }
    let names = Dictionary(results.clinicians.map { ($0.id, $0.name) }) { first, _ in first }
    return try InputPlace.ofOwnFiles {
      let differences = amends ? [] : try repetition.differences(of: folder, in: RecordedFolder.files)
      guard differences.isEmpty else {
        throw LedgerFailure(
          ledger.path,
          "run \(repetition.run.run) does not come out as it was reported: \(differences.joined(separator: ", "))",
          hint:
            "rvubench \(repetition.run.program) made it, and this is \(version): run the job again, and close that run")
      }
      let record = try ClosingRecord(of: folder, in: archive)
      let amended = amends ? try ledger.closings(of: practice, job: job).first { $0.period == period }?.number : nil
      var closing = Closing(
        number: 0, practice: practice, job: job, period: period, closedAt: time, run: repetition.run.run,
        amends: amended, reason: reason, recordSHA256: try archive.keep(record.bytes()))
      closing.number = try ledger.enter(closing, months, names: names)
      return closing
    }
  }
}

import ArgumentParser
import Ingest
import Pipeline
import Publishing
import RunLedger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a run has to itself while it works: its output folder, and the ledger where its job has one.
struct RunStart {
  /// The output to be.
  let staged: StagedOutput
  /// What enters the run in the job's ledger; nil where it has none.
  let recorder: LedgerRecorder?
  /// Which runs' folders stay; nil where the job's run replaces the earlier one's.
  private let retention: RunRetention?
  /// With what patient identifiers are hashed; nil for a key of the process's own.
  let patientKey: UInt64?
  /// Held until the run has ended.
  private let locks: [RunLock]

  /// What a lock says of this process.
  static func owner(since start: String) -> String { "process \(getpid()), since \(start)" }

  /// Locks what the run will write, and makes ready to write it.
  ///
  /// - Parameters:
  ///   - folder: the output folder.
  ///   - read: the files that the run reads, as they come.
  ///   - arguments: what of the command line decides the output.
  /// - Throws: `ExitCode` after saying on stderr what is wrong: 5 where another run is at work, 4 where nothing can be written.
  init(replacing folder: String, of inputs: RunInputs, read: FilesRead, arguments: [String]) throws {
    let start = WallClock.now()
    let owner = Self.owner(since: start)
    do {
      let place = try StagedOutput.prepare(folder)
      let path = inputs.job.ledger.map(inputs.job.resolve)
      locks = try ([path].compactMap { $0 } + [place]).map { try RunLock($0, owner: owner) }
      // Only now: what looks like a killed run's may be that of one at work, in a container with numbers of its own.
      staged = try inputs.job.retainedRuns == nil ? StagedOutput(replacing: place) : StagedOutput(within: place)
      patientKey = try path.map { try PatientKeyFile.key(besideLedger: $0) }
      let ledger = try path.map { try Ledger($0) }
      guard try ledger.map({ try ClosedPeriods.areThose(of: inputs, in: $0) }) ?? true else {
        throw Complaint.locked("error: a period was closed while the inputs were read\nhint: run again")
      }
      if let ledger, let other = try ClosedPeriods.ofOthers(than: inputs, in: ledger).first {
        Complaint.write(
          "warning: what is closed in the ledger is of \(other.job) of \(other.practice), and holds for that name alone: "
            + "nothing is closed for this job")
      }
      recorder = try ledger.map {
        try LedgerRecorder(
          $0, archive: inputs.job.archivesInputs ? Archive(besideLedger: $0.path) : nil, read: read,
          arguments: arguments, startedAt: start, now: WallClock.now)
      }
      if let ledger, let count = inputs.job.retainedRuns {
        retention = RunRetention(ledger, folder: staged.folder, runs: count)
        try retention?.settle()
      } else {
        retention = nil
      }
    } catch let code as ExitCode {
      throw code
    } catch let error as LockHeld {
      throw Complaint.locked(error)
    } catch {
      throw Complaint.output(error)
    }
  }

  /// Removes the folders of runs that are no longer kept, once this run's is in its place.
  ///
  /// - Returns: what could not be removed; the run stands, and the next one tries again.
  func removeOlder() -> [OutputFailure] {
    do {
      return try retention?.removeOlder() ?? []
    } catch {
      return [OutputFailure(error.path, error.message, hint: error.hint)]
    }
  }
}

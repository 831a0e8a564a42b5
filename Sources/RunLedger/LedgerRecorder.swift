import FoundationEssentials
import Ingest
import Pipeline
import ProductivityModel
import Publishing
import Reporting

/// Enters a run in a ledger: before its output takes its place, and once more when it has.
public struct LedgerRecorder: RunRecorder {
  private let ledger: Ledger
  private let archive: Archive?
  private let read: FilesRead
  private let arguments: [String]
  private let start: String
  private let now: () -> String

  /// A recorder of one run.
  ///
  /// What earlier runs left open is settled, so no other run may be at work with the ledger.
  ///
  /// - Parameters:
  ///   - archive: where what the run read is kept; nil for nowhere.
  ///   - read: the files that the run reads, as they come.
  ///   - arguments: what of the command line decides the output.
  ///   - start: when the run began, as `2026-10-01T02:00:00Z`.
  ///   - now: what time it is, in the same form.
  /// - Throws: `LedgerFailure` where the ledger cannot be used.
  public init(
    _ ledger: Ledger, archive: Archive?, read: FilesRead, arguments: [String], startedAt start: String,
    now: @escaping () -> String
  ) throws(LedgerFailure) {
    self.ledger = ledger
    self.archive = archive
    self.read = read
    self.arguments = arguments
    self.start = start
    self.now = now
    archive?.removeAbandoned()
    try ledger.settle(publishedManifest: Self.manifest(in:))
  }

  /// The SHA-256 of the manifest in an output folder; nil where there is none.
  public static func manifest(in folder: String) -> String? {
    (try? InputPlace.ofOwnFiles { try FileSource.digest("\(folder)/manifest.json") })?.sha256
  }

  /// Keeps what the run was made from, and puts its output in its place, between the two entries.
  ///
  /// - Returns: the run's number.
  public func publish(_ output: StagedOutput, _ results: RunResults, _ inputs: RunInputs, version: String) throws
    -> Int64
  {
    try InputPlace.ofOwnFiles {
      let manifest = try FileSource.contents("\(output.staging)/manifest.json")
      var entry = LedgerEntry(
        results, inputs, version: version, output: InputPlace.absolute(output.folder), manifest: manifest.sha256,
        arguments: arguments)
      try ledger.checkClosed(Set(inputs.closed.map(\.closing)), entry.months, period: inputs.period)
      entry.rejects = try LedgerEntry.rejects(in: "\(output.staging)/data/rejects.csv")
      if let archive {
        let snapshot = try RunSnapshot(
          read, without: output.staging, of: inputs, arguments: arguments, in: archive)
        entry.snapshotSHA256 = try archive.keep(snapshot.bytes())
        _ = try archive.keep(manifest.bytes)
      }
      if output.isWithin { entry.leastRun = (RunFolders(output.folder).runs.last ?? 0) + 1 }
      let run = try ledger.enter(entry, startedAt: start)
      if output.isWithin {
        try output.publish(as: RunFolders.name(of: run))
        try link(run, in: output.folder)
      } else {
        try output.publish()
      }
      do throws(LedgerFailure) {
        try ledger.markPublished(run, at: now())
      } catch {
        throw LedgerFailure(
          error.path, "the reports are in place, but run \(run) is not marked as published: \(error.message)",
          hint: "check the disk and the ledger's permissions; the job's next run settles it")
      }
      return run
    }
  }

  /// Makes `latest` lead to a run whose folder is in its place.
  private func link(_ run: Int64, in folder: String) throws(OutputFailure) {
    do throws(OutputFailure) {
      try RunFolders(folder).setLatest(run)
    } catch {
      throw OutputFailure(
        error.path, "the reports are in place, in \(RunFolders.name(of: run)), but not linked: \(error.message)",
        hint: "check the disk, or the connection to it, and run again")
    }
  }
}

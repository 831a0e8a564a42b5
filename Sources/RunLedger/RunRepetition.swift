import FoundationEssentials
import Ingest
import Pipeline
import ProductivityModel
import Publishing

/// An earlier run that is made again from what the archive has of everything that it read.
public final class RunRepetition: Sendable {
  /// The run.
  public let run: LedgerRun
  let snapshot: RunSnapshot
  private let ledger: Ledger
  private let archive: Archive
  private let restored: RestoredFolder

  /// Restores the inputs of a run, for as long as this is there.
  ///
  /// - Throws: `LedgerFailure` where the ledger has no such run, or the archive not all that it read, `OutputFailure` where
  ///   the inputs cannot be written.
  public init(of number: Int64, in ledger: Ledger) throws {
    guard let run = try ledger.run(number) else { throw ledger.hasNo(run: number) }
    self.ledger = ledger
    archive = Archive(besideLedger: ledger.path)
    guard let sha256 = run.snapshotSHA256 else {
      throw LedgerFailure(
        ledger.path, "has no inputs of run \(number), which was made with archive: false or by an earlier version",
        hint: "rvubench ledger runs lists the runs")
    }
    self.run = run
    snapshot = try RunSnapshot(sha256, in: archive)
    restored = try RestoredFolder(in: archive)
    try snapshot.restore(from: archive, to: restored.path)
  }

  /// What of the command line decided the output.
  public var arguments: [String] { snapshot.arguments }

  /// Where its inputs are: files are opened there within ``InputPlace/within(_:_:)``.
  var root: String { restored.path }

  /// Reads the job and what it names as they were, with the periods that were closed then.
  ///
  /// - Parameter reopened: days that are counted as if they were not closed; nil for none.
  /// - Throws: `InputFailure` where this version of the program cannot use them.
  public func inputs(_ overrides: RunInputs.Overrides, reopening reopened: DayRange? = nil) throws -> RunInputs {
    let all = Dictionary(try ledger.allClosings().map { ($0.number, $0) }) { first, _ in first }
    // In the order in which the run had them.
    let closings = snapshot.closings.compactMap { all[$0] }.filter { reopened?.intersection($0.period) == nil }
    return try ownInputs(overrides).keeping(try closings.map { try ClosedPeriods.days(of: $0, in: ledger) })
  }

  /// Reads the job and what it names as they were, as if nothing were closed.
  ///
  /// - Throws: `InputFailure` where this version of the program cannot use them.
  func ownInputs(_ overrides: RunInputs.Overrides) throws -> RunInputs {
    try InputPlace.within(root) {
      try RunInputs(job: snapshot.job, dataFolder: snapshot.data, overrides: overrides)
    }
  }

  /// Makes the run again; it is not entered in the ledger.
  ///
  /// - Throws: as ``Run/execute(_:output:version:recorder:progress:)``.
  @discardableResult
  public func execute(_ inputs: RunInputs, output: StagedOutput, version: String, progress: Progress?) throws
    -> Run.Outcome
  {
    try InputPlace.within(root) {
      try Run.execute(inputs, output: output, version: version, progress: progress)
    }
  }

  /// The files, sorted, that an output has otherwise than the run wrote them; the manifest itself is not among them.
  ///
  /// - Parameter paths: the files that are looked at, where both have them; nil for all, which both must have.
  /// - Throws: `LedgerFailure` where the archive has no manifest of the run.
  public func differences(of folder: String, in paths: [String]? = nil) throws -> [String] {
    let was = try OutputList(bytes: archive.bytes(of: run.manifestSHA256)).hashes
    let now = try OutputList(bytes: FileSource.contents("\(folder)/manifest.json").bytes).hashes
    let looked = paths?.filter { was[$0] != nil && now[$0] != nil } ?? Array(Set(was.keys).union(now.keys))
    return looked.filter { was[$0] != now[$0] }.sorted()
  }
}

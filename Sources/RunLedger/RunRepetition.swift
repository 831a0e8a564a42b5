import FoundationEssentials
import Ingest
import Pipeline
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An earlier run that is made again from what the archive has of everything that it read.
public final class RunRepetition {
  /// The run.
  public let run: LedgerRun
  private let archive: Archive
  private let snapshot: RunSnapshot
  private let root: String

  /// The beginning of the hidden names of the folders in which inputs are restored, in the archive.
  static let prefix = ".restored-"

  /// Restores the inputs of a run, for as long as this is there.
  ///
  /// - Throws: `LedgerFailure` where the ledger has no such run, or the archive not all that it read, `OutputFailure` where
  ///   the inputs cannot be written.
  public init(of number: Int64, in ledger: Ledger) throws {
    guard let run = try ledger.run(number) else { throw ledger.hasNo(run: number) }
    archive = Archive(besideLedger: ledger.path)
    guard let sha256 = run.snapshotSHA256 else {
      throw LedgerFailure(
        ledger.path, "has no inputs of run \(number), which was made with archive: false or by an earlier version",
        hint: "rvubench ledger runs lists the runs")
    }
    self.run = run
    snapshot = try RunSnapshot(sha256, in: archive)
    root = InputPlace.absolute("\(archive.folder)/\(Self.prefix)\(getpid())")
    try? FileManager.default.removeItem(atPath: root)
    guard mkdir(root, 0o700) == 0 else {
      throw OutputFailure(archive.folder, "nothing can be written here: \(String(cString: strerror(errno)))")
    }
    do {
      try snapshot.restore(from: archive, to: root)
    } catch {
      try? FileManager.default.removeItem(atPath: root)
      throw error
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// What of the command line decided the output.
  public var arguments: [String] { snapshot.arguments }

  /// Reads the job and what it names as they were.
  ///
  /// - Throws: `InputFailure` where this version of the program cannot use them.
  public func inputs(_ overrides: RunInputs.Overrides) throws -> RunInputs {
    try InputPlace.within(root) {
      try RunInputs(job: snapshot.job, dataFolder: snapshot.data, overrides: overrides)
    }
  }

  /// Makes the run again; it is not entered in the ledger.
  ///
  /// - Throws: as ``Run/execute(_:output:version:recorder:progress:)``.
  public func execute(_ inputs: RunInputs, output: StagedOutput, version: String, progress: Progress?) throws
    -> Run.Outcome
  {
    try InputPlace.within(root) {
      try Run.execute(inputs, output: output, version: version, progress: progress)
    }
  }

  /// The files, sorted, that an output has otherwise than the run wrote them; the manifest itself is not among them.
  ///
  /// - Parameter isPart: whether the output has only some of the files, of which the others are not missed.
  /// - Throws: `LedgerFailure` where the archive has no manifest of the run.
  public func differences(of folder: String, isPart: Bool = false) throws -> [String] {
    let was = try OutputList(bytes: archive.bytes(of: run.manifestSHA256)).hashes
    let now = try OutputList(bytes: FileSource.contents("\(folder)/manifest.json").bytes).hashes
    let paths = isPart ? Set(was.keys).intersection(now.keys) : Set(was.keys).union(now.keys)
    return paths.filter { was[$0] != now[$0] }.sorted()
  }
}

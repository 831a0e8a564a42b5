internal import GRDB
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The record of runs: one SQLite file, which other programs may read.
///
/// A run is entered in one transaction that is on disk before its output takes the place of the earlier one, and is marked as
/// published after that. Where a process dies between the two, ``settle(publishedManifest:)`` finds out which of them happened.
public final class Ledger: Sendable {
  /// The path as it was given.
  public let path: String
  private let queue: DatabaseQueue

  /// Opens a ledger, or makes one that its owner alone can read; an older version is brought up to date.
  ///
  /// - Throws: ``LedgerFailure`` where it cannot be opened or made, is no ledger, or is of a later version of the program.
  public init(_ path: String) throws(LedgerFailure) {
    self.path = path
    try Self.make(path)
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(isReadOnly: false))
      let migrator = LedgerSchema.migrator
      if try queue.read(migrator.hasBeenSuperseded) { throw Self.later(path) }
      try migrator.migrate(queue)
    } catch let failure as LedgerFailure {
      throw failure
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Opens a ledger to read it, and changes nothing but what a killed process left half written, which is taken back.
  ///
  /// - Throws: ``LedgerFailure`` where there is none, or it cannot be read by this version of the program.
  public init(reading path: String) throws(LedgerFailure) {
    self.path = path
    guard access(path, F_OK) == 0 else {
      throw LedgerFailure(
        path, "there is no ledger here", hint: "name it with --ledger; a job has one where it says ledger: FILE")
    }
    do {
      queue = try Self.readingQueue(path)
      let migrator = LedgerSchema.migrator
      if try queue.read(migrator.hasBeenSuperseded) { throw Self.later(path) }
      guard try queue.read(migrator.hasCompletedMigrations) else {
        var failure = LedgerFailure(
          path, "is of an earlier version of rvubench, or no ledger",
          hint: "the next run of the job brings an earlier version up to date")
        failure.isOutdated = true
        throw failure
      }
    } catch let failure as LedgerFailure {
      throw failure
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Whether there is a file of this path.
  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  // MARK: Writing

  /// Enters a run whose output is not yet in its place.
  ///
  /// - Parameter start: when the run began, as `2026-10-01T02:00:00Z`.
  /// - Returns: the run's number.
  /// - Throws: ``LedgerFailure`` where it cannot be written; nothing of it is then in the ledger.
  public func enter(_ entry: LedgerEntry, startedAt start: String) throws(LedgerFailure) -> Int64 {
    try write { database in try LedgerWriting(database).enter(entry, startedAt: start) }
  }

  /// Marks a run whose output is in its place.
  ///
  /// - Throws: ``LedgerFailure`` where it cannot be written.
  public func markPublished(_ run: Int64, at time: String) throws(LedgerFailure) {
    try write { database in
      try database.execute(
        sql: "UPDATE runs SET state = 'published', published_at = ? WHERE run = ?", arguments: [time, run])
    }
  }

  /// Settles what runs that died while publishing came to: published where their output is in its place, abandoned elsewhere.
  ///
  /// - Parameter manifest: the SHA-256 of the manifest in an output folder; nil where there is none.
  /// - Returns: the numbers of those that were settled, and whether they were published.
  /// - Throws: ``LedgerFailure`` where it cannot be written.
  @discardableResult
  public func settle(
    publishedManifest manifest: (String) -> String?
  ) throws(LedgerFailure) -> [(run: Int64, isPublished: Bool)] {
    let open = try read { database in
      try Row.fetchAll(
        database, sql: "SELECT run, output, manifest_sha256, started_at FROM runs WHERE state = 'publishing'"
      ).map { row -> (Int64, String, String, String) in
        (row["run"], row["output"], row["manifest_sha256"], row["started_at"])
      }
    }
    guard !open.isEmpty else { return [] }
    let settled = open.map { run, output, sha256, start in (run, manifest(output) == sha256, start) }
    try write { database in
      for (run, isPublished, start) in settled {
        try database.execute(
          sql: "UPDATE runs SET state = ?, published_at = ? WHERE run = ?",
          arguments: [isPublished ? "published" : "abandoned", isPublished ? start : nil, run])
      }
    }
    return settled.map { ($0.0, $0.1) }
  }

  /// Gives the space of what was taken away back to the disk.
  func shrink() throws(LedgerFailure) {
    do {
      try queue.vacuum()
      try queue.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
    } catch {
      throw Self.failure(path, error)
    }
  }

  // MARK: Access

  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerFailure) -> Value {
    do { return try queue.read(body) } catch { throw Self.failure(path, error) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerFailure) -> Value {
    do { return try queue.write(body) } catch { throw Self.failure(path, error) }
  }

  private static func readingQueue(_ path: String) throws -> DatabaseQueue {
    func queue(isReadOnly: Bool) throws -> DatabaseQueue {
      let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: isReadOnly))
      try queue.read { database in try database.execute(sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    }
    do {
      return try queue(isReadOnly: true)
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
      // Before WAL holds, a journal that needs to be rolled back can be left; only a connection that may write does it.
      _ = try queue(isReadOnly: false)
      return try queue(isReadOnly: true)
    }
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      guard !isReadOnly else { return }
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
    }
    return configuration
  }

  /// Makes an empty file that its owner alone can read: SQLite gives its side files the permissions of the file.
  private static func make(_ path: String) throws(LedgerFailure) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      fchmod(descriptor, 0o600)
      close(descriptor)
      return
    }
    guard errno == EEXIST else {
      throw LedgerFailure(
        path, "cannot be made: \(String(cString: strerror(errno)))",
        hint: "check that its folder is there and may be written, or name another with ledger: in the job")
    }
    // One that was put back from a backup, or made by hand: where it is another user's, its rights are theirs to give.
    chmod(path, 0o600)
  }

  private static func later(_ path: String) -> LedgerFailure {
    LedgerFailure(
      path, "was written by a later version of rvubench", hint: "use that version; this one changes nothing in it")
  }

  private static func failure(_ path: String, _ error: any Error) -> LedgerFailure {
    guard let error = error as? DatabaseError else { return LedgerFailure(path, "cannot be used: \(error)") }
    let message = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_FULL:
      return LedgerFailure(
        path, "cannot be written: the disk is full", hint: "free some space and run again; nothing was published")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return LedgerFailure(
        path, "is being written by another program", hint: "close what has it open, and run again")
    case .SQLITE_READONLY:
      return LedgerFailure(path, "may not be written", hint: "check its permissions and those of its folder")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return LedgerFailure(
        path, "is no ledger, or is damaged: \(message)",
        hint: "put a copy of the ledger in its place, or name another with ledger: in the job")
    default:
      return LedgerFailure(
        path, "cannot be used: \(message)",
        hint: "check its disk, or the connection to it, and its permissions; what it held before is as it was")
    }
  }
}

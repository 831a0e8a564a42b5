import Ingest
import Pipeline
import ProductivityModel
import Synchronization

/// The closed periods of a job, with what they were made from.
public enum ClosedPeriods {
  /// The job's inputs with its closed periods as they were closed; the same inputs where it has no ledger, or nothing is closed.
  ///
  /// - Parameter reopened: days that are counted as if they were not closed; nil for none.
  /// - Throws: `LedgerFailure` where the ledger cannot be read or the archive lacks what was closed, `InputFailure` where this
  ///   version cannot use it, `OutputFailure` where it cannot be restored.
  public static func keeping(_ inputs: RunInputs, reopening reopened: DayRange? = nil) throws -> RunInputs {
    guard let path = inputs.job.ledger.map(inputs.job.resolve), Ledger.isThere(path) else { return inputs }
    guard let ledger = try upToDate(path) else { return inputs }
    let closings = try closings(of: inputs, in: ledger).filter { reopened?.intersection($0.period) == nil }
    return try inputs.keeping(try closings.map { try days(of: $0, in: ledger) })
  }

  /// The ledger; nil for one of an earlier version, which had no closings.
  private static func upToDate(_ path: String) throws(LedgerFailure) -> Ledger? {
    do {
      return try Ledger(reading: path)
    } catch {
      guard error.isOutdated else { throw error }
      return nil
    }
  }

  /// The closings that hold and of whose days a run tells anything.
  private static func closings(of inputs: RunInputs, in ledger: Ledger) throws(LedgerFailure) -> [Closing] {
    try ledger.closings(of: inputs.job.practice, job: Ledger.name(inputs.job.path)).filter {
      $0.period.last >= inputs.earliestDay && $0.period.first <= inputs.period.last
    }
  }

  /// The closings of a ledger that are of another practice or job, where none is of this one: it may go by another name now.
  ///
  /// - Throws: `LedgerFailure` where the ledger cannot be read.
  public static func ofOthers(than inputs: RunInputs, in ledger: Ledger) throws(LedgerFailure) -> [Closing] {
    let all = try ledger.allClosings()
    let job = Ledger.name(inputs.job.path)
    return all.contains { $0.practice == inputs.job.practice && $0.job == job } ? [] : all
  }

  /// Whether inputs have just the periods as closed that are closed in the ledger.
  ///
  /// - Throws: `LedgerFailure` where the ledger cannot be read.
  public static func areThose(of inputs: RunInputs, in ledger: Ledger) throws -> Bool {
    try closings(of: inputs, in: ledger).map(\.number) == inputs.closed.map(\.closing)
  }

  /// The days of a closing, with what its run read.
  static func days(of closing: Closing, in ledger: Ledger) throws -> ClosedDays {
    try InputPlace.ofOwnFiles {
      let repetition = try RunRepetition(of: closing.run, in: ledger)
      let inputs = try repetition.ownInputs(
        RunInputs.Overrides(period: closing.period, asOf: closing.period.last))
      let archive = Archive(besideLedger: ledger.path)
      let record = RestoredRecord(closing.recordSHA256, in: archive, with: repetition)
      let pay = RestoredRecord(closing.recordSHA256, in: archive, with: repetition, only: [RecordedFolder.statements])
      return ClosedDays(
        days: closing.period, closedOn: closing.closedOn, closing: closing.number, run: closing.run,
        runPeriod: repetition.run.period ?? closing.period, inputs: inputs,
        root: repetition.root, record: { try InputPlace.ofOwnFiles { try record.folder() } },
        statements: { try InputPlace.ofOwnFiles { try pay.folder() } })
    }
  }
}

/// The record of a closed period, restored when it is asked for.
private final class RestoredRecord: Sendable {
  private let sha256: String
  private let archive: Archive
  private let repetition: RunRepetition
  private let dataFiles: [String]?
  private let restored = Mutex<RestoredFolder?>(nil)

  /// A record, or some of its data files.
  init(_ sha256: String, in archive: Archive, with repetition: RunRepetition, only dataFiles: [String]? = nil) {
    self.sha256 = sha256
    self.archive = archive
    self.repetition = repetition
    self.dataFiles = dataFiles
  }

  /// The folder in which the record is, as a run's output.
  func folder() throws -> String {
    try restored.withLock { restored in
      if let restored { return "\(restored.path)/run" }
      let place = try RestoredFolder(in: archive)
      try ClosingRecord(sha256, in: archive).restore(from: archive, to: "\(place.path)/run", only: dataFiles)
      restored = place
      return "\(place.path)/run"
    }
  }
}

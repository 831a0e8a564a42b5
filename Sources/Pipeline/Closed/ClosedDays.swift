import Ingest
import ProductivityModel

/// Days of a closed period. A run counts them as they were closed: with the lines, the roster, the policies and the fee
/// schedule releases of that time, whatever has come since.
public struct ClosedDays: Sendable {
  /// The days, which are whole months.
  public let days: DayRange
  /// The day on which they were closed, as `2026-10-05`.
  public let closedOn: String
  /// The ledger's number of the closing.
  public let closing: Int64
  /// The run that was closed.
  public let run: Int64
  /// The days that that run counted: over them it found for which specialty a split role counts.
  let runPeriod: DayRange
  /// What that run read.
  var inputs: RunInputs
  /// The folder in which the files are that it read, at the paths that they had.
  let root: String
  /// Gives the output folder of that run as the closing keeps it, with every line's credit.
  let record: @Sendable () throws -> String
  /// Gives that folder with the statements of pay alone.
  let statements: @Sendable () throws -> String

  /// Closed days.
  ///
  /// - Parameters:
  ///   - runPeriod: the days that the run counted.
  ///   - inputs: what the run that was closed read.
  ///   - root: the folder in which its files are.
  ///   - record: gives its output folder, and keeps both folders as long as it is there.
  ///   - statements: gives the folder with the statements of pay alone, and keeps it likewise.
  public init(
    days: DayRange, closedOn: String, closing: Int64, run: Int64, runPeriod: DayRange, inputs: RunInputs,
    root: String,
    record: @escaping @Sendable () throws -> String, statements: @escaping @Sendable () throws -> String
  ) {
    self.days = days
    self.closedOn = closedOn
    self.closing = closing
    self.run = run
    self.runPeriod = runPeriod
    self.inputs = inputs
    self.root = root
    self.record = record
    self.statements = statements
  }

  /// What tells its logs and policies from those of today and of other closings.
  var label: String { "closing \(closing) of \(closedOn)" }

  /// The logs, under names that tell them from those of today.
  var logs: [LogFiles.File] {
    inputs.logs.map { log in
      var log = log
      log.path = root + InputPlace.absolute(log.path)
      log.name += " (\(label))"
      return log
    }
  }

  /// Opens what the run read while something is done.
  func opening<Result>(_ body: () throws -> Result) rethrows -> Result {
    try InputPlace.ofOwnFiles { try InputPlace.within(root, body) }
  }

  /// Reads a release as it was on board.
  ///
  /// - Throws: `InputFailure` where it cannot be used.
  func release(_ name: String, of library: FeeLibrary) throws(InputFailure) -> (
    FeeLibrary.LoadedRelease, baseUnits: [ProcedureCode: Int64]
  ) {
    do {
      return try opening {
        let read = try library.load(name)
        return (read, try library.anesthesiaBaseUnits(of: read.schedule.info))
      }
    } catch {
      throw (error as? InputFailure) ?? InputFailure(name, "cannot be read")
    }
  }
}

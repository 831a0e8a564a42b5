import Ingest
import ProductivityModel

/// The record of a closed period, as a run's output folder, for as long as this is there.
public final class ClosedRecord {
  /// The closing.
  public let closing: Closing
  private let restored: RestoredFolder

  /// The folder.
  public var folder: String { "\(restored.path)/run" }

  /// Restores the record of the closing that has all months of a period.
  ///
  /// - Throws: `LedgerFailure` where nothing of the kind is closed, or the archive lacks it, `OutputFailure` where it cannot be
  ///   written.
  public init(of job: Job, period: DayRange, in ledger: Ledger) throws {
    let closings = try ledger.closings(of: job.practice, job: Ledger.name(job.path))
    guard let closing = closings.first(where: { $0.period.intersection(period) == period }) else {
      throw LedgerFailure(
        ledger.path, "\(period) is not closed",
        hint: closings.isEmpty
          ? "rvubench close closes it; or name the output folder of an earlier run with --against"
          : "closed are \(closings.map(\.period.description).joined(separator: ", "))")
    }
    self.closing = closing
    let archive = Archive(besideLedger: ledger.path)
    restored = try RestoredFolder(in: archive)
    try ClosingRecord(closing.recordSHA256, in: archive).restore(from: archive, to: "\(restored.path)/run")
  }
}

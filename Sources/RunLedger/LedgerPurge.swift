import Ingest
import ProductivityModel
import Publishing

/// Takes old runs out of a ledger, and what only they need out of its archive.
public struct LedgerPurge {
  /// What was taken away, and what is left.
  public struct Outcome: Sendable {
    /// The runs that were taken away, the first one first.
    public var runs: [Int64]
    /// How many contents were taken out of the archive.
    public var contents = 0
    /// How many bytes they took there.
    public var bytes: Int64 = 0
    /// The runs that are kept though they are older, since they closed a period.
    public var closed: [Int64]
    /// How many runs are left.
    public var left: Int
  }

  private let ledger: Ledger
  private let archive: Archive

  /// A purge of a ledger, which nothing else may have at work.
  public init(_ ledger: Ledger) {
    self.ledger = ledger
    archive = Archive(besideLedger: ledger.path)
  }

  /// Keeps the newest runs of each job, and those that closed a period.
  ///
  /// - Parameters:
  ///   - kept: how many runs of each job are kept.
  ///   - isTrial: whether it is only said what would be done.
  /// - Throws: `LedgerFailure` where the ledger cannot be written or the archive is damaged, `OutputFailure` where a content
  ///   cannot be taken away.
  public func execute(keeping kept: Int, isTrial: Bool) throws -> Outcome {
    let runs = try ledger.runs()
    let closings = try ledger.allClosings()
    let closed = Set(closings.map(\.run))
    var counts: [[String]: Int] = [:]
    var old: [Int64] = []
    // The newest come last. Runs that never were published count for nothing.
    for run in runs.reversed() {
      let count = counts[[run.practice, run.job], default: 0]
      if run.state == .published { counts[[run.practice, run.job]] = count + 1 }
      let isOld = run.state == .published ? count >= kept : run.state == .abandoned
      if isOld, !closed.contains(run.run) { old.append(run.run) }
    }
    old.reverse()
    let left = runs.filter { !old.contains($0.run) }
    let newest = left.suffix(kept).map(\.run)
    var outcome = Outcome(
      runs: old, closed: closed.filter { !newest.contains($0) }.sorted(), left: left.count)
    let needed = try needed(by: left, closings)
    let unneeded = archive.contents().filter { !needed.contains($0) }
    outcome.contents = unneeded.count
    outcome.bytes = unneeded.reduce(0) { $0 + archive.size(of: $1) }
    guard !isTrial else { return outcome }
    // The ledger first: what it names is in the archive at every moment.
    try ledger.remove(runs: old)
    for sha256 in unneeded { try archive.remove(sha256) }
    return outcome
  }

  /// The contents that runs and closings need.
  private func needed(by runs: [LedgerRun], _ closings: [Closing]) throws -> Set<String> {
    var needed: Set<String> = []
    for run in runs {
      guard let sha256 = run.snapshotSHA256 else { continue }
      needed.formUnion([sha256, run.manifestSHA256])
      needed.formUnion(try RunSnapshot(sha256, in: archive).files.map(\.sha256))
    }
    for closing in closings {
      needed.insert(closing.recordSHA256)
      needed.formUnion(try ClosingRecord(closing.recordSHA256, in: archive).contents)
    }
    return needed
  }
}

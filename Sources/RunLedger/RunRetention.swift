import Publishing

/// Which runs' folders stay, where each run has one of its own.
///
/// A folder is a run's own where the ledger has the run as published and the folder's manifest is the one that was entered.
/// Whatever else is in the output folder is neither counted nor touched.
public struct RunRetention {
  private let ledger: Ledger
  private let folders: RunFolders
  private let count: Int

  /// A retention.
  ///
  /// - Parameters:
  ///   - folder: the output folder, which this process has locked.
  ///   - count: how many runs' folders stay, at least 1.
  public init(_ ledger: Ledger, folder: String, runs count: Int) {
    self.ledger = ledger
    folders = RunFolders(folder)
    self.count = count
  }

  /// Puts right what a killed run left: `latest` leads to the newest run whose folder is in its place.
  ///
  /// What became of the run itself must be settled before.
  ///
  /// - Throws: `LedgerFailure` where the ledger cannot be read, `OutputFailure` where the link cannot be set.
  public func settle() throws {
    folders.removeLeftovers()
    guard let newest = try own().last, folders.latestRun != newest else { return }
    try folders.setLatest(newest)
  }

  /// Removes the folders beyond the newest ones.
  ///
  /// Those of runs that closed a period stay whatever their age, and do not count.
  ///
  /// - Returns: what could not be removed, and why; the next run tries again.
  /// - Throws: `LedgerFailure` where the ledger cannot be read.
  public func removeOlder() throws(LedgerFailure) -> [OutputFailure] {
    let kept = Set(try ledger.allClosings().map(\.run))
    let latest = folders.latestRun
    var failures: [OutputFailure] = []
    for run in try own().filter({ !kept.contains($0) }).dropLast(count) where run != latest {
      do throws(OutputFailure) { try folders.remove(run) } catch { failures.append(error) }
    }
    return failures
  }

  /// The runs of the ledger that have their folders here, by number.
  private func own() throws(LedgerFailure) -> [Int64] {
    let manifests = try ledger.publishedManifests()
    return folders.runs.filter { run in
      manifests[run].map { $0 == LedgerRecorder.manifest(in: folders.path(of: run)) } ?? false
    }
  }
}

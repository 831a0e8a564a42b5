internal import GRDB

extension Ledger {
  /// Takes runs away for good, with everything that only they have.
  ///
  /// - Throws: ``LedgerFailure`` where one has closed a period, or the ledger cannot be written; nothing is then taken away.
  func remove(runs: [Int64]) throws(LedgerFailure) {
    guard !runs.isEmpty else { return }
    try write { database in
      for run in runs { try database.execute(sql: "DELETE FROM runs WHERE run = ?", arguments: [run]) }
      try database.execute(
        sql: "DELETE FROM reject_sets WHERE reject_set NOT IN (SELECT reject_set FROM run_rejects)")
    }
    try shrink()
  }
}

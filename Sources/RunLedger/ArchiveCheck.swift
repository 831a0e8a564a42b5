import Ingest

extension Archive {
  /// What is wrong with what the archive has of runs and closings; empty where nothing is. Every content is read.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func faults(of ledger: Ledger) throws -> [String] {
    var faults: [String] = []
    var checked: Set<String> = []
    func check(_ sha256: String, _ owner: String) -> Bool {
      guard checked.insert(sha256).inserted else { return true }
      do {
        try read(sha256) { _ in }
        return true
      } catch {
        faults.append(
          "\((error as? LedgerFailure)?.path ?? sha256) \((error as? LedgerFailure)?.message ?? "\(error)"): \(owner) needs it"
        )
        return false
      }
    }
    for run in try ledger.runs() {
      guard let sha256 = run.snapshotSHA256, check(sha256, "run \(run.run)") else { continue }
      _ = check(run.manifestSHA256, "run \(run.run)")
      for file in try RunSnapshot(sha256, in: self).files {
        _ = check(file.sha256, "run \(run.run), for \(file.path),")
      }
    }
    for closing in try ledger.allClosings() where check(closing.recordSHA256, "closing \(closing.number)") {
      for sha256 in try ClosingRecord(closing.recordSHA256, in: self).contents {
        _ = check(sha256, "closing \(closing.number)")
      }
    }
    return faults
  }
}

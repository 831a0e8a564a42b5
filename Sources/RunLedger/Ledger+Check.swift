internal import GRDB
import Publishing

extension Ledger {
  /// What is wrong with the ledger; empty where nothing is.
  ///
  /// The file's own structure, the links between its tables, and whether the last run of each output folder is the one that is
  /// there. Of output folders in which each run has one of its own, an earlier run's may have been removed.
  ///
  /// - Parameter manifest: the SHA-256 of the manifest in an output folder; nil where there is none.
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read at all.
  public func faults(publishedManifest manifest: (String) -> String?) throws(LedgerFailure) -> [String] {
    var faults = try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
          "a row of \($0["table"] as String) belongs to no run"
        }
    }
    let last = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT run, output, manifest_sha256 FROM runs
          WHERE run IN (SELECT max(run) FROM runs WHERE state = 'published' GROUP BY output) ORDER BY run
          """
      ).map { row -> (Int64, String, String) in (row["run"], row["output"], row["manifest_sha256"]) }
    }
    let newest = Dictionary(last.map { (Self.parent(of: $0.1, run: $0.0), $0.0) }) { max($0, $1) }
    for (run, output, sha256) in last {
      switch manifest(output) {
      case sha256: break
      case nil where newest[Self.parent(of: output, run: run)] != run: break
      case nil: faults.append("\(output) is not there any more; run \(run) wrote it")
      default: faults.append("\(output) is not what run \(run) wrote, the last one into it")
      }
    }
    return faults
  }

  /// The folder that holds a run's own, or the output folder that it replaces.
  private static func parent(of output: String, run: Int64) -> String {
    let own = "/" + RunFolders.name(of: run)
    return output.hasSuffix(own) ? String(output.dropLast(own.count)) : output
  }
}

import Ingest
import Pipeline
import Publishing
import Tabular

/// Writes a ledger's tables and views as files of their own.
public enum LedgerExport {
  /// What the files were made from: `manifest.json`, by which a later export may replace them.
  private struct Manifest: Encodable {
    let program = "rvubench"
    let version: String
    let outputs: [ManifestOutput]
  }

  /// Writes each as CSV and puts the folder in its place.
  ///
  /// - Returns: how many files were written.
  /// - Throws: `LedgerFailure` where the ledger cannot be read, `OutputFailure` where a file cannot be written.
  public static func write(_ ledger: Ledger, to output: StagedOutput, version: String) throws -> Int {
    var outputs: [ManifestOutput] = []
    for table in Ledger.exported {
      let path = "\(table).csv"
      let file = try output.open(path)
      var writer = DelimitedWriter()
      try ledger.export(table) { row in
        writer.record(row.map { $0.isWords ? FormulaGuard.harmless($0.text) : $0.text })
        if writer.bytes.count > 1 << 16 { try file.append(writer.drain()) }
      }
      try file.append(writer.drain())
      try file.close()
      let (size, sha256) = try FileSource.digest("\(output.staging)/\(path)")
      outputs.append(ManifestOutput(path: path, size: size, sha256: sha256))
    }
    try output.write("manifest.json", try Manifest(version: version, outputs: outputs).bytes())
    try output.publish()
    return outputs.count
  }
}

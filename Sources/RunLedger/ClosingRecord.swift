import FoundationEssentials
import Ingest
import Pipeline
import Publishing
import Reporting

/// What an archive has of a closed period: the data files in which a run recorded every line, month, role and statement.
struct ClosingRecord: Codable {
  /// The SHA-256 of each file, by its path in the run's output.
  private var files: [String: String]

  /// Keeps the record of a run.
  ///
  /// - Parameter folder: its output.
  /// - Throws: `InputFailure` where a file cannot be read, `OutputFailure` where it cannot be kept.
  init(of folder: String, in archive: Archive) throws {
    let known = try OutputList(bytes: FileSource.contents("\(folder)/manifest.json").bytes).hashes
    files = ["manifest.json": try archive.keep("\(folder)/manifest.json")]
    for path in RecordedFolder.files {
      guard let sha256 = known[path] else { continue }
      files[path] = try archive.keep("\(folder)/\(path)", knownAs: sha256)
    }
  }

  /// Reads what an archive has.
  ///
  /// - Throws: ``LedgerFailure`` where it is not there, or damaged.
  init(_ sha256: String, in archive: Archive) throws {
    guard let record = try? JSONDecoder().decode(Self.self, from: Data(archive.bytes(of: sha256))) else {
      throw LedgerFailure(
        archive.place(of: sha256), "does not say what was closed", hint: "put it back from a copy of the archive")
    }
    self = record
  }

  /// The contents that it needs.
  var contents: [String] { files.values.sorted() }

  /// Writes the files to a folder that is empty.
  ///
  /// - Parameter dataFiles: the data files that are wanted beside the manifest; nil for all.
  /// - Throws: ``LedgerFailure`` where the archive has not all of them, `OutputFailure` where one cannot be written.
  func restore(from archive: Archive, to folder: String, only dataFiles: [String]? = nil) throws {
    let output = try StagedOutput(replacing: folder)
    for (path, sha256) in files.sorted(by: { $0.key < $1.key })
    where path == "manifest.json" || dataFiles?.contains(path) ?? true {
      let file = try output.open(path)
      try archive.read(sha256) { try file.append($0) }
      try file.close()
    }
    try output.publish()
  }
}

import FoundationEssentials
import Ingest

/// The files of an output, as its manifest lists them.
struct OutputList: Decodable {
  private struct File: Decodable {
    var path: String
    var sha256: String
  }

  private var outputs: [File]

  /// Reads a manifest.
  ///
  /// - Throws: `InputFailure` where it is none.
  init(bytes: [UInt8]) throws {
    guard let list = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
      throw InputFailure("manifest.json", "is not the manifest of a run")
    }
    self = list
  }

  /// The SHA-256 of each file, by path.
  var hashes: [String: String] { Dictionary(outputs.map { ($0.path, $0.sha256) }) { first, _ in first } }
}

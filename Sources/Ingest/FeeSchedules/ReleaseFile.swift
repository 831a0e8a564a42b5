import FoundationEssentials
import MedicareFees

/// A release's `release.json`: what the release is, where its figures come from and what it lacks.
enum ReleaseFile {
  /// The file's name in its release folder.
  static let fileName = "release.json"

  /// Writes a release's description: keys sorted, so the same release gives the same bytes.
  static func write(_ info: ReleaseInfo) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(info)) + [0x0A]
  }

  /// Reads a release's description.
  ///
  /// - Throws: ``InputFailure`` where it is not JSON of the expected form.
  static func read(_ bytes: [UInt8], path: String) throws(InputFailure) -> ReleaseInfo {
    do {
      return try JSONDecoder().decode(ReleaseInfo.self, from: Data(bytes))
    } catch {
      throw InputFailure(path, "cannot be used: \(words(error))", hint: FeeFigures.remedy)
    }
  }

  /// Makes sure that a file of a release's folder is the one that the description names.
  ///
  /// - Throws: ``InputFailure`` where its SHA-256 is another.
  static func check(_ path: String, _ sha256: String, is described: String) throws(InputFailure) {
    guard sha256 == described else {
      throw InputFailure(
        path, "is not the file that \(fileName) describes: its SHA-256 is \(sha256)", hint: FeeFigures.remedy)
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it is not a JSON text" }
    switch error {
    case .keyNotFound(let key, let context): return "it lacks \(place(context.codingPath + [key]))"
    case .valueNotFound(_, let context): return "\(place(context.codingPath)) is null"
    case .typeMismatch(_, let context): return "\(place(context.codingPath)) is of the wrong type"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "it is not a JSON text" : "\(place(context.codingPath)): \(context.debugDescription)"
    @unknown default: return "it is not of the expected form"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
  }
}

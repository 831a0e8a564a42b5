import FoundationEssentials
import Reporting

/// A file that an output was made from, as a manifest names it.
struct ManifestInput: Encodable {
  var role: String
  var path: String
  var sheet: String?
  var size: UInt64
  var sha256: String

  init(_ file: InputFile) {
    role = file.role
    path = file.path
    sheet = file.sheet
    size = file.size
    sha256 = file.sha256
  }
}

/// A file of an output, as a manifest names it.
public struct ManifestOutput: Encodable, Sendable {
  /// The path, relative to the output folder.
  public var path: String
  /// The size in bytes.
  public var size: UInt64
  /// The SHA-256 of its bytes.
  public var sha256: String

  /// A file of an output.
  public init(path: String, size: UInt64, sha256: String) {
    self.path = path
    self.size = size
    self.sha256 = sha256
  }
}

extension Encodable {
  /// The value as a manifest's JSON: keys sorted, a line break at its end.
  ///
  /// - Throws: where the value cannot be written as JSON.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}

import Tabular

/// A file that is to be imported, in memory: from disk, or a member of a zip file.
struct SourceFile {
  /// What messages call it: its path, or `bundle.zip: folder/file.csv`.
  let shownAs: String
  /// Its name without folders.
  let name: String
  /// Its bytes.
  let bytes: [UInt8]
  /// Their SHA-256.
  let sha256: String

  /// The most bytes of a file on disk.
  private static let limit = 256 << 20

  /// Reads a file from disk.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read or is too large.
  init(path: String) throws(InputFailure) {
    let contents = try FileSource.contents(path, limit: Self.limit)
    shownAs = path
    name = Self.lastComponent(path)
    bytes = contents.bytes
    sha256 = contents.sha256
  }

  /// A member of a zip file.
  init(member: String, of zip: SourceFile, bytes: [UInt8]) {
    shownAs = "\(zip.shownAs): \(member)"
    name = Self.lastComponent(member)
    self.bytes = bytes
    sha256 = SHA256.hexadecimal(of: bytes)
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The failure of its form, with its name.
  func failure(_ error: any Error) -> InputFailure {
    if let error = error as? InputFailure { return error }
    guard let error = error as? FormFailure else { return InputFailure(shownAs, "cannot be read to its end") }
    return InputFailure(shownAs, error.message, hint: error.hint)
  }
}

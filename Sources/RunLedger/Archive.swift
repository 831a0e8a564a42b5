import FoundationEssentials
import Ingest
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files that runs were made from, compressed, each once whatever its name: what is needed to make an earlier run again.
///
/// A folder beside the ledger that its owner alone can read. It holds the logs as they came, patient identifiers included.
public struct Archive: Sendable {
  /// The folder.
  public let folder: String

  /// The archive of a ledger.
  public init(besideLedger ledger: String) { folder = "\(ledger).archive" }

  /// Whether the archive has a content.
  public func has(_ sha256: String) -> Bool { access(place(of: sha256), F_OK) == 0 }

  /// Keeps a file.
  ///
  /// - Parameter sha256: what the file is known to hold; nil where that is not known.
  /// - Returns: the SHA-256 of its bytes, and their count.
  /// - Throws: `InputFailure` where it cannot be read or has another content than is known, `OutputFailure` where it cannot be
  ///   kept.
  @discardableResult
  public func keep(_ path: String, knownAs sha256: String? = nil) throws -> String {
    if let sha256, has(sha256) { return sha256 }
    let source = try FileSource(path, isHashed: false)
    let output = try Incoming(in: folder)
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { break }
      try output.add(piece[..<count])
    }
    if let sha256, sha256 != output.sha256 { throw InputFailure.changed(path) }
    return try output.finish(in: self)
  }

  /// Keeps bytes.
  ///
  /// - Returns: their SHA-256.
  /// - Throws: `OutputFailure` where they cannot be kept.
  public func keep(_ bytes: [UInt8]) throws -> String {
    let output = try Incoming(in: folder)
    try output.add(bytes[...])
    return try output.finish(in: self)
  }

  /// The bytes of a small content.
  ///
  /// - Throws: ``LedgerFailure`` where the archive has it not, or it is damaged.
  public func bytes(of sha256: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try read(sha256) { bytes += $0 }
    return bytes
  }

  /// Gives out a content piece by piece, and makes sure at the end that it is what it was.
  ///
  /// - Throws: ``LedgerFailure`` where the archive has it not, or it is damaged.
  public func read(_ sha256: String, _ body: ([UInt8]) throws -> Void) throws {
    let place = place(of: sha256)
    guard access(place, F_OK) == 0 else {
      throw LedgerFailure(
        place, "is not in the archive any more",
        hint: "put it back from a copy of the archive; rvubench purge takes "
          + "away only what no run that is kept needs")
    }
    var hash = ContentHash()
    do {
      try Decompression(of: FileSource(place, isHashed: false)).read { piece in
        hash.add(piece[...])
        try body(piece)
      }
    } catch let failure as Decompression.Failure {
      throw Self.damaged(place, failure.reason)
    }
    guard hash.text() == sha256 else { throw Self.damaged(place, "it holds something else") }
  }

  private static func damaged(_ place: String, _ reason: String) -> LedgerFailure {
    LedgerFailure(place, "is damaged: \(reason)", hint: "put it back from a copy of the archive")
  }

  /// Takes away what killed processes left; no other process may be at work with the archive.
  func removeAbandoned() {
    AbandonedFolders.remove(in: folder, prefix: Incoming.prefix)
    RestoredFolder.removeAbandoned(in: self)
  }

  /// Every content of the archive, sorted.
  public func contents() -> [String] {
    let groups = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return groups.filter { $0.count == 2 }.flatMap { group in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(group)")) ?? [])
        .filter { $0.hasSuffix(Self.ending) }.map { group + $0.dropLast(Self.ending.count) }
    }.sorted()
  }

  /// The bytes that a content takes in the archive; 0 where it is not there.
  public func size(of sha256: String) -> Int64 {
    var status = stat()
    return stat(place(of: sha256), &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Takes a content away for good.
  ///
  /// - Throws: `OutputFailure` where that cannot be done.
  public func remove(_ sha256: String) throws(OutputFailure) {
    let place = place(of: sha256)
    guard unlink(place) == 0 || errno == ENOENT else {
      throw OutputFailure(place, "cannot be taken away: \(String(cString: strerror(errno)))")
    }
    rmdir("\(folder)/\(sha256.prefix(2))")
  }

  static let ending = ".zst"

  /// Where a content is: contents whose hashes begin alike share a folder.
  func place(of sha256: String) -> String {
    "\(folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2))\(Self.ending)"
  }
}

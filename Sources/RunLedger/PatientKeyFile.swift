import FoundationEssentials
import Ingest
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The key of a ledger's patient identifiers, in a file beside it that its owner alone can read.
public enum PatientKeyFile {
  private static let size = 32

  /// The key of a ledger; made of the system's random bytes where there is none yet.
  ///
  /// - Throws: ``LedgerFailure`` where the file is no key, `OutputFailure` where it cannot be made.
  public static func key(besideLedger ledger: String) throws -> UInt64 {
    let path = "\(ledger).key"
    if access(path, F_OK) != 0 {
      var generator = SystemRandomNumberGenerator()
      let file = try SingleFile(path)
      try file.append((0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) })
      try file.publish()
    }
    let bytes = try InputPlace.ofOwnFiles { try FileSource.contents(path).bytes }
    guard bytes.count == size else {
      throw LedgerFailure(
        path, "is not a key of \(size) bytes",
        hint: "take it away: the next run makes another, and no figure depends on it")
    }
    return bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } | 1
  }
}

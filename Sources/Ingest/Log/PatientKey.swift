import ProductivityModel

/// The key with which patient identifiers are hashed, so that the hash of a known identifier cannot be looked for in what a run
/// holds in memory and in its temporary files. The hash is in no output; nothing in an output depends on the key.
public enum PatientKey {
  /// The key that holds; another in every process unless one is given.
  @TaskLocal static var current = UInt64.random(in: 1...UInt64.max)

  /// Hashes patient identifiers with a key while something is done; with the one that holds where none is given.
  public static func using<Result>(_ key: UInt64?, _ body: () throws -> Result) rethrows -> Result {
    try $current.withValue(key ?? current, operation: body)
  }

  /// The hash of an identifier: never 0.
  @inline(__always)
  static func hash(_ identifier: UnsafeBufferPointer<UInt8>, _ key: UInt64) -> UInt64 {
    ByteHash.hash(identifier, seed: key) | 1
  }
}

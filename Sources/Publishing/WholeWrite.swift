#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes all of some bytes, in as many calls as the system needs for it.
public enum WholeWrite {
  /// Writes bytes to an open file.
  ///
  /// - Returns: how many of them were written; where that is not all, `errno` says why.
  public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    return written
  }

  /// Writes bytes to an open file, as above.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }
}

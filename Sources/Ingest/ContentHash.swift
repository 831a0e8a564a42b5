import CLibcrypto

/// The SHA-256 of bytes that come piece by piece.
public struct ContentHash: ~Copyable {
  private let digest = EVP_MD_CTX_new()

  /// No bytes.
  public init() { EVP_DigestInit_ex(digest, EVP_sha256(), nil) }

  deinit { EVP_MD_CTX_free(digest) }

  /// Adds bytes.
  public mutating func add(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { add($0) } }

  /// Adds bytes.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) { EVP_DigestUpdate(digest, bytes.baseAddress, bytes.count) }

  /// The hash as 64 hexadecimal digits; nothing may be added after it is asked for.
  public mutating func text() -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(digest, &bytes, nil)
    return hexadecimal(bytes)
  }
}

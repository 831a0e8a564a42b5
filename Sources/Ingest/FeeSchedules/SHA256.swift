import CLibcrypto

/// The SHA-256 of bytes in memory.
public enum SHA256 {
  /// The hash as 64 hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = [UInt8](repeating: 0, count: 32)
    var size: UInt32 = 0
    EVP_Digest(bytes, bytes.count, &hash, &size, EVP_sha256(), nil)
    return Ingest.hexadecimal(hash)
  }
}

/// Zip files of members that are stored as they are, made for tests.
public enum StoredZip {
  /// The bytes of a zip file.
  ///
  /// - Parameter isEncrypted: marks its members as encrypted, though they are not.
  public static func bytes(_ members: [(name: String, bytes: [UInt8])], isEncrypted: Bool = false) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = file.count
      var common = word(20) + word(isEncrypted ? 1 : 0) + word(0) + word(0) + word(0x21)
      common += long(Int(checksum(member.bytes))) + long(member.bytes.count) + long(member.bytes.count)
      common += word(member.name.utf8.count) + word(0)
      file += [0x50, 0x4B, 0x03, 0x04] + common + Array(member.name.utf8) + member.bytes
      directory += [0x50, 0x4B, 0x01, 0x02] + word(20) + common + word(0) + word(0) + word(0) + long(0) + long(offset)
      directory += Array(member.name.utf8)
    }
    let end = word(0) + word(0) + word(members.count) + word(members.count) + long(directory.count) + long(file.count)
    return file + directory + [0x50, 0x4B, 0x05, 0x06] + end + word(0)
  }

  private static func word(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }

  private static func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16 & 0xFFFF) }

  /// The CRC-32 of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
    }
    return ~remainder
  }
}

/// Zip files made for tests, sound ones and others.
public enum StoredZip {
  /// A member, and what the file says of it, true or not.
  public struct Member: Sendable {
    /// Its name with its folders.
    public var name: String
    /// Its bytes as they are in the file.
    public var bytes: [UInt8]
    /// How they are packed: 0 not at all, 8 by deflation.
    public var method = 0
    /// What its size is said to be once it is unpacked; that of its bytes unless given.
    public var size: Int?
    /// What its checksum is said to be; its own unless given.
    public var checksum: Int?
    /// The place where it is said to start; where it does start unless given.
    public var offset: Int?
    /// Whether it is said to be encrypted.
    public var isEncrypted = false

    /// A member that is stored as it is.
    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The bytes of a zip file of members that are stored as they are.
  ///
  /// - Parameter isEncrypted: marks its members as encrypted, though they are not.
  public static func bytes(_ members: [(name: String, bytes: [UInt8])], isEncrypted: Bool = false) -> [UInt8] {
    bytes(
      of: members.map {
        var member = Member($0.name, $0.bytes)
        member.isEncrypted = isEncrypted
        return member
      })
  }

  /// The bytes of a zip file.
  public static func bytes(of members: [Member]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = file.count
      var common = word(20) + word(member.isEncrypted ? 1 : 0) + word(member.method) + word(0) + word(0x21)
      common += long(member.checksum ?? Int(checksum(member.bytes)))
      common += long(member.bytes.count) + long(member.size ?? member.bytes.count)
      common += word(member.name.utf8.count) + word(0)
      file += [0x50, 0x4B, 0x03, 0x04] + common + Array(member.name.utf8)
      file += member.bytes
      directory += [0x50, 0x4B, 0x01, 0x02] + word(20) + common + word(0) + word(0) + word(0) + long(0)
      directory += long(member.offset ?? offset) + Array(member.name.utf8)
    }
    var end = word(0) + word(0) + word(members.count) + word(members.count)
    end += long(directory.count) + long(file.count)
    return file + directory + [0x50, 0x4B, 0x05, 0x06] + end + word(0)
  }

  private static func word(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }

  private static func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16 & 0xFFFF) }

  /// What is left of each byte.
  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
    }
  }

  /// The CRC-32 of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { $0 >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}

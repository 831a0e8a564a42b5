/// A 64-bit hash of bytes that is the same in every run and on every machine.
///
/// For finding equal texts within a run; it is not cryptographic and never leaves the program.
public enum ByteHash {
  /// Mixes two words into one by a wide multiplication.
  @inlinable
  public static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The hash of some bytes.
  ///
  /// - Complexity: O(n), eight bytes at a time.
  @inlinable
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = mix(seed, UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= raw.count {
      state = mix(state, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return mix(state, last(raw.count - offset, of: raw) ^ 0xA076_1D64_78BD_642F)
  }

  /// The last bytes, fewer than eight, as one number, the first of them highest; read together where that many are there.
  @inlinable
  @inline(__always)
  static func last(_ count: Int, of raw: UnsafeRawBufferPointer) -> UInt64 {
    let mask = (1 as UInt64) << UInt64(8 * count) &- 1
    if raw.count >= 8 {
      return UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: raw.count &- 8, as: UInt64.self)) & mask
    }
    if count >= 4 {
      let head = UInt64(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)))
      let tail = UInt64(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
      // The two overlap, and where they do they are the same.
      return head << UInt64(8 * (count &- 4)) | tail
    }
    var tail: UInt64 = 0
    for byte in raw { tail = tail << 8 | UInt64(byte) }
    return tail
  }
}

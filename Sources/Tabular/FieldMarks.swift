/// Finds the bytes of a text that may end a field or want a closer look: all up to the comma, the delimiter, and what is not ASCII.
///
/// Digits and letters, most of any file, are none of them. The bytes are looked at all at once. Every vector and mask has its type
/// written out: where it is left to be found, the compiler takes the generic comparisons, which are fifty times as slow.
enum FieldMarks {
  /// How many bytes are looked at.
  static let width = 32

  /// A bit for each byte from a place on, the first lowest; as many bytes as ``width`` must be there to be read.
  @inline(__always)
  static func places(from start: UnsafePointer<UInt8>, delimiter: UInt8) -> UInt64 {
    let bytes = UnsafeRawPointer(start).loadUnaligned(as: SIMD32<UInt8>.self)
    let (comma, last, own) = (
      SIMD32<UInt8>(repeating: 0x2C), SIMD32<UInt8>(repeating: 0x7F), SIMD32<UInt8>(repeating: delimiter)
    )
    let isLow: SIMDMask<SIMD32<Int8>> = bytes .<= comma
    let isHigh: SIMDMask<SIMD32<Int8>> = bytes .>= last
    let isOwn: SIMDMask<SIMD32<Int8>> = bytes .== own
    let isMark: SIMDMask<SIMD32<Int8>> = isLow .| isHigh .| isOwn
    let marked = unsafeBitCast(isMark, to: SIMD4<UInt64>.self)
    return bits(marked[0]) | bits(marked[1]) << 8 | bits(marked[2]) << 16 | bits(marked[3]) << 24
  }

  /// Eight bytes, each 0 or 255, as eight bits: each byte keeps another bit, so that they add up to all of them in the highest.
  @inline(__always)
  private static func bits(_ word: UInt64) -> UInt64 {
    ((word & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
  }
}

/// Finds the bytes of a text that may end a field or want a closer look: the delimiter, the quote, controls, and what is not ASCII.
///
/// Digits, letters and blanks, most of any file, are none of them. The bytes are looked at all at once. Every vector and mask has its type
/// written out: where it is left to be found, the compiler takes the generic comparisons, which are fifty times as slow.
enum FieldMarks {
  /// How many bytes are looked at.
  static let width = 32

  /// A bit for each byte from a place on, the first lowest; as many bytes as ``width`` must be there to be read.
  ///
  /// - Parameter quote: a byte that no text has where there is none.
  @inline(__always)
  static func places(from start: UnsafePointer<UInt8>, delimiter: UInt8, quote: UInt8) -> UInt64 {
    let bytes = UnsafeRawPointer(start).loadUnaligned(as: SIMD32<Int8>.self)
    let (blank, last) = (SIMD32<Int8>(repeating: 0x20), SIMD32<Int8>(repeating: 0x7F))
    let own = SIMD32<Int8>(repeating: Int8(bitPattern: delimiter))
    let quotes = SIMD32<Int8>(repeating: Int8(bitPattern: quote))
    // With a sign, what is not ASCII is below all that is: one comparison finds it together with the controls.
    let isLow: SIMDMask<SIMD32<Int8>> = bytes .< blank
    let isLast: SIMDMask<SIMD32<Int8>> = bytes .== last
    let isOwn: SIMDMask<SIMD32<Int8>> = bytes .== own
    let isQuote: SIMDMask<SIMD32<Int8>> = bytes .== quotes
    let isMark: SIMDMask<SIMD32<Int8>> = (isLow .| isLast) .| (isOwn .| isQuote)
    let marked = unsafeBitCast(isMark, to: SIMD4<UInt64>.self)
    return bits(marked[0]) | bits(marked[1]) << 8 | bits(marked[2]) << 16 | bits(marked[3]) << 24
  }

  /// Eight bytes, each 0 or 255, as eight bits: each byte keeps another bit, so that they add up to all of them in the highest.
  @inline(__always)
  private static func bits(_ word: UInt64) -> UInt64 {
    ((word & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
  }
}

/// Whether bytes stand for themselves everywhere on a page: ASCII from the blank to the tilde, without `<`, `>`, `&` and quotes.
///
/// Nearly all texts are made of such alone. The bytes are looked at eight at once.
enum PlainText {
  /// Whether all bytes are such.
  static func isAll(of text: Span<UInt8>) -> Bool {
    let bytes = text.bytes
    var place = 0
    while place + 8 <= bytes.byteCount {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      if hasOdd(word) { return false }
      place += 8
    }
    var word = eight(UInt8(ascii: " "))
    while place < text.count {
      word = word << 8 | UInt64(text[place])
      place += 1
    }
    return !hasOdd(word)
  }

  /// Whether a text has a byte, which is ASCII.
  static func has(_ byte: UInt8, in text: String) -> Bool {
    let bytes = text.utf8.span
    for place in bytes.indices where bytes[place] == byte { return true }
    return false
  }

  /// Whether one of eight bytes is another.
  @inline(__always)
  private static func hasOdd(_ word: UInt64) -> Bool {
    // The highest bit of a byte is set where the byte is below a blank or is the one that is looked for; and perhaps in bytes above such a
    // one, which does not matter. Pairs of bytes that differ in one bit are looked for together.
    let isLow = (word &- eight(0x20)) & ~word
    let isDelete = hasZero(word ^ eight(0x7F))
    let isQuote = hasZero(word ^ eight(UInt8(ascii: "\"")))
    let isAmpersandOrApostrophe = hasZero((word | eight(0x01)) ^ eight(UInt8(ascii: "'")))
    let isBracket = hasZero((word | eight(0x02)) ^ eight(UInt8(ascii: ">")))
    return (word | isLow | isDelete | isQuote | isAmpersandOrApostrophe | isBracket) & eight(0x80) != 0
  }

  /// The highest bit of each byte that is zero, and perhaps of bytes above the first one.
  @inline(__always)
  private static func hasZero(_ word: UInt64) -> UInt64 { (word &- eight(0x01)) & ~word }

  /// A byte eight times.
  @inline(__always)
  private static func eight(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}

/// A pattern that is repeated very often, packed by deflation: gigabytes in a few megabytes, made at once.
///
/// - Source: RFC 1951, DEFLATE compressed data format specification version 1.3, § 3.2.6 (fixed Huffman codes).
public struct RepeatedDeflate: Sendable {
  /// The packed bytes.
  public private(set) var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  private var bitCount = 0

  /// Packs a text, a pattern repeated to about a number of bytes, and another text.
  ///
  /// - Parameter pattern: at least 1 and at most 4 bytes, for which the format's distances need no further bits.
  public init(_ head: [UInt8], repeating pattern: [UInt8], to count: Int, _ tail: [UInt8]) {
    precondition((1...4).contains(pattern.count))
    // The last block, of fixed codes.
    append(1, 1)
    append(1, 2)
    for byte in head + pattern { literal(byte) }
    // Eight copies of 258 bytes take 13 whole bytes: after some that fill the first byte they are all the same.
    let copies = max(16, count / 258)
    for _ in 0..<8 { copy(pattern.count) }
    let start = bytes.count
    for _ in 0..<8 { copy(pattern.count) }
    let cycle = Array(bytes[start...])
    for _ in 0..<(copies - 16) / 8 { bytes.append(contentsOf: cycle) }
    // 258 is no multiple of every pattern's length: what is left of the last one.
    let copied = 258 * (16 + (copies - 16) / 8 * 8)
    let left = (pattern.count - copied % pattern.count) % pattern.count
    for index in 0..<left { literal(pattern[(copied + index) % pattern.count]) }
    for byte in tail { literal(byte) }
    append(0, 7)
    while bitCount > 0 { append(0, 1) }
  }

  private mutating func literal(_ byte: UInt8) {
    if byte < 144 { code(UInt64(byte) + 0x30, 8) } else { code(UInt64(byte) + 0x100, 9) }
  }

  /// Copies 258 bytes from some bytes before.
  private mutating func copy(_ distance: Int) {
    code(0xC5, 8)
    code(UInt64(distance - 1), 5)
  }

  /// Huffman codes are written with their first bit first.
  private mutating func code(_ value: UInt64, _ count: Int) {
    for bit in (0..<count).reversed() { append(value >> UInt64(bit) & 1, 1) }
  }

  private mutating func append(_ value: UInt64, _ count: Int) {
    bits |= value << UInt64(bitCount)
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }
}

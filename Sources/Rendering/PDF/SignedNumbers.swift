/// The signs and dollar signs that stand before numbers: no line ends between them and the number's first digit.
///
/// By the rules of Unicode a line may end between `+` and `$`, since both are prefixes of numbers.
enum SignedNumbers {
  /// From each first sign through the first digit, as offsets of UTF-8.
  static func ranges(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      if isSign(byte) {
        // A sign within a word, as in `2026-09`, is none.
        if start == nil, index == 0 || opens(bytes[index - 1]) { start = index }
        continue
      }
      if let first = start, (0x30...0x39).contains(byte) { ranges.append(first..<index + 1) }
      start = nil
    }
    return ranges
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "$")
  }

  private static func opens(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "(") }
}

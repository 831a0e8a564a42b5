import ProductivityModel

/// A place of service as sheets write it: `11`, or `11 - Office`.
enum PlaceText {
  /// The place of a cell; nil where it starts with no code that is one.
  static func place(_ text: UnsafeBufferPointer<UInt8>) -> PlaceOfService? {
    // Almost every cell is the two digits.
    if text.count == 2, text[0] &- 0x30 <= 9, text[1] &- 0x30 <= 9 {
      return PlaceOfService(Int(text[0] &- 0x30) * 10 + Int(text[1] &- 0x30))
    }
    let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (1...2).contains(digits.count) else { return nil }
    // What follows the code must be its name: digits and dates have other marks after them.
    if digits.count < text.count {
      let name = text[digits.count...].drop { $0 == 0x20 || $0 == 0x2D || $0 == 0x3A }
      guard name.startIndex > digits.count, let first = name.first, (0x61...0x7A).contains(first | 0x20),
        !name.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
      else { return nil }
    }
    return PlaceOfService(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }
}

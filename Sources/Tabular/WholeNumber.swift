/// Whole numbers as programs write them.
enum WholeNumber {
  /// The number of a text of digits, perhaps with a sign; nil for any other, and for one that is too large.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    // As nearly all are: digits that cannot be too large.
    guard text.count < 19, !text.isEmpty else { return Int(String(decoding: text, as: UTF8.self)) }
    var number = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return Int(String(decoding: text, as: UTF8.self)) }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return number
  }
}

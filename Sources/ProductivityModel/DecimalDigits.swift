/// The digits of a number with their point, sign and separators, put down from the last to the first.
///
/// They stand on the stack: a page has hundreds of numbers, and a data file millions.
struct DecimalDigits {
  /// The digits of 64 bits take 20 bytes, their separators 6; zeros up to the point are at most as many as a scale.
  private static let room = 48

  private var bytes = InlineArray<48, UInt8>(repeating: 0)
  private var first = Self.room

  /// The digits of a number with so many decimals.
  ///
  /// - Parameter grouping: separates thousands with commas.
  init(_ magnitude: UInt64, isNegative: Bool, decimals: Int, grouping: Bool = false) {
    var rest = magnitude
    var place = 0
    while rest > 0 || place <= decimals {
      if place == decimals, decimals > 0 { put(UInt8(ascii: ".")) }
      if grouping, place > decimals, (place - decimals) % 3 == 0 { put(UInt8(ascii: ",")) }
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      place += 1
    }
    if isNegative { put(UInt8(ascii: "-")) }
  }

  private mutating func put(_ byte: UInt8) {
    first -= 1
    bytes[first] = byte
  }

  /// Appends them to other bytes.
  func append(to other: inout [UInt8]) {
    other.append(addingCapacity: Self.room - first) { end in
      for index in first..<Self.room { end.append(bytes[index]) }
    }
  }

  /// The digits as text.
  var text: String {
    guard let text = try? UTF8Span(validating: bytes.span.extracting(first..<Self.room)) else {
      preconditionFailure("digits are no text")
    }
    return String(copying: text)
  }
}

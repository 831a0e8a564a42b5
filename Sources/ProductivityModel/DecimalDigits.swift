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
    if decimals > 0 {
      putLast(decimals, of: &rest)
      put(UInt8(ascii: "."))
    }
    if grouping {
      while rest >= 1_000 {
        putLast(3, of: &rest)
        put(UInt8(ascii: ","))
      }
    }
    while rest >= 100 { putLast(2, of: &rest) }
    if rest >= 10 { putLast(1, of: &rest) }
    putLast(1, of: &rest)
    if isNegative { put(UInt8(ascii: "-")) }
  }

  /// Puts down the last digits of a number, two for a division, and takes them off it.
  @inline(__always)
  private mutating func putLast(_ count: Int, of number: inout UInt64) {
    var left = count
    while left >= 2 {
      let (rest, pair) = number.quotientAndRemainder(dividingBy: 100)
      let (tens, ones) = UInt32(truncatingIfNeeded: pair).quotientAndRemainder(dividingBy: 10)
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ones))
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens))
      number = rest
      left -= 2
    }
    guard left > 0 else { return }
    put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    number /= 10
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    first -= 1
    bytes[first] = byte
  }

  /// Appends them to other bytes.
  func append(to other: inout [UInt8]) {
    other.append(addingCapacity: Self.room - first) { $0.append(copying: bytes.span.extracting(first..<Self.room)) }
  }

  /// The digits as text.
  var text: String {
    guard let text = try? UTF8Span(validating: bytes.span.extracting(first..<Self.room)) else {
      preconditionFailure("digits are no text")
    }
    return String(copying: text)
  }
}

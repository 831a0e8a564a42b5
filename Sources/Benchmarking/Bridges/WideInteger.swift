/// An integer of any size, with just the operations by which a bridge's steps are exact.
///
/// The steps are quotients of products of four quantities and a sum of work: more digits than 128 bits hold.
struct WideInteger: Hashable, Sendable {
  /// The digits of the magnitude to the base 2^32, the least first; the last is not 0, and 0 has none.
  private var digits: [UInt32]
  private var isBelowZero: Bool

  static let zero = WideInteger(0)

  init(_ value: some BinaryInteger) {
    isBelowZero = value < 0
    digits = []
    var rest = value.magnitude
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  private init(digits: [UInt32], isBelowZero: Bool) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
    self.isBelowZero = isBelowZero && !self.digits.isEmpty
  }

  /// -1, 0 or 1.
  var sign: Int { digits.isEmpty ? 0 : isBelowZero ? -1 : 1 }

  /// The number as a double, for pictures and tests.
  var asDouble: Double {
    let magnitude = digits.reversed().reduce(0.0) { $0 * 4_294_967_296 + Double($1) }
    return isBelowZero ? -magnitude : magnitude
  }

  static prefix func - (a: Self) -> Self { Self(digits: a.digits, isBelowZero: !a.isBelowZero) }

  static func + (a: Self, b: Self) -> Self {
    if a.isBelowZero == b.isBelowZero { return Self(digits: sum(a.digits, b.digits), isBelowZero: a.isBelowZero) }
    return isLess(a.digits, b.digits)
      ? Self(digits: difference(b.digits, a.digits), isBelowZero: b.isBelowZero)
      : Self(digits: difference(a.digits, b.digits), isBelowZero: a.isBelowZero)
  }

  static func - (a: Self, b: Self) -> Self { a + -b }

  static func += (a: inout Self, b: Self) { a = a + b }

  static func * (a: Self, b: Self) -> Self {
    if a.digits.isEmpty || b.digits.isEmpty { return .zero }
    var product = [UInt32](repeating: 0, count: a.digits.count + b.digits.count)
    for (place, digit) in a.digits.enumerated() {
      var carry: UInt64 = 0
      for (other, factor) in b.digits.enumerated() {
        let value = UInt64(digit) * UInt64(factor) + UInt64(product[place + other]) + carry
        product[place + other] = UInt32(truncatingIfNeeded: value)
        carry = value >> 32
      }
      product[place + b.digits.count] = UInt32(carry)
    }
    return Self(digits: product, isBelowZero: a.isBelowZero != b.isBelowZero)
  }

  /// The greatest whole number not above the quotient, and what it leaves: at least 0, less than the divisor.
  ///
  /// - Precondition: the divisor is above zero, and the quotient is one of 64 bits.
  /// - Complexity: O(bits of the quotient x digits).
  func dividedDown(by divisor: Self) -> (quotient: Int64, remainder: Self) {
    precondition(divisor.sign > 0)
    var quotient: UInt64 = 0
    var rest = Self(digits: digits, isBelowZero: false)
    var multiples = [divisor]
    while let last = multiples.last, !Self.isLess(rest.digits, last.digits) { multiples.append(last + last) }
    for multiple in multiples.reversed() {
      quotient <<= 1
      if !Self.isLess(rest.digits, multiple.digits) {
        rest = rest - multiple
        quotient |= 1
      }
    }
    if !isBelowZero { return (Int64(quotient), rest) }
    return rest.sign == 0 ? (-Int64(quotient), rest) : (-Int64(quotient) - 1, divisor - rest)
  }

  /// The quotient rounded to the nearest whole number, half away from zero.
  ///
  /// - Precondition: the divisor is above zero, and the quotient is one of 64 bits.
  func divided(by divisor: Self) -> Int64 {
    let (quotient, remainder) = Self(digits: digits, isBelowZero: false).dividedDown(by: divisor)
    let magnitude = remainder + remainder < divisor ? quotient : quotient + 1
    return isBelowZero ? -magnitude : magnitude
  }

  static func < (a: Self, b: Self) -> Bool { (a - b).sign < 0 }

  // MARK: Magnitudes

  private static func isLess(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for place in a.indices.reversed() where a[place] != b[place] { return a[place] < b[place] }
    return false
  }

  private static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(max(a.count, b.count) + 1)
    var carry: UInt64 = 0
    for place in 0..<max(a.count, b.count) {
      let value = UInt64(place < a.count ? a[place] : 0) + UInt64(place < b.count ? b[place] : 0) + carry
      result.append(UInt32(truncatingIfNeeded: value))
      carry = value >> 32
    }
    result.append(UInt32(carry))
    return result
  }

  /// The first, not less than the second, less the second.
  private static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(a.count)
    var borrow: Int64 = 0
    for place in a.indices {
      var value = Int64(a[place]) - Int64(place < b.count ? b[place] : 0) - borrow
      borrow = value < 0 ? 1 : 0
      if value < 0 { value += 1 << 32 }
      result.append(UInt32(value))
    }
    return result
  }
}

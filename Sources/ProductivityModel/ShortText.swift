/// A number or a day as up to sixteen ASCII characters, held in registers.
///
/// Data files have millions of them. They become text without a loop over their digits, and a writer stores them as two words, however
/// many characters there are.
@frozen
public struct ShortText: Sendable {
  /// The first eight characters, the first of them in the lowest byte; what is behind the last has no meaning.
  public private(set) var first: UInt64
  /// The next eight.
  public private(set) var second: UInt64
  /// How many characters there are.
  public private(set) var count: Int

  @inline(__always)
  private init(_ first: UInt64, _ second: UInt64 = 0, count: Int) {
    self.first = first
    self.second = second
    self.count = count
  }

  /// No characters.
  public static var empty: ShortText { ShortText(0, count: 0) }

  /// The number zero.
  public static var zero: ShortText { ShortText(UInt64(UInt8(ascii: "0")), count: 1) }

  /// A whole number.
  ///
  /// - Returns: nil for one with more than seven digits, or six and a sign.
  public init?(_ number: Int64) {
    self.init(number.magnitude, behind: number < 0 ? UInt8(ascii: "-") : nil)
  }

  /// A whole number behind a character, as in `<10`.
  ///
  /// - Returns: nil for one with more than six digits, or below zero.
  public init?(_ number: Int64, behind character: UInt8) {
    guard number >= 0 else { return nil }
    self.init(number.magnitude, behind: character)
  }

  /// A number of hundredths, as ``DecimalText/append(_:scale:leastDecimals:to:)`` writes it.
  ///
  /// - Parameter leastDecimals: the fewest decimals, at most 2.
  /// - Returns: nil for one with more than seven digits before the point, or six and a sign.
  public init?(hundredths value: Int64, leastDecimals: Int = 0) {
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    self.init(whole, part &* 1_000_000, isNegative: value < 0, leastDecimals: leastDecimals)
  }

  /// A number of ten-thousandths without zeros at its end, in the same way.
  public init?(tenThousandths value: Int64) {
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 10_000)
    self.init(whole, part &* 10_000, isNegative: value < 0)
  }

  /// A number of millionths without zeros at its end, in the same way.
  public init?(millionths value: Int64) {
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    self.init(whole, part &* 100, isNegative: value < 0)
  }

  /// A day, `YYYY-MM-DD`.
  ///
  /// - Returns: nil outside the years 0 to 9999.
  public init?(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    guard let text = ShortText(year: year, month: month) else { return nil }
    let dash = UInt64(UInt8(ascii: "-")) &<< 56
    self.init(text.first | dash, Self.eightDigits(UInt64(day)) &>> 48 | Self.zeros, count: 10)
  }

  /// A month, `YYYY-MM`.
  ///
  /// - Returns: nil outside the years 0 to 9999.
  public init?(_ month: YearMonth) { self.init(year: month.year, month: month.month) }

  private init?(year: Int, month: Int) {
    guard year >= 0, year <= 9999 else { return nil }
    let digits = Self.eightDigits(UInt64(year * 10_000 + month)) | Self.zeros
    // YYYY00MM: the dash takes the place of the first zero, and the month follows it.
    let dash = UInt64(UInt8(ascii: "-")) &<< 32
    self.init(digits & 0xFFFF_FFFF | dash | (digits &>> 48) &<< 40, count: 7)
  }

  // MARK: Digits

  /// A number with a part behind the point, in hundred-millionths.
  @inline(__always)
  private init?(_ whole: UInt64, _ part: UInt64, isNegative: Bool, leastDecimals: Int = 0) {
    self.init(whole, behind: isNegative ? UInt8(ascii: "-") : nil)
    if part == 0, leastDecimals == 0 { return }
    let digits = Self.eightDigits(part)
    let decimals = max(8 &- digits.leadingZeroBitCount / 8, leastDecimals)
    let behind = (digits | Self.zeros) &<< 8 | UInt64(UInt8(ascii: "."))
    // There are one to seven characters before the point.
    first |= behind &<< UInt64(truncatingIfNeeded: 8 &* count)
    second = behind &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    count &+= 1 &+ decimals
  }

  /// A whole number behind a character, of seven characters together.
  @inline(__always)
  private init?(_ number: UInt64, behind character: UInt8?) {
    guard number < (character == nil ? 10_000_000 : 1_000_000) else { return nil }
    let digits = Self.eightDigits(number)
    let missing = min(digits.trailingZeroBitCount / 8, 7)
    let text = (digits | Self.zeros) &>> UInt64(truncatingIfNeeded: 8 &* missing)
    if let character {
      self.init(text &<< 8 | UInt64(character), count: 9 &- missing)
    } else {
      self.init(text, count: 8 &- missing)
    }
  }

  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// The eight digits of a number below 100,000,000, the first of them in the lowest byte: it is cut into two numbers of four digits, they
  /// into four of two and these into eight of one, each time all at once.
  @inline(__always)
  private static func eightDigits(_ number: UInt64) -> UInt64 {
    if number < 10 { return number &<< 56 }
    let number = UInt32(truncatingIfNeeded: number)
    let fours = UInt64(number / 10_000) | UInt64(number % 10_000) &<< 32
    // x 10,486 / 2^20 is x / 100 for all x below 10,000, and x 103 / 2^10 is x / 10 for all below 100.
    let hundreds = ((fours &* 10_486) &>> 20) & 0x0000_007F_0000_007F
    let twos = hundreds | ((fours &- hundreds &* 100) &<< 16)
    let tens = ((twos &* 103) &>> 10) & 0x000F_000F_000F_000F
    return tens | ((twos &- tens &* 10) &<< 8)
  }
}

extension ShortText: CustomStringConvertible {
  /// The characters as a text.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the characters to other bytes.
  public func append(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: count) { output in
      for place in 0..<count {
        let word = place < 8 ? first : second
        output.append(UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: 8 * (place & 7))))
      }
    }
  }
}

/// Decimal text to scaled integers and back, exactly and without a locale.
public enum DecimalText {
  /// Why a text is not a number that can be held.
  public enum Failure: Error, Equatable, Sendable {
    /// There is no digit, or there is something that is neither digit, sign nor one decimal point.
    case notANumber
    /// There are more significant decimals than the quantity holds.
    case tooManyDecimals
    /// The number does not fit in 64 bits.
    case outOfRange
  }

  /// Reads `-12.50` as a scaled integer: the value times ten to the power of `scale`.
  ///
  /// Surrounding blanks are allowed, as are a leading sign and missing digits on one side of the point. Decimals beyond
  /// the scale must be zeros: a value is held exactly or refused, never rounded.
  ///
  /// - Complexity: O(n) in the bytes.
  @inlinable
  public static func parse(_ text: UnsafeBufferPointer<UInt8>, scale: Int) -> Result<Int64, Failure> {
    var index = 0
    var end = text.count
    while index < end, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    while end > index, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    var negative = false
    if index < end, text[index] == 0x2D || text[index] == 0x2B {
      negative = text[index] == 0x2D
      index += 1
    }
    var value: Int64 = 0
    var digits = 0
    var decimals = -1
    while index < end {
      let byte = text[index]
      index += 1
      if byte == 0x2E {
        if decimals >= 0 { return .failure(.notANumber) }
        decimals = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return .failure(.notANumber) }
      digits += 1
      if decimals >= 0 {
        if decimals == scale {
          if byte != 0x30 { return .failure(.tooManyDecimals) }
          continue
        }
        decimals += 1
      }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(byte &- 0x30))
      if overflow || carry { return .failure(.outOfRange) }
      value = sum
    }
    if digits == 0 { return .failure(.notANumber) }
    var missing = scale - max(decimals, 0)
    while missing > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return .failure(.outOfRange) }
      value = product
      missing -= 1
    }
    return .success(negative ? -value : value)
  }

  /// Reads up to twelve digits with at most one point among them, as almost every number is written; nil for anything else,
  /// which ``parse(_:scale:)`` decides.
  ///
  /// - Parameter scale: at most 6, so that the value fits.
  @inlinable
  public static func short(_ text: UnsafeBufferPointer<UInt8>, scale: Int) -> Int64? {
    guard !text.isEmpty, text.count <= 12, scale <= 6 else { return nil }
    var value: Int64 = 0
    var digits = 0
    var decimals = -1
    for byte in text {
      let digit = byte &- 0x30
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        digits &+= 1
        if decimals >= 0 { decimals &+= 1 }
      } else if byte == 0x2E, decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    guard digits > 0, decimals <= scale else { return nil }
    for _ in 0..<scale - max(decimals, 0) { value &*= 10 }
    return value
  }

  /// Reads a digit, or four to eight of them, perhaps with a point before the last two, as nearly all units and charges are written; nil
  /// for anything else, which ``short(_:scale:)`` decides.
  ///
  /// - Parameter scale: from 2 to 6; it is to be known where this is called, so that its powers are.
  @inlinable
  @inline(__always)
  public static func brief(_ text: UnsafeBufferPointer<UInt8>, scale: Int) -> Int64? {
    if text.count == 1 {
      let digit = text[0] &- 0x30
      return digit <= 9 ? Int64(digit) &* Int64(powerOfTen(scale)) : nil
    }
    return text.count >= 4 && text.count <= 8 ? atOnce(text, scale: scale) : nil
  }

  /// Reads four to eight bytes in one word: a loop over them waits at each length and at each point that was not foreseen.
  @inlinable
  @inline(__always)
  static func atOnce(_ text: UnsafeBufferPointer<UInt8>, scale: Int) -> Int64? {
    let raw = UnsafeRawBufferPointer(text)
    let head = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self).littleEndian)
    let tail = UInt64(raw.loadUnaligned(fromByteOffset: raw.count &- 4, as: UInt32.self).littleEndian)
    // The last byte highest, and zeros before the first; where both halves have a byte they have the same.
    let unused = UInt64(8 &- raw.count) &* 8
    var word = tail << 32 | head << unused | 0x3030_3030_3030_3030 & ((1 << unused) &- 1)
    let hasPoint = (word >> 40) & 0xFF == 0x2E
    if hasPoint { word = word & 0xFFFF_0000_0000_0000 | (word & 0x0000_00FF_FFFF_FFFF) << 8 | 0x30 }
    let digits = word ^ 0x3030_3030_3030_3030
    // Of a byte beyond nine, and of no other, the highest bit is set.
    if ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 != 0 { return nil }
    // Two digits to a number, then four, then eight.
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    let value = Int64((fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
    return value &* Int64(hasPoint ? powerOfTen(scale &- 2) : powerOfTen(scale))
  }

  /// Reads decimal text held in a string.
  public static func parse(_ text: some StringProtocol, scale: Int) -> Result<Int64, Failure> {
    var copy = String(text)
    return copy.withUTF8 { parse($0, scale: scale) }
  }

  /// Writes a scaled integer with no more decimals than it needs: `(1715, 2)` is `17.15`, `(1700, 2)` is `17`.
  public static func plain(_ value: Int64, scale: Int) -> String {
    digits(value, scale: scale, leastDecimals: 0).text
  }

  /// Appends a scaled integer with no more decimals than it needs, as ``plain(_:scale:)`` writes it, or more.
  ///
  /// - Parameter leastDecimals: the fewest decimals, at most the scale.
  public static func append(_ value: Int64, scale: Int, leastDecimals: Int = 0, to bytes: inout [UInt8]) {
    digits(value, scale: scale, leastDecimals: leastDecimals).append(to: &bytes)
  }

  private static func digits(_ value: Int64, scale: Int, leastDecimals: Int) -> DecimalDigits {
    var magnitude = value.magnitude
    var decimals = scale
    // Most numbers have two decimals of six, or none: their zeros go four at a time.
    while decimals >= leastDecimals + 4, magnitude % 10_000 == 0 {
      magnitude /= 10_000
      decimals -= 4
    }
    while decimals > leastDecimals, magnitude % 10 == 0 {
      magnitude /= 10
      decimals -= 1
    }
    return DecimalDigits(magnitude, isNegative: value < 0, decimals: decimals)
  }

  /// Writes a scaled integer with exactly `decimals` decimals, rounded once, half away from zero.
  ///
  /// - Parameter grouping: separates thousands with commas, for people; data files never do.
  public static func fixed(_ value: Int64, scale: Int, decimals: Int, grouping: Bool = false) -> String {
    fixedDigits(value, scale: scale, decimals: decimals, grouping: grouping).text
  }

  /// Appends a scaled integer as ``fixed(_:scale:decimals:grouping:)`` writes it.
  public static func appendFixed(
    _ value: Int64, scale: Int, decimals: Int, grouping: Bool = false, to bytes: inout [UInt8]
  ) {
    fixedDigits(value, scale: scale, decimals: decimals, grouping: grouping).append(to: &bytes)
  }

  private static func fixedDigits(_ value: Int64, scale: Int, decimals: Int, grouping: Bool) -> DecimalDigits {
    var magnitude = value.magnitude
    if decimals < scale {
      let divisor = powerOfTen(scale - decimals)
      magnitude = (magnitude + divisor / 2) / divisor
    } else if decimals > scale {
      magnitude *= powerOfTen(decimals - scale)
    }
    return DecimalDigits(magnitude, isNegative: value < 0 && magnitude != 0, decimals: decimals, grouping: grouping)
  }

  /// Ten to the power of `exponent`, for exponents from 0 to 18; of a known one the compiler works it out.
  @inlinable
  @inline(__always)
  public static func powerOfTen(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}

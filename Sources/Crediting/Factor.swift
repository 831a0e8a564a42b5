import ProductivityModel

/// An exact factor on a work RVU: 1.5, 0.136, or 60 days of 90.
///
/// Held as a reduced fraction, so any number of factors multiply without rounding; a credit is rounded once, at the end.
public struct Factor: Hashable, Sendable {
  /// The numerator of the reduced fraction.
  public let numerator: Int64
  /// The denominator of the reduced fraction; above zero.
  public let denominator: Int64

  /// A fraction, reduced; the denominator must be above zero.
  public init(_ numerator: Int64, over denominator: Int64) {
    let divisor = max(1, Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    self.numerator = numerator / Int64(divisor)
    self.denominator = denominator / Int64(divisor)
  }

  private init(reduced numerator: Int64, over denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A wide fraction, reduced; exact where it then fits in 64 bits, as it does for any factors that a policy could mean.
  init(reducing numerator: Int128, over denominator: Int128) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(1, a))
    var (numerator, denominator) = (numerator / divisor, denominator / divisor)
    while numerator.magnitude > Int64.max.magnitude || denominator > Int128(Int64.max) {
      numerator /= 2
      denominator /= 2
    }
    self.init(Int64(numerator), over: max(1, Int64(denominator)))
  }

  /// A decimal such as 0.136, given in millionths.
  public init(millionths: Int64) { self.init(millionths, over: 1_000_000) }

  /// No change.
  public static let one = Factor(1, over: 1)
  /// No credit.
  public static let zero = Factor(0, over: 1)

  /// Whether the factor is more than no change.
  var isAboveOne: Bool { numerator > denominator }

  /// Both factors, one after the other, exactly.
  public static func * (a: Factor, b: Factor) -> Factor {
    // Reduced crosswise first, so that the products stay as small as they can be.
    let left = Factor(a.numerator, over: b.denominator)
    let right = Factor(b.numerator, over: a.denominator)
    let (numerator, isTooLarge) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (denominator, isTooFine) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    if !isTooLarge, !isTooFine { return Factor(reduced: numerator, over: denominator) }
    return Factor(
      reducing: Int128(left.numerator) * Int128(right.numerator),
      over: Int128(left.denominator) * Int128(right.denominator))
  }

  /// The sum of two factors, exactly.
  public static func + (a: Factor, b: Factor) -> Factor {
    Factor(
      reducing: Int128(a.numerator) * Int128(b.denominator) + Int128(b.numerator) * Int128(a.denominator),
      over: Int128(a.denominator) * Int128(b.denominator))
  }

  /// The factor times a whole number, rounded once, half away from zero.
  public func scaled(_ value: Int64) -> Int64 {
    Self.rounded(Int128(value) * Int128(numerator), over: Int128(denominator))
  }

  /// A quotient of wide integers, rounded once, half away from zero, so a sign never changes a magnitude.
  ///
  /// - Precondition: `divisor > 0`.
  @inlinable
  public static func rounded(_ dividend: Int128, over divisor: Int128) -> Int64 {
    // Almost all fit in a word, where it takes a tenth of the time.
    if let narrow = Int64(exactly: dividend), narrow.magnitude < 1 << 62, divisor < 1 << 62 {
      let divisor = Int64(truncatingIfNeeded: divisor)
      return narrow >= 0 ? (narrow + divisor / 2) / divisor : (narrow - divisor / 2) / divisor
    }
    let half = divisor / 2
    let quotient = dividend >= 0 ? (dividend + half) / divisor : (dividend - half) / divisor
    return Int64(quotient)
  }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Factor: CustomStringConvertible {
  /// The factor as a decimal: exact where it ends within twelve decimals (six for a million or more), else rounded there.
  public var description: String {
    let isLarge = numerator.magnitude / UInt64(denominator) >= 1_000_000
    let scale = isLarge ? 6 : 12
    let value = Self.rounded(Int128(numerator) * (isLarge ? 1_000_000 : 1_000_000_000_000), over: Int128(denominator))
    return DecimalText.plain(value, scale: scale)
  }
}

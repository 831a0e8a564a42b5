import ProductivityModel

/// What makes quantities of the days counted those of a year of full clinical time: a ratio in lowest terms.
public struct AnnualFactor: Hashable, Sendable {
  private let numerator: Int128
  private let denominator: Int128

  /// A numerator over a denominator above zero.
  ///
  /// A season's weights are long: what the two have in common is taken out, and where a product would still not fit both are halved
  /// together, at most one part in 10^18 off.
  init(_ numerator: Int128, over denominator: Int128) {
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    var (numerator, denominator) = (numerator / divisor, denominator / divisor)
    while numerator > Int128(1) << 62 {
      numerator = (numerator + 1) >> 1
      denominator = (denominator + 1) >> 1
    }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A quantity that adds up over days as one of a year, in its own unit, rounded once; nil where it would be beyond all measure.
  public func applied(to quantity: Int64) -> Int64? {
    Int64(exactly: rounded(Int128(quantity) * numerator, over: denominator))
  }

  private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

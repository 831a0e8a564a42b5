import ProductivityModel

/// A share of a measurement year, as an exact fraction: days in effect times FTE, over the days of the year.
///
/// Shares of one year and one proration have one denominator, so they add up without a rounding.
public struct YearShare: Hashable, Sendable {
  /// The parts.
  public var numerator: Int128
  /// What makes a whole year at 1.0; above zero.
  public var denominator: Int128

  /// A fraction.
  ///
  /// - Precondition: `denominator > 0`.
  public init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share of a quantity for a whole year at 1.0, rounded once, half away from zero.
  public func of(_ quantity: Int64) -> Int64 {
    Int64(rounded(Int128(quantity) * numerator, over: denominator))
  }

  /// The share of an amount, to a cent.
  public func of(_ amount: Money) -> Money { Money(cents: of(amount.cents)) }

  /// The share of a quantity of work, to a millionth.
  public func of(_ work: WorkRVU) -> WorkRVU { WorkRVU(millionths: of(work.millionths)) }

  /// The share in millionths, rounded: for showing only.
  public var millionths: Int64 { of(1_000_000) }
}

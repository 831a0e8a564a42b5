import ProductivityModel

/// What a plan pays for a work RVU, or for another unit: its conversion factor.
///
/// - Unit: millionths of a United States dollar for one unit.
@frozen
public struct ConversionRate: Hashable, Comparable, Sendable {
  /// Millionths of a dollar for one unit.
  public var millionths: Int64

  /// A rate from whole millionths of a dollar.
  @inlinable public init(millionths: Int64) { self.millionths = millionths }

  /// Whether the first rate is the lower.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.millionths < b.millionths }

  /// The highest rate that a plan may name: 10,000 dollars.
  public static let highest = Self(millionths: 10_000_000_000)

  /// Dollars times 10^12 for a quantity of millionths: exact, to be rounded once.
  @inlinable
  public func exactly(forMillionths quantity: Int64) -> Int128 { Int128(quantity) * Int128(millionths) }

  /// Dollars times 10^12 as money: the one rounding, half away from zero, to a cent.
  @inlinable
  public static func money(_ exact: Int128) -> Money { Money(cents: Int64(rounded(exact, over: 10_000_000_000))) }
}

extension ConversionRate: CustomStringConvertible {
  /// Dollars with two decimals or as many as the rate has: `50.00`, `58.479532`.
  public var description: String {
    millionths % 10_000 == 0
      ? DecimalText.fixed(millionths, scale: 6, decimals: 2) : DecimalText.plain(millionths, scale: 6)
  }
}

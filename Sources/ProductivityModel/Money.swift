/// An amount of United States dollars, in whole cents.
///
/// - Unit: cents.
@frozen
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in cents.
  public var cents: Int64

  /// An amount from whole cents.
  @inlinable public init(cents: Int64) { self.cents = cents }

  /// No money.
  @inlinable public static var zero: Self { Self(cents: 0) }

  /// The sum of two amounts.
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(cents: a.cents + b.cents) }
  /// The difference of two amounts.
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(cents: a.cents - b.cents) }
  /// Adds another amount.
  @inlinable public static func += (a: inout Self, b: Self) { a.cents += b.cents }
  /// The amount with the other sign.
  @inlinable public static prefix func - (a: Self) -> Self { Self(cents: -a.cents) }
  /// Whether the first amount is the smaller.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
}

extension Money: CustomStringConvertible {
  /// The amount in dollars with two decimals and no separators: `1234.50`.
  public var description: String { DecimalText.fixed(cents, scale: 2, decimals: 2) }
}

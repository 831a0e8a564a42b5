/// A number of services on a line: negative on a reversal.
///
/// Held as whole ten-thousandths, since some public files hold fractions such as 22.2 services.
///
/// - Unit: services.
@frozen
public struct Units: Hashable, Comparable, Sendable {
  /// The number in ten-thousandths of a service.
  public var tenThousandths: Int64

  /// A number from whole ten-thousandths.
  @inlinable public init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// A whole number of services.
  @inlinable public init(_ whole: Int64) { self.tenThousandths = whole * 10_000 }

  /// The decimals held.
  @inlinable public static var scale: Int { 4 }
  /// No services.
  @inlinable public static var zero: Self { Self(tenThousandths: 0) }
  /// One service.
  @inlinable public static var one: Self { Self(tenThousandths: 10_000) }

  /// The number without its sign.
  @inlinable public var magnitude: Self { Self(tenThousandths: abs(tenThousandths)) }

  /// The sum of two numbers.
  @inlinable public static func + (a: Self, b: Self) -> Self {
    Self(tenThousandths: a.tenThousandths + b.tenThousandths)
  }
  /// Adds another number.
  @inlinable public static func += (a: inout Self, b: Self) { a.tenThousandths += b.tenThousandths }
  /// The number with the other sign.
  @inlinable public static prefix func - (a: Self) -> Self { Self(tenThousandths: -a.tenThousandths) }
  /// Whether the first number is the smaller.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.tenThousandths < b.tenThousandths }
}

extension Units: CustomStringConvertible {
  /// The exact number with at most four decimals: `2`, `22.2`.
  public var description: String { DecimalText.plain(tenThousandths, scale: Self.scale) }
}

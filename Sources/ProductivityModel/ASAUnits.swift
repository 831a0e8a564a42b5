/// A quantity of anesthesia: base units and time.
///
/// Held as whole ten-thousandths: time is rounded to a decimal, and half of it may be credited.
///
/// - Unit: ASA unit (15 minutes of time, or one base unit).
/// - Source: 42 CFR 414.46.
@frozen
public struct ASAUnits: Hashable, Comparable, Sendable {
  /// The quantity in ten-thousandths of a unit.
  public var tenThousandths: Int64

  /// A quantity from whole ten-thousandths.
  @inlinable public init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// Nothing.
  @inlinable public static var zero: Self { Self(tenThousandths: 0) }

  /// The sum of two quantities.
  @inlinable public static func + (a: Self, b: Self) -> Self {
    Self(tenThousandths: a.tenThousandths + b.tenThousandths)
  }
  /// Adds another quantity.
  @inlinable public static func += (a: inout Self, b: Self) { a.tenThousandths += b.tenThousandths }
  /// The quantity with the other sign.
  @inlinable public static prefix func - (a: Self) -> Self { Self(tenThousandths: -a.tenThousandths) }
  /// Whether the first quantity is the smaller.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.tenThousandths < b.tenThousandths }
}

extension ASAUnits: CustomStringConvertible {
  /// The exact quantity with at most four decimals: `8.1`.
  public var description: String { DecimalText.plain(tenThousandths, scale: 4) }
}

/// A quantity of physician work, in relative value units.
///
/// Held as whole millionths, so sums do not depend on order or thread count, a reversal cancels its line exactly,
/// and a total can be re-derived by hand.
///
/// - Unit: work RVU (not dollars).
/// - Source: "WORK RVU" of the CMS Physician Fee Schedule Relative Value File.
@frozen
public struct WorkRVU: Hashable, Comparable, Sendable {
  /// The quantity in millionths of a work RVU.
  public var millionths: Int64

  /// A quantity from whole millionths.
  @inlinable public init(millionths: Int64) { self.millionths = millionths }

  /// A quantity from hundredths, the precision in which CMS publishes RVUs.
  @inlinable public init(hundredths: Int64) { self.millionths = hundredths * 10_000 }

  /// No work.
  @inlinable public static var zero: Self { Self(millionths: 0) }

  /// The sum of two quantities.
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(millionths: a.millionths + b.millionths) }
  /// The difference of two quantities.
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(millionths: a.millionths - b.millionths) }
  /// Adds another quantity.
  @inlinable public static func += (a: inout Self, b: Self) { a.millionths += b.millionths }
  /// Takes another quantity away.
  @inlinable public static func -= (a: inout Self, b: Self) { a.millionths -= b.millionths }
  /// The quantity with the other sign.
  @inlinable public static prefix func - (a: Self) -> Self { Self(millionths: -a.millionths) }
  /// Whether the first quantity is the smaller.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.millionths < b.millionths }

  /// The quantity in RVUs, for statistics only: sums and credits stay integers.
  @inlinable public var asDouble: Double { Double(millionths) / 1_000_000 }
}

extension WorkRVU: CustomStringConvertible {
  /// The exact quantity with at most six decimals and no separators, as data files print it: `17.15`.
  public var description: String { DecimalText.plain(millionths, scale: 6) }
}

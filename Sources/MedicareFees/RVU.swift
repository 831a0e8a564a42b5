import ProductivityModel

/// A quantity of practice expense, malpractice or total relative value units, as a fee schedule publishes it.
///
/// Work has a type of its own, ``WorkRVU``, since only work is ever credited.
///
/// - Unit: hundredths of an RVU.
/// - Source: the PE, MP and total columns of the CMS PFS Relative Value File.
@frozen
public struct RVU: Hashable, Comparable, Sendable {
  /// The quantity in hundredths.
  public var hundredths: Int32

  /// A quantity from whole hundredths.
  @inlinable public init(hundredths: Int32) { self.hundredths = hundredths }

  /// A published work value as a part of a total: cut to hundredths, which loses nothing of a published value.
  @inlinable public init(_ work: WorkRVU) { hundredths = Int32(work.millionths / 10_000) }

  /// No RVUs.
  @inlinable public static var zero: Self { Self(hundredths: 0) }

  /// The sum.
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(hundredths: a.hundredths + b.hundredths) }
  /// The difference.
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(hundredths: a.hundredths - b.hundredths) }
  /// Compares the quantities.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }
}

extension RVU: CustomStringConvertible {
  /// The quantity with two decimals: `28.97`.
  public var description: String { DecimalText.fixed(Int64(hundredths), scale: 2, decimals: 2) }
}

import ProductivityModel

/// A percent from 0 to 100, held exactly with up to four decimals.
public struct Percent: Hashable, Comparable, Sendable {
  /// The percent in ten-thousandths: 1,000,000 for 100 %.
  public let tenThousandths: Int64

  /// The middle of a sample.
  public static let median = Percent(50)

  /// A whole percent; below 0 it is taken as 0, above 100 as 100.
  public init(_ whole: Int) { tenThousandths = Int64(min(max(whole, 0), 100)) * 10_000 }

  /// A percent in ten-thousandths; nil outside 0 to 1,000,000.
  public init?(tenThousandths: Int64) {
    guard (0...1_000_000).contains(tenThousandths) else { return nil }
    self.tenThousandths = tenThousandths
  }

  /// A percent as it is written, such as `2.5`; nil where it is no number of up to four decimals from 0 to 100.
  public init?(_ text: String) {
    guard case .success(let value) = DecimalText.parse(text, scale: 4) else { return nil }
    self.init(tenThousandths: value)
  }

  /// The share of one: 0.25 for 25 %.
  public var share: Double { Double(tenThousandths) / 1_000_000 }

  /// What is left to 100 %.
  public var complement: Percent { Percent(unchecked: 1_000_000 - tenThousandths) }

  /// The half of it, rounded down in the fourth decimal.
  public var half: Percent { Percent(unchecked: tenThousandths / 2) }

  private init(unchecked tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// Whether the first is the smaller.
  public static func < (a: Self, b: Self) -> Bool { a.tenThousandths < b.tenThousandths }
}

extension Percent: CustomStringConvertible {
  /// The number without the sign, with no more decimals than it needs: `2.5`.
  public var description: String { DecimalText.plain(tenThousandths, scale: 4) }
}

import Benchmarking

/// What is known of a percentile, or of a difference of two: everything between two ends.
///
/// A value between two published points has a percentile, and both ends are that. A value outside them is known to be above
/// the highest or below the lowest published percent, and no more.
public struct PercentileRange: Hashable, Sendable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// Whether the ends themselves are possible.
  public var includesEnds: Bool

  /// A range.
  init(low: Double, high: Double, includesEnds: Bool) {
    self.low = low
    self.high = high
    self.includesEnds = includesEnds
  }

  /// What a position says; nil where it says nothing but a ratio.
  public init?(_ position: Placement.Position) {
    switch position {
    case .at(let percentile): self.init(low: percentile, high: percentile, includesEnds: true)
    case .above(let percent): self.init(low: Double(percent), high: 100, includesEnds: false)
    case .below(let percent): self.init(low: 0, high: Double(percent), includesEnds: false)
    case .ratioOnly: return nil
    }
  }

  /// What is known of the difference of two.
  public static func - (a: Self, b: Self) -> Self {
    Self(low: a.low - b.high, high: a.high - b.low, includesEnds: a.includesEnds && b.includesEnds)
  }

  /// Whether it is above a limit: surely, perhaps, or surely not.
  public func isAbove(_ limit: Double) -> Certainty {
    if low > limit || (low == limit && !includesEnds) { return .certain }
    return high > limit ? .possible : .excluded
  }

  /// Whether it is below a limit: surely, perhaps, or surely not.
  public func isBelow(_ limit: Double) -> Certainty {
    if high < limit || (high == limit && !includesEnds) { return .certain }
    return low < limit ? .possible : .excluded
  }
}

import Benchmarking

/// Where pay and work stand, each against the median of its own distribution.
///
/// The median itself counts as the upper half: thresholds say "at or above".
public enum AlignmentQuadrant: String, CaseIterable, Hashable, Sendable {
  /// Pay and work at or above the median.
  case highPayHighWork = "high pay, high work"
  /// Pay at or above the median, work below it.
  case highPayLowWork = "high pay, low work"
  /// Pay below the median, work at or above it.
  case lowPayHighWork = "low pay, high work"
  /// Pay and work below the median.
  case lowPayLowWork = "low pay, low work"

  /// The quadrant of two positions; nil where a bound does not say on which side of the median one of them is.
  public init?(pay: Placement.Position, work: Placement.Position) {
    guard let pay = PercentileRange(pay), let work = PercentileRange(work),
      let isPayHigh = Self.isHigh(pay), let isWorkHigh = Self.isHigh(work)
    else { return nil }
    self =
      switch (isPayHigh, isWorkHigh) {
      case (true, true): .highPayHighWork
      case (true, false): .highPayLowWork
      case (false, true): .lowPayHighWork
      case (false, false): .lowPayLowWork
      }
  }

  private static func isHigh(_ range: PercentileRange) -> Bool? {
    switch range.isBelow(50) {
    case .certain: false
    case .excluded: true
    case .possible: nil
    }
  }
}

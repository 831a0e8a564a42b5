import ProductivityModel

/// Where a value stands in a survey's published distribution.
///
/// Between two published points the percentile is interpolated linearly. Outside them nothing is known, so nothing is
/// invented: the placement is a bound, with the ratio to the median.
public struct Placement: Hashable, Sendable {
  /// The percentile, or what is known of it.
  public enum Position: Hashable, Sendable {
    /// Below the lowest published percent.
    case below(Int)
    /// At a percentile between the lowest and highest published percents.
    case at(Double)
    /// Above the highest published percent.
    case above(Int)
    /// The survey publishes fewer than two points, so only the ratio to the median is known.
    case ratioOnly
  }

  /// The percentile, or what is known of it.
  public let position: Position
  /// The value divided by the published median; nil where no median is published or it is zero.
  public let timesMedian: Double?
  /// Whether the value lies on a plateau, where neighbouring percents share one value; its middle is given.
  public let isPlateau: Bool

  /// A placement that has been computed.
  public init(position: Position, timesMedian: Double?, isPlateau: Bool = false) {
    self.position = position
    self.timesMedian = timesMedian
    self.isPlateau = isPlateau
  }

  /// Places a value among published points.
  ///
  /// - Parameters:
  ///   - millionths: the value, in millionths of the metric's unit.
  ///   - points: percents ascending, values never falling, as ``SurveyRow/points``.
  ///
  /// Example: among 25: 5,015, 50: 5,996, 75: 8,307, 90: 11,284 the value 8,000 stands at 71.679 and 12,592 above the 90th,
  /// at 2.10 times the median.
  public init(ofMillionths value: Int64, among points: [SurveyPoint]) {
    let median = points.first { $0.percent == 50 }?.millionths
    let ratio = median.flatMap { $0 > 0 ? Double(value) / Double($0) : nil }
    guard points.count >= 2, let lowest = points.first, let highest = points.last else {
      self.init(position: .ratioOnly, timesMedian: ratio)
      return
    }
    if value < lowest.millionths {
      self.init(position: .below(lowest.percent), timesMedian: ratio)
      return
    }
    if value > highest.millionths {
      self.init(position: .above(highest.percent), timesMedian: ratio)
      return
    }
    let equal = points.filter { $0.millionths == value }
    if let first = equal.first, let last = equal.last {
      self.init(
        position: .at(Double(first.percent + last.percent) / 2), timesMedian: ratio, isPlateau: equal.count > 1)
      return
    }
    let upper = points.firstIndex { $0.millionths > value } ?? points.count - 1
    let (a, b) = (points[upper - 1], points[upper])
    let share = Double(value - a.millionths) / Double(b.millionths - a.millionths)
    self.init(position: .at(Double(a.percent) + share * Double(b.percent - a.percent)), timesMedian: ratio)
  }
}

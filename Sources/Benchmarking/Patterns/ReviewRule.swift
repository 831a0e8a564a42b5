/// When a share is worth looking at: never a verdict, a reason to read records.
///
/// Both must hold: the interval of the clinician's share leaves out the share that it is compared with, so that chance alone
/// seldom explains it; and the two are apart by at least some points, so that it matters.
public struct ReviewRule: Hashable, Sendable {
  /// The fewest services of a clinician, and of those compared with, that are compared.
  public var minimumLines: Int
  /// The least difference of the two shares, in points of percent.
  public var points: Int

  /// A rule; 30 services and 10 points unless given.
  public init(minimumLines: Int = 30, points: Int = 10) {
    self.minimumLines = minimumLines
    self.points = points
  }

  /// Whether a share is worth a review.
  ///
  /// - Parameters:
  ///   - count: the clinician's services with the property.
  ///   - total: all of the clinician's services in question, in the same unit.
  ///   - other: the services with the property of those compared with.
  ///   - otherTotal: all of theirs in question.
  ///   - unit: how much of the unit one service is: 10,000 where services are counted in ten-thousandths.
  /// - Returns: false also where there are too few services to compare.
  public func asksForReview(_ count: Int64, of total: Int64, against other: Int64, of otherTotal: Int64, unit: Int64)
    -> Bool
  {
    let least = Int64(minimumLines) * unit
    guard total >= least, otherTotal >= least, total > 0, otherTotal > 0 else { return false }
    // |count / total - other / otherTotal| >= points / 100, in whole numbers.
    let apart = Int128(count) * Int128(otherTotal) - Int128(other) * Int128(total)
    guard apart.magnitude * 100 >= UInt128(points) * UInt128(total) * UInt128(otherTotal) else { return false }
    guard
      let interval = WilsonInterval(count: Double(count) / Double(unit), total: Double(total) / Double(unit))
    else { return false }
    return interval.excludes(Double(other) / Double(otherTotal))
  }
}

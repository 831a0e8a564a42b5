import ProductivityModel

/// What the same number of visits would come to with another distribution of levels.
public enum LevelShift {
  /// What a service of a level is worth: the work RVUs, in millionths, of some services together.
  public struct Value: Hashable, Sendable {
    /// The work RVUs in millionths.
    public var work: Int64
    /// The services, in the unit of the counts.
    public var services: Int64

    /// The work of some services.
    public init(work: Int64, services: Int64) {
      self.work = work
      self.services = services
    }
  }

  /// The work RVUs of some visits with other levels, less those with their own: below zero where the own levels are higher.
  ///
  /// (N x share of the other at the level - own visits at the level) x value of a visit at the level, summed over the levels. Each
  /// level is rounded once to the millionth, half away from zero.
  ///
  /// - Parameters:
  ///   - own: the visits of each level; N is their sum.
  ///   - other: those of the distribution to be taken on, in any unit.
  ///   - values: what a visit of each level is worth.
  /// - Returns: nil where either has no visits, or a level that one of them has is of no known value.
  public static func effect(own: [Int64], other: [Int64], values: [Value]) -> WorkRVU? {
    let (total, otherTotal) = (own.reduce(0, +), other.reduce(0, +))
    guard total > 0, otherTotal > 0, own.count == other.count, own.count == values.count else { return nil }
    var sum: Int64 = 0
    for level in own.indices where own[level] != 0 || other[level] != 0 {
      let value = values[level]
      guard value.services > 0 else { return nil }
      let visits = Int128(total) * Int128(other[level]) - Int128(own[level]) * Int128(otherTotal)
      let (work, overflow) = visits.multipliedReportingOverflow(by: Int128(value.work))
      if overflow { return nil }
      let divisor = Int128(otherTotal) * Int128(value.services)
      sum += Int64((work >= 0 ? work + divisor / 2 : work - divisor / 2) / divisor)
    }
    return WorkRVU(millionths: sum)
  }
}

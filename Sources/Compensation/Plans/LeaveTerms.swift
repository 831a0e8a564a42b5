/// Whether days of leave count as any other.
public struct LeaveTerms: Hashable, Sendable {
  /// What a day of leave counts.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// As any other day.
    case count
    /// Not at all.
    case exclude
  }

  /// Towards base, guarantee and limits.
  public var base = Rule.count
  /// Towards thresholds and tiers.
  public var thresholds = Rule.count

  /// Days of leave count unless given.
  public init(base: Rule = .count, thresholds: Rule = .count) {
    self.base = base
    self.thresholds = thresholds
  }
}

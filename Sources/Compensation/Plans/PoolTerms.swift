import ProductivityModel

/// A sum that those with the plan share.
public struct PoolTerms: Hashable, Sendable {
  /// By what the sum is split.
  public enum Split: String, CaseIterable, Hashable, Sendable {
    /// Alike, by the days that each has the plan.
    case equal
    /// By clinical FTE and days.
    case clinicalFTE = "clinical-fte"
    /// By work RVUs.
    case workRVU = "work-rvu"
  }

  /// The component's name on statements and in what was paid.
  public var name: String
  /// Dollars a year for all together.
  public var annual: Money
  /// By what it is split.
  public var split: Split

  /// A pool.
  public init(name: String, annual: Money, split: Split) {
    self.name = name
    self.annual = annual
    self.split = split
  }
}

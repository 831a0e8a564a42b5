import ProductivityModel

/// What work RVUs lead to next: the threshold, or the next tier, of the whole measured time.
public struct NextStep: Hashable, Sendable {
  /// The rate that is paid from there on.
  public var rate: ConversionRate
  /// Whether it is the threshold, below which nothing is paid.
  public var isThreshold: Bool
  /// The work RVUs at which it is reached.
  public var at: WorkRVU
  /// How many are missing.
  public var distance: WorkRVU

  /// A next step.
  public init(rate: ConversionRate, isThreshold: Bool, at: WorkRVU, distance: WorkRVU) {
    self.rate = rate
    self.isThreshold = isThreshold
    self.at = at
    self.distance = distance
  }
}

import ProductivityModel

/// Days on which only a share of the threshold counts.
public struct RampStep: Hashable, Sendable {
  /// The last of the days; they start after the step before, or with the plan.
  public var through: CalendarDate
  /// The share of the threshold that counts, in millionths.
  public var thresholdMillionths: Int64

  /// A step of a ramp.
  public init(through: CalendarDate, thresholdMillionths: Int64) {
    self.through = through
    self.thresholdMillionths = thresholdMillionths
  }
}

import ProductivityModel

/// A clinician's work on each of some days, in the pay ledger under one credit policy.
public struct DailyWork: Hashable, Sendable {
  /// The days: an element of each list a day.
  public var days: DayRange
  /// Work by day of service, in millionths of a work RVU.
  public var millionths: [Int64]
  /// Lines that bring it, by day of service.
  public var lines: [Int32]

  /// No work on any day.
  public init(_ days: DayRange) {
    self.days = days
    millionths = [Int64](repeating: 0, count: days.count)
    lines = [Int32](repeating: 0, count: days.count)
  }
}

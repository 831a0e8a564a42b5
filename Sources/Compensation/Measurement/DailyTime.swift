import ProductivityModel

/// A clinician's FTE on each of some days, as the roster has it.
///
/// - Unit: millionths of one FTE.
public struct DailyTime: Hashable, Sendable {
  /// The days: an element of each list a day.
  public var days: DayRange
  /// Clinical FTE; zero on days without an interval of the roster.
  public var clinical: [Int32]
  /// Total FTE: clinical and other.
  public var total: [Int32]
  /// Whether the day is one of leave.
  public var isLeave: [Bool]

  /// No time on any day.
  public init(_ days: DayRange) {
    self.days = days
    clinical = [Int32](repeating: 0, count: days.count)
    total = clinical
    isLeave = [Bool](repeating: false, count: days.count)
  }
}

import ProductivityModel

/// A measurement period of a clinician's plan, added up: all that its arithmetic needs.
public struct MeasuredPeriod: Hashable, Sendable {
  /// The days that are counted: those of the plan, through the last day counted.
  public var days: DayRange
  /// All its days under the plan, also those after the last day counted.
  public var wholeDays: DayRange
  /// Lines that bring work.
  public var lines = 0
  /// Work of the days counted.
  public var work = WorkRVU.zero
  /// The shares of the days counted.
  public var shares: MeasuredShares
  /// The shares of all its days.
  public var wholeShares: MeasuredShares
  /// In each month that it touches: the days counted on which the plan is in effect.
  public var monthDays: [MonthDays] = []

  /// Days of a month.
  public struct MonthDays: Hashable, Sendable {
    /// The month.
    public var month: YearMonth
    /// How many of its days are counted.
    public var days: Int
  }

  /// Whether all its days are counted.
  public var isComplete: Bool { days.last == wholeDays.last }
}

/// A run of days with both ends included: a reporting period, an effective range, an interval of employment.
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDate
  /// The last day; never before the first.
  public let last: CalendarDate

  /// The days from one to another, or nil where the last would be before the first.
  public init?(_ first: CalendarDate, through last: CalendarDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// A whole calendar year.
  public init(year: Int) {
    first = CalendarDate(validYear: year, month: 1, day: 1)
    last = CalendarDate(validYear: year, month: 12, day: 31)
  }

  /// The number of days.
  public var count: Int { Int(last.daysSinceEpoch - first.daysSinceEpoch) + 1 }

  /// The days as numbers since 1970-01-01.
  public var epochDays: ClosedRange<Int32> { first.daysSinceEpoch...last.daysSinceEpoch }

  /// Whether a day lies in the range.
  @inlinable public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  /// The days that two ranges share, or nil where they share none.
  public func intersection(_ other: DayRange) -> DayRange? {
    DayRange(max(first, other.first), through: min(last, other.last))
  }

  /// The calendar months that the range touches, in order, each cut to the range.
  public var months: [(month: YearMonth, days: DayRange)] {
    var result: [(month: YearMonth, days: DayRange)] = []
    var month = YearMonth(containing: first)
    while let days = intersection(month.days) {
      result.append((month, days))
      month = month.next
    }
    return result
  }
}

extension DayRange: CustomStringConvertible {
  /// `2025-10-01..2026-09-30`.
  public var description: String { "\(first)..\(last)" }
}

import ProductivityModel

/// The words for days and months, in American English and without a locale.
public enum DateWording {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// A month's name: `September`.
  public static func name(ofMonth month: Int) -> String { names[min(max(month, 1), 12) - 1] }

  /// A month's name in three letters: `Sep`.
  public static func shortName(ofMonth month: Int) -> String { String(name(ofMonth: month).prefix(3)) }

  /// A month of a year: `Sep 2026`.
  public static func month(_ month: YearMonth) -> String { "\(shortName(ofMonth: month.month)) \(month.year)" }

  /// A day: `September 30, 2026`.
  public static func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.parts
    return "\(name(ofMonth: month)) \(day), \(year)"
  }

  /// A day in few letters: `Sep 30, 2026`.
  public static func shortDay(_ date: CalendarDate) -> String {
    let (year, month, day) = date.parts
    return "\(shortName(ofMonth: month)) \(day), \(year)"
  }

  /// When something was done, at the head of a sentence: `From January 1 to September 30, 2026`; `On March 3, 2026`.
  public static func within(_ range: DayRange) -> String {
    (range.first == range.last ? "On " : "From ") + period(range)
  }

  /// A run of days in few letters: `May 1 to 14, 2026`, `May 1 to Jun 14, 2026`; the year twice where it changes.
  public static func shortPeriod(_ range: DayRange) -> String {
    let (first, last) = (range.first.parts, range.last.parts)
    if range.first == range.last { return shortDay(range.first) }
    guard first.year == last.year else { return "\(shortDay(range.first)) to \(shortDay(range.last))" }
    let start = "\(shortName(ofMonth: first.month)) \(first.day)"
    return first.month == last.month
      ? "\(start) to \(last.day), \(last.year)" : "\(start) to \(shortDay(range.last))"
  }

  /// A run of days: `January 1 to September 30, 2026`; the year twice where it changes.
  public static func period(_ range: DayRange) -> String {
    let first = range.first.parts
    guard range.first != range.last else { return day(range.first) }
    guard first.year == range.last.year else { return "\(day(range.first)) to \(day(range.last))" }
    return "\(name(ofMonth: first.month)) \(first.day) to \(day(range.last))"
  }
}

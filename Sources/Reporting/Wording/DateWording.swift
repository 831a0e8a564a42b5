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

  /// A run of days: `January 1 to September 30, 2026`; the year twice where it changes.
  public static func period(_ range: DayRange) -> String {
    let first = range.first.parts
    guard range.first != range.last else { return day(range.first) }
    guard first.year == range.last.year else { return "\(day(range.first)) to \(day(range.last))" }
    return "\(name(ofMonth: first.month)) \(first.day) to \(day(range.last))"
  }
}

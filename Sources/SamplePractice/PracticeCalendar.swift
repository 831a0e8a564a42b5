import ProductivityModel

/// A year of the sample practice, with days named by their place in it: the one that is reported on, or the year before.
struct PracticeCalendar: Sendable {
  /// The reporting period.
  static let period =
    DayRange(day(2025, 10, 1), through: day(2026, 9, 30)) ?? DayRange(year: 2026)

  /// The year before it, whose logs serve to compare.
  static let earlierPeriod = DayRange(day(2024, 10, 1), through: day(2025, 9, 30)) ?? DayRange(year: 2025)

  /// A day that exists; the first day of 1970 for one that does not.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSinceEpoch: 0)
  }

  /// The days on which the offices are closed.
  static let holidays: [CalendarDate] = [
    day(2024, 11, 28), day(2024, 11, 29), day(2024, 12, 25), day(2025, 1, 1), day(2025, 1, 20), day(2025, 5, 26),
    day(2025, 6, 19), day(2025, 7, 4), day(2025, 9, 1),
    day(2025, 11, 27), day(2025, 11, 28), day(2025, 12, 25), day(2026, 1, 1), day(2026, 1, 19), day(2026, 5, 25),
    day(2026, 6, 19), day(2026, 7, 3), day(2026, 9, 7),
  ]

  /// The first day.
  let first: CalendarDate
  /// The number of days of the period.
  let count: Int
  /// The months of the period, such as `2025-10`.
  let months: [String]
  /// The month of each day, as its place in ``months``.
  let monthOfDay: [Int]
  /// The calendar month of each day, 1 to 12.
  let calendarMonth: [Int]
  /// The day of the week of each day: 0 is Sunday.
  let weekday: [Int]
  /// Whether the offices are open.
  let isOfficeDay: [Bool]
  /// The nearest day, from each day on, on which the billing office posts; never after the period, whose books close on
  /// its last day.
  let postingDay: [Int]
  /// `YYYY-MM-DD` of each day, ten bytes a day.
  let texts: [UInt8]

  /// The calendar of a year.
  init(_ period: DayRange = Self.period) {
    let first = period.first
    let count = period.count
    let holidays = Set(Self.holidays)
    let days = (0..<count).map { first.advanced(by: $0) }
    let weekdays = days.map { Int($0.daysSinceEpoch + 4) % 7 }
    let open = (0..<count).map { weekdays[$0] != 0 && weekdays[$0] != 6 && !holidays.contains(days[$0]) }
    var monthOfDay: [Int] = []
    for (index, month) in period.months.enumerated() {
      monthOfDay.append(contentsOf: repeatElement(index, count: month.days.count))
    }
    self.first = first
    self.count = count
    self.monthOfDay = monthOfDay
    months = period.months.map { $0.month.description }
    calendarMonth = days.map { $0.parts.month }
    weekday = weekdays
    isOfficeDay = open
    postingDay = (0..<count).map { day in (day..<count).first { open[$0] } ?? count - 1 }
    texts = days.flatMap { Array($0.description.utf8) }
  }

  /// The day on which something is posted that becomes due so many days after a day.
  func posting(_ day: Int, after days: Int) -> Int { postingDay[min(day + days, count - 1)] }
}

import ProductivityModel

/// The windows of a run's recent work: those that end with the last day counted, and the same days a year before.
struct RecentDays: Hashable, Sendable {
  /// A window and the same days a year before.
  struct Pair: Hashable, Sendable {
    let now: DayRange
    let yearBefore: DayRange

    init(_ now: DayRange) {
      self.now = now
      yearBefore = DayRange(now.first.yearBefore, through: now.last.yearBefore) ?? now
    }
  }

  /// The calendar month of the last day counted, up to that day.
  let month: Pair
  /// From the first day of the year of targets.
  let yearToDate: Pair
  /// The twelve months that end with the last day counted.
  let rollingTwelve: Pair
  /// The year of targets that contains the last day counted.
  let year: DayRange
  /// The twenty-four calendar months that end with that of the last day counted, in order, the last up to that day.
  let months: [DayRange]

  /// The windows of a last day.
  init(through last: CalendarDate, year: DayRange) {
    func range(_ first: CalendarDate) -> DayRange { DayRange(first, through: last) ?? DayRange(year: last.year) }
    self.year = year
    month = Pair(range(YearMonth(containing: last).days.first))
    yearToDate = Pair(range(year.first))
    rollingTwelve = Pair(range(last.yearBefore.advanced(by: 1)))
    let first = last.parts
    let from = CalendarDate(
      year: first.month == 12 ? first.year - 1 : first.year - 2, month: first.month % 12 + 1, day: 1)
    months = (from.map(range) ?? month.now).months.map(\.days)
  }

  /// Every window.
  var all: [DayRange] { [month, yearToDate, rollingTwelve].flatMap { [$0.now, $0.yearBefore] } + months }

  /// The first day of any window.
  var first: CalendarDate { all.map(\.first).min() ?? year.first }

  /// Some days cut where a month or a window begins or ends, in order: each window is made of whole pieces.
  func pieces(of days: DayRange) -> [DayRange] {
    var starts: Set<CalendarDate> = [days.first]
    for month in days.months { starts.insert(month.days.first) }
    for window in all {
      for day in [window.first, window.last.advanced(by: 1)] where days.contains(day) { starts.insert(day) }
    }
    let ordered = starts.sorted()
    let ends = ordered.dropFirst().map { $0.advanced(by: -1) } + [days.last]
    return zip(ordered, ends).compactMap { DayRange($0, through: $1) }
  }
}

extension CalendarDate {
  /// The same day a year before; the last day of a month stays the last, so that twelve months end where twelve others begin.
  var yearBefore: CalendarDate {
    let (year, month, day) = parts
    let isLast = day == Self.daysInMonth(year: year, month: month)
    let last = Self.daysInMonth(year: year - 1, month: month)
    return CalendarDate(year: year - 1, month: month, day: isLast ? last : min(day, last)) ?? self
  }
}

import ProductivityModel

/// The twelve months over which a plan measures pay, and their periods.
public struct MeasurementYear: Hashable, Sendable {
  /// Its days.
  public let days: DayRange

  /// The measurement year that contains a day.
  ///
  /// - Parameter startMonth: the month in which measurement years start, 1 to 12.
  public init(containing day: CalendarDate, startMonth: Int) {
    let parts = day.parts
    let start = parts.month >= startMonth ? parts.year : parts.year - 1
    // Only a month beyond 12 has no first day; then the year is the calendar's.
    guard let first = CalendarDate(year: start, month: startMonth, day: 1),
      let next = CalendarDate(year: start + 1, month: startMonth, day: 1),
      let days = DayRange(first, through: next.advanced(by: -1))
    else {
      self.days = DayRange(year: parts.year)
      return
    }
    self.days = days
  }

  /// The calendar year in which it ends, by which it is called.
  public var number: Int { days.last.year }

  /// Its periods, in order: months or quarters from its first day, or the year itself.
  public func periods(_ every: MeasurementPeriod) -> [DayRange] {
    let months = days.months.map(\.days)
    return stride(from: 0, to: months.count, by: every.months).compactMap { index in
      DayRange(months[index].first, through: months[min(index + every.months, months.count) - 1].last)
    }
  }
}

import ProductivityModel

/// What each day weighs in a measurement year: all days alike, or each month a twelfth.
struct DayWeights {
  /// The least number that 28, 29, 30 and 31 divide.
  static let monthLength: Int128 = 377_580
  private let year: DayRange
  private let proration: Proration

  init(_ year: DayRange, _ proration: Proration) {
    self.year = year
    self.proration = proration
  }

  /// The sum of all days' weights.
  var whole: Int128 {
    switch proration {
    case .days: Int128(year.count)
    case .months: 12 * Self.monthLength
    }
  }

  /// A day's weight.
  func weight(of day: CalendarDate) -> Int128 {
    switch proration {
    case .days: return 1
    case .months:
      let parts = day.parts
      return Self.monthLength / Int128(CalendarDate.daysInMonth(year: parts.year, month: parts.month))
    }
  }
}

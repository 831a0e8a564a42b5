/// A calendar month of a year.
public struct YearMonth: Hashable, Comparable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int

  /// The month in which a day lies.
  public init(containing day: CalendarDate) {
    (year, month, _) = day.parts
  }

  private init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month after this one.
  public var next: YearMonth {
    month == 12 ? YearMonth(year: year + 1, month: 1) : YearMonth(year: year, month: month + 1)
  }

  /// All days of the month.
  public var days: DayRange {
    let first = CalendarDate(validYear: year, month: month, day: 1)
    let last = first.advanced(by: CalendarDate.daysInMonth(year: year, month: month) - 1)
    return DayRange(first, through: last) ?? DayRange(year: year)
  }

  /// Whether the first month is the earlier.
  public static func < (a: Self, b: Self) -> Bool { (a.year, a.month) < (b.year, b.month) }
}

extension YearMonth: CustomStringConvertible {
  /// `2026-01`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the month as its description has it.
  public func append(to bytes: inout [UInt8]) { CalendarDate.append(year: year, month: month, to: &bytes) }
}

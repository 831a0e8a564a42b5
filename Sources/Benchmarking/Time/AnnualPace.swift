import ProductivityModel

/// How the work of a part of a year is made into the work of a year: what each day of the year counts.
///
/// A day's weight is an exact integer, and a year is the sum over its days, so that a whole year comes to itself under
/// every method.
public struct AnnualPace: Hashable, Sendable {
  /// The method, which every annualised figure names.
  public enum Method: Hashable, Sendable {
    /// Every day counts alike.
    case days
    /// Monday to Friday count alike, without the practice's holidays; other days do not count.
    case workingDays
    /// Each day counts as a full-time day of its month did in an earlier year.
    case season
  }

  /// The method.
  public let method: Method
  /// The year to which figures are brought.
  public let year: DayRange
  private let holidays: Set<CalendarDate>
  private let shares: SeasonalShares?
  /// The sum of the weights of all days of the year.
  public let yearWeight: Int128

  private init(_ method: Method, year: DayRange, holidays: Set<CalendarDate> = [], shares: SeasonalShares? = nil) {
    self.method = method
    self.year = year
    self.holidays = holidays
    self.shares = shares
    yearWeight = Self.weight(year, method, holidays, shares)
  }

  /// By days: the days of the year over the days counted.
  public static func days(of year: DayRange) -> AnnualPace { AnnualPace(.days, year: year) }

  /// By working days: Monday to Friday, without holidays.
  public static func workingDays(of year: DayRange, holidays: Set<CalendarDate>) -> AnnualPace {
    AnnualPace(.workingDays, year: year, holidays: holidays)
  }

  /// By season: months as they were in an earlier year.
  public static func season(of year: DayRange, shares: SeasonalShares) -> AnnualPace {
    AnnualPace(.season, year: year, shares: shares)
  }

  /// What a day counts, in an arbitrary unit.
  public func weight(of day: CalendarDate) -> Int128 { Self.weight(day, method, holidays, shares) }

  /// What all days of a range count together, in the same unit.
  public func weight(of range: DayRange) -> Int128 { Self.weight(range, method, holidays, shares) }

  /// How many of the holidays fall on a Monday to Friday of the year, each counted once.
  public var holidaysTaken: Int {
    holidays.count { year.contains($0) && Self.weight($0, .workingDays, [], nil) > 0 }
  }

  /// How many days of a range count at all.
  public func countedDays(in range: DayRange) -> Int {
    (0..<range.count).count { weight(of: range.first.advanced(by: $0)) > 0 }
  }

  private static func weight(
    _ range: DayRange, _ method: Method, _ holidays: Set<CalendarDate>, _ shares: SeasonalShares?
  ) -> Int128 {
    if method == .days { return Int128(range.count) }
    return (0..<range.count).reduce(Int128(0)) { sum, offset in
      sum + weight(range.first.advanced(by: offset), method, holidays, shares)
    }
  }

  private static func weight(
    _ day: CalendarDate, _ method: Method, _ holidays: Set<CalendarDate>, _ shares: SeasonalShares?
  ) -> Int128 {
    switch method {
    case .days: return 1
    case .workingDays:
      return day.isWeekday && !holidays.contains(day) ? 1 : 0
    case .season: return Int128(shares?.rates[day.parts.month - 1] ?? 0)
    }
  }
}

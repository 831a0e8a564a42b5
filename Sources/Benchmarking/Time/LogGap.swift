import ProductivityModel

/// A stretch of days with clinical time on which a clinician has no service, who otherwise has services on many: the log may lack some.
///
/// It is told from four weeks of full time on, since shorter ones are holidays that rosters do not have as leave; and of whoever has
/// services on at least a quarter of the weekdays of the other time, each taken at its clinical FTE: of a thinner log no single
/// stretch says anything (``ThinLog``).
public struct LogGap: Hashable, Sendable {
  /// The least sum of clinical FTE over its weekdays, in millionths.
  static let leastWeekdayFTE: Int64 = 20_000_000

  /// From the first day after a service, or of the time, to the last before the next, or of the time.
  public let days: DayRange
  /// Mondays to Fridays of the days that count.
  public let weekdays: Int
  /// The mean of clinical FTE over them, in millionths.
  public let clinicalFTEMillionths: Int64

  /// The gaps of a clinician, in order.
  ///
  /// - Parameters:
  ///   - intervals: the roster's intervals of the clinician in one specialty or role.
  ///   - hasService: whether there is a service on a day, by its place in the period from 0 on.
  ///   - isInLogs: whether the logs reach over a day; one of a stretch without a line of anyone says nothing of one clinician.
  /// - Complexity: O(days) in the period times the intervals.
  public static func gaps(
    _ intervals: [RosterInterval], in period: DayRange, rules: TimeRules, hasService: (_ day: Int) -> Bool,
    isInLogs: (CalendarDate) -> Bool
  ) -> [LogGap] {
    guard let whole = ClinicalTime(intervals, in: period, rules: rules) else { return [] }
    var gaps: [LogGap] = []
    var (serviceDays, apart) = (Int64(0), Int64(0))
    var start = 0
    // The day behind the last one ends the last stretch.
    for day in 0...period.count {
      let isService = day < period.count && hasService(day)
      if isService { serviceDays += 1 }
      guard isService || day == period.count || !isInLogs(period.first.advanced(by: day)) else { continue }
      if let days = DayRange(period.first.advanced(by: start), through: period.first.advanced(by: day - 1)),
        let time = ClinicalTime(intervals, in: days, rules: rules), time.weekdayFTE >= leastWeekdayFTE
      {
        gaps.append(LogGap(time))
        apart += time.weekdayFTE
      }
      start = day + 1
    }
    let isThin = serviceDays * 1_000_000 * ThinLog.leastShare < whole.weekdayFTE - apart
    return serviceDays == 0 || isThin ? [] : gaps
  }

  private init(_ time: ClinicalTime) {
    days = time.span
    weekdays = time.weekdays
    clinicalFTEMillionths = Int64(rounded(Int128(time.weekdayFTE), over: Int128(time.weekdays)))
  }
}

import ProductivityModel

/// How much clinical time a clinician had in a period, and what it makes of a sum of work RVUs.
///
/// Each day employed, not on leave and not in a ramp counts with its clinical FTE, at most 1.0 unless the rules say
/// otherwise: a clinician at 1.1 is not normalised down. Every step is an integer operation, rounded once, half away from
/// zero.
///
/// - Unit: days, and millionths of FTE times days.
public struct ClinicalTime: Hashable, Sendable {
  /// Days employed that count.
  public private(set) var days: Int
  /// The sum over those days of clinical FTE, in millionths.
  public private(set) var fteDays: Int64
  /// The sum over those days of clinical FTE as the roster has it, in millionths, without a day's limit.
  public private(set) var rosterFTEDays: Int64
  /// The first and last day employed within the period.
  public private(set) var span: DayRange
  /// Days employed and on leave, which do not count.
  public private(set) var leaveDays = 0
  /// Days employed and in a ramp that do not count.
  public private(set) var rampDays = 0
  /// Mondays to Fridays of the days that count.
  public private(set) var weekdays = 0
  /// The sum over those Mondays to Fridays of clinical FTE, in millionths.
  public private(set) var weekdayFTE: Int64 = 0
  /// The sum over the days that count of FTE in millionths times the day's weight in the year.
  private var weightedFTE: Int128

  /// The fewest days that are annualised: three months.
  public static let leastDaysToAnnualize = 90

  /// The time of some intervals of one clinician within a period; nil where none of them touches it.
  ///
  /// Where intervals overlap a day counts once, with the sum of their FTE. Nothing says in which of them the day's work was done, so
  /// a day that is in a ramp by one of them is so as a whole.
  ///
  /// - Parameters:
  ///   - pace: what each day counts of a year; every day alike unless given.
  /// - Complexity: O(days) in the period times the intervals.
  public init?(
    _ intervals: [RosterInterval], in period: DayRange, rules: TimeRules = TimeRules(), pace: AnnualPace? = nil
  ) {
    let spans = intervals.compactMap { $0.days(in: period) }
    guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max(),
      let span = DayRange(first, through: last)
    else { return nil }
    self.span = span
    days = 0
    fteDays = 0
    rosterFTEDays = 0
    weightedFTE = 0
    for offset in 0..<span.count {
      let day = span.first.advanced(by: offset)
      var (isEmployed, isPresent, isInRamp) = (false, false, false)
      var sum: Int64 = 0
      for index in intervals.indices where intervals[index].contains(day) {
        isEmployed = true
        if intervals[index].isOnLeave(day) { continue }
        isPresent = true
        if rules.ramp != .include, intervals[index].isInRamp(day) { isInRamp = true }
        sum += intervals[index].clinicalFTEMillionths
      }
      guard isPresent, !isInRamp else {
        if isInRamp { rampDays += 1 } else if isEmployed { leaveDays += 1 }
        continue
      }
      let fte = rules.capsAtFull ? min(sum, 1_000_000) : sum
      days += 1
      fteDays += fte
      rosterFTEDays += sum
      if day.isWeekday {
        weekdays += 1
        weekdayFTE += fte
      }
      weightedFTE += Int128(fte) * (pace?.weight(of: day) ?? 1)
    }
  }

  /// Every day of a period at 1.0: what is taken where there is no roster.
  public init(wholeOf period: DayRange, pace: AnnualPace? = nil) {
    span = period
    days = period.count
    fteDays = Int64(period.count) * 1_000_000
    rosterFTEDays = fteDays
    weekdays = period.weekdayCount
    weekdayFTE = Int64(weekdays) * 1_000_000
    weightedFTE = 1_000_000 * (pace?.weight(of: period) ?? Int128(period.count))
  }

  /// The day-weighted mean of clinical FTE, in millionths; nil without a day.
  public var meanFTEMillionths: Int64? {
    days > 0 ? Int64(rounded(Int128(fteDays), over: Int128(days))) : nil
  }

  /// The same mean as the roster has it, where a limit of a day takes something from it; nil elsewhere.
  public var rosterFTEMillionths: Int64? {
    days > 0 && rosterFTEDays != fteDays ? Int64(rounded(Int128(rosterFTEDays), over: Int128(days))) : nil
  }

  /// Work RVUs per 1.0 clinical FTE over the period; nil without clinical time.
  public func perFTE(_ work: WorkRVU) -> WorkRVU? {
    guard fteDays > 0 else { return nil }
    return WorkRVU(
      millionths: Int64(rounded(Int128(work.millionths) * Int128(days) * 1_000_000, over: Int128(fteDays))))
  }

  /// Work RVUs per 1.0 clinical FTE for a whole year: what the time worked would bring in all days of the year.
  ///
  /// - Parameter pace: that with which the time was counted.
  /// - Returns: nil without clinical time on a day that counts, and with fewer than ``leastDaysToAnnualize`` days, which say
  ///   too little.
  public func annualizedPerFTE(_ work: WorkRVU, by pace: AnnualPace) -> WorkRVU? {
    annualized(work.millionths, by: pace).map(WorkRVU.init(millionths:))
  }

  /// The same for any quantity that adds up over days, in its own unit; nil too where it would be beyond all measure.
  public func annualized(_ quantity: Int64, by pace: AnnualPace) -> Int64? {
    annualizing(by: pace)?.applied(to: quantity)
  }

  /// What makes such quantities those of a year, worked out once for many; nil where nothing is annualised.
  public func annualizing(by pace: AnnualPace) -> AnnualFactor? {
    guard weightedFTE > 0, days >= Self.leastDaysToAnnualize else { return nil }
    return AnnualFactor(pace.yearWeight * 1_000_000, over: weightedFTE)
  }

  /// The share of a year's weight that the time makes up, at its FTE: 1.0 for a whole year at full time.
  ///
  /// - Returns: parts per million.
  public func shareOfYear(by pace: AnnualPace) -> Int64 {
    pace.yearWeight > 0 ? Int64(rounded(weightedFTE, over: pace.yearWeight)) : 0
  }
}

import ProductivityModel

/// How much clinical time a clinician had in a period, and what it makes of a sum of work RVUs.
///
/// Each day employed and not on leave counts with its clinical FTE, at most 1.0: a clinician at 1.1 is not normalised
/// down. Every step is an integer operation, rounded once, half away from zero.
///
/// - Unit: days, and millionths of FTE times days.
public struct ClinicalTime: Hashable, Sendable {
  /// Days employed and not on leave.
  public private(set) var days: Int
  /// The sum over those days of clinical FTE, at most 1.0 a day, in millionths.
  public private(set) var fteDays: Int64
  /// The first and last day employed within the period.
  public private(set) var span: DayRange

  /// The fewest days that are annualised: three months.
  public static let leastDaysToAnnualize = 90

  /// The time of some intervals of one clinician within a period; nil where none of them touches it.
  ///
  /// Where intervals overlap a day counts once, with the sum of their FTE, at most 1.0.
  ///
  /// - Complexity: O(days) in the period times the intervals.
  public init?(_ intervals: [RosterInterval], in period: DayRange) {
    let spans = intervals.compactMap { $0.days(in: period) }
    guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max(),
      let span = DayRange(first, through: last)
    else { return nil }
    self.span = span
    days = 0
    fteDays = 0
    for offset in 0..<span.count {
      let day = span.first.advanced(by: offset)
      var fte: Int64?
      for interval in intervals where interval.contains(day) && !interval.leave.contains(where: { $0.contains(day) }) {
        fte = (fte ?? 0) + interval.clinicalFTEMillionths
      }
      guard let fte else { continue }
      days += 1
      fteDays += min(fte, 1_000_000)
    }
  }

  /// Every day of a period at 1.0: what is taken where there is no roster.
  public init(wholeOf period: DayRange) {
    span = period
    days = period.count
    fteDays = Int64(period.count) * 1_000_000
  }

  /// The day-weighted mean of clinical FTE, in millionths; nil without a day.
  public var meanFTEMillionths: Int64? {
    days > 0 ? Self.rounded(Int128(fteDays), Int128(days)) : nil
  }

  /// Work RVUs per 1.0 clinical FTE over the period; nil without clinical time.
  public func perFTE(_ work: WorkRVU) -> WorkRVU? {
    guard fteDays > 0 else { return nil }
    return WorkRVU(millionths: Self.rounded(Int128(work.millionths) * Int128(days) * 1_000_000, Int128(fteDays)))
  }

  /// Work RVUs per 1.0 clinical FTE for a whole year, by days: what the time worked would bring in `daysInYear` days.
  ///
  /// - Returns: nil without clinical time, and with fewer than ``leastDaysToAnnualize`` days, which say too little.
  public func annualizedPerFTE(_ work: WorkRVU, daysInYear: Int) -> WorkRVU? {
    guard fteDays > 0, days >= Self.leastDaysToAnnualize else { return nil }
    return WorkRVU(
      millionths: Self.rounded(Int128(work.millionths) * Int128(daysInYear) * 1_000_000, Int128(fteDays)))
  }

  private static func rounded(_ dividend: Int128, _ divisor: Int128) -> Int64 {
    Int64((dividend >= 0 ? dividend + divisor / 2 : dividend - divisor / 2) / divisor)
  }
}

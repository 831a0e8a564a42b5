import Benchmarking
import ProductivityModel

/// What a clinician was paid over the days of some statements, for how much time and work.
public struct PayRate: Hashable, Sendable {
  /// All that plans pay: total cash compensation.
  public var total: Money
  /// Work in the pay ledger on the same days.
  public var work: WorkRVU
  /// The days.
  public var days: Int
  /// The sum over those days of total FTE, in millionths.
  public var fteDays: Int64
  /// The days of the year to which pay is brought.
  public var yearDays: Int

  /// Pay for time and work.
  public init(total: Money, work: WorkRVU, days: Int, fteDays: Int64, yearDays: Int) {
    self.total = total
    self.work = work
    self.days = days
    self.fteDays = fteDays
    self.yearDays = yearDays
  }

  /// The mean total FTE of the days, in millionths; nil without a day.
  public var meanFTEMillionths: Int64? { days > 0 ? Int64(rounded(Int128(fteDays), over: Int128(days))) : nil }

  /// Pay per 1.0 total FTE for a whole year, to a cent: the total, by the days of the year over the FTE-days that earned it.
  ///
  /// - Returns: nil without time, and below ``ClinicalTime/leastDaysToAnnualize`` days, which say too little.
  public var annualPerFTE: Money? {
    guard fteDays > 0, days >= ClinicalTime.leastDaysToAnnualize else { return nil }
    return rounded64(Int128(total.cents) * Int128(yearDays) * 1_000_000, over: Int128(fteDays)).map(Money.init(cents:))
  }

  /// Dollars for a work RVU, to a millionth; nil without work above zero.
  public var perWorkRVU: ConversionRate? {
    guard work > .zero else { return nil }
    // Cents and millionths of a wRVU: dollars are cents / 100, and wRVUs millionths / 10^6.
    return rounded64(Int128(total.cents) * 10_000_000_000, over: Int128(work.millionths)).map(
      ConversionRate.init(millionths:))
  }
}

import ProductivityModel

/// How a year's target falls on its days, and what work so far makes of the whole year.
///
/// Months that are given are as they are, a month in progress by its working days; a year alone is spread over its working days.
/// Every figure is rounded once, half away from zero, and the months add up to the year exactly.
public struct TargetPace: Hashable, Sendable {
  /// The work of the whole year.
  public let target: WorkRVU
  /// The working days over which it is spread.
  public let days: EmployedWorkingDays
  /// The work of each month of the year, in order.
  public let months: [WorkRVU]
  private let isByMonth: Bool

  /// The fewest days employed and not on leave from which a year is told.
  public static let leastDays = ClinicalTime.leastDaysToAnnualize

  /// The pace of a target.
  ///
  /// - Parameter months: the work of each month where it is given; nil for the year alone.
  public init(_ target: WorkRVU, months: [WorkRVU]? = nil, over days: EmployedWorkingDays) {
    self.target = target
    self.days = days
    isByMonth = months != nil
    if let months {
      self.months = months
      return
    }
    var told = WorkRVU.zero
    self.months = days.year.months.map { month in
      let end = Self.part(of: target, days.count(in: days.year.through(month.days.last)), of: days.total)
      defer { told = end }
      return end - told
    }
  }

  /// The target's part for the days up to one.
  public func expected(through last: CalendarDate) -> WorkRVU {
    if last >= days.year.last { return target }
    if last < days.year.first { return .zero }
    guard isByMonth else { return Self.part(of: target, days.count(in: days.year.through(last)), of: days.total) }
    var sum = WorkRVU.zero
    for (month, work) in zip(days.year.months.map(\.days), months) {
      if month.last <= last {
        sum += work
      } else if month.contains(last) {
        sum += Self.part(of: work, days.count(in: month.through(last)), of: days.count(in: month))
      }
    }
    return sum
  }

  /// The work of the whole year at the pace so far: that of days that count by working days, and what was set apart once, as it is.
  ///
  /// - Parameters:
  ///   - counted: the work so far on days employed and not on leave.
  ///   - apart: the work so far on other days, which no working day of the year to come is like.
  /// - Returns: nil before the first working day, and with fewer than ``leastDays`` days employed and not on leave while the year
  ///   goes on; they say too little.
  public func projected(_ counted: WorkRVU, apart: WorkRVU = .zero, through last: CalendarDate) -> WorkRVU? {
    let elapsed = days.year.through(last)
    let past = days.count(in: elapsed)
    if past == days.total, past > 0 { return counted + apart }
    guard past > 0, days.presentDays(in: elapsed) >= Self.leastDays else { return nil }
    return rounded64(Int128(counted.millionths) * Int128(days.total), over: Int128(past))
      .map { WorkRVU(millionths: $0) + apart }
  }

  /// The work that each working day to come must bring to reach the target, zero once it is reached.
  ///
  /// - Returns: nil where no working day is to come.
  public func needed(_ actual: WorkRVU, through last: CalendarDate) -> WorkRVU? {
    let left = days.total - days.count(in: days.year.through(last))
    guard left > 0 else { return nil }
    return WorkRVU(
      millionths: Int64(rounded(Int128(max(0, target.millionths - actual.millionths)), over: Int128(left))))
  }

  /// A part of work by days; all of it where no day counts, so that nothing of a target is lost.
  private static func part(of work: WorkRVU, _ days: Int, of all: Int) -> WorkRVU {
    guard all > 0 else { return work }
    return WorkRVU(millionths: Int64(rounded(Int128(work.millionths) * Int128(days), over: Int128(all))))
  }
}

extension DayRange {
  /// The days up to one, which lies in the range or after it; the first day alone where it lies before.
  fileprivate func through(_ day: CalendarDate) -> DayRange {
    DayRange(first, through: min(max(first, day), last)) ?? self
  }
}

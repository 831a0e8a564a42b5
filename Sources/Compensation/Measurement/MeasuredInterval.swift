import ProductivityModel

/// The days of one measurement year on which a clinician has plans with the same terms, added up by period.
public struct MeasuredInterval: Hashable, Sendable {
  /// The plans, in the order of their days.
  public let plans: [CompensationPlan]
  /// What they pay; changed, it must keep how it measures: periods, FTE, ramp and proration are in the sums already.
  public var terms: PlanTerms
  /// The measurement year.
  public let year: MeasurementYear
  /// From the first day to the last of the plans in the year, also after the last day counted.
  public let days: DayRange
  /// The days on which the plans are in effect.
  public let assigned: [DayRange]
  /// The periods that have begun, in order.
  public private(set) var periods: [MeasuredPeriod] = []
  /// The shares of all days, also those after the last day counted.
  public private(set) var whole: MeasuredShares

  /// Adds up a clinician's days.
  ///
  /// - Parameters:
  ///   - runs: the plans' days in the year, in order; at least one.
  ///   - through: the last day counted.
  init?(_ runs: [PlanAssignment], year: MeasurementYear, of member: PlanMember, through: CalendarDate) {
    guard let first = runs.first, let last = runs.last, let days = DayRange(first.days.first, through: last.days.last)
    else { return nil }
    plans = runs.reduce(into: []) { plans, run in if plans.last != run.plan { plans.append(run.plan) } }
    terms = first.plan.terms
    self.year = year
    self.days = days
    assigned = runs.map(\.days)
    whole = MeasuredShares(noneOf: year.days, terms)
    for period in year.periods(terms.every) {
      guard let wholeDays = period.intersection(days) else { continue }
      let counted = DayRange(wholeDays.first, through: min(wholeDays.last, through))
      let sums = Self.period(wholeDays, counted, assigned, year.days, terms, member)
      whole += sums.wholeShares
      if counted != nil { periods.append(sums) }
    }
  }

  private static func period(
    _ wholeDays: DayRange, _ counted: DayRange?, _ assigned: [DayRange], _ year: DayRange, _ terms: PlanTerms,
    _ member: PlanMember
  ) -> MeasuredPeriod {
    let none = MeasuredShares(noneOf: year, terms)
    var period = MeasuredPeriod(days: counted ?? wholeDays, wholeDays: wholeDays, shares: none, wholeShares: none)
    let shares = DayShares(terms, year)
    for days in assigned {
      guard let days = days.intersection(wholeDays) else { continue }
      for offset in 0..<days.count {
        let day = days.first.advanced(by: offset)
        let own = shares.shares(of: day, member.time)
        period.wholeShares += own
        guard let counted, counted.contains(day) else { continue }
        period.shares += own
        let work = Int(day.daysSinceEpoch - member.work.days.first.daysSinceEpoch)
        if member.work.millionths.indices.contains(work) {
          period.work.millionths += member.work.millionths[work]
          period.lines += Int(member.work.lines[work])
        }
        let month = YearMonth(containing: day)
        if period.monthDays.last?.month == month {
          period.monthDays[period.monthDays.count - 1].days += 1
        } else {
          period.monthDays.append(MeasuredPeriod.MonthDays(month: month, days: 1))
        }
      }
    }
    return period
  }
}

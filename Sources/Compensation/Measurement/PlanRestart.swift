import ProductivityModel

/// Where an entry of a plan follows another with other terms within one measurement year, so that each is measured by itself.
///
/// Thresholds, tiers, limits, guarantee and what the year has earned to date start anew then: half a year's work against half
/// a threshold, twice, is not a year's work against the whole.
public struct PlanRestart: Hashable, Sendable {
  /// The entry before.
  public var before: CompensationPlan
  /// The entry that starts anew on its first day.
  public var after: CompensationPlan
  /// The measurement year that both have days of.
  public var year: MeasurementYear

  /// The restart at an entry's first day; nil where it has none.
  ///
  /// - Parameter plans: all entries.
  public init?(_ plan: CompensationPlan, among plans: [CompensationPlan]) {
    let earlier = plans.filter { $0.id == plan.id && $0.effective.last < plan.effective.first }
    guard let before = earlier.max(by: { $0.effective.last < $1.effective.last }),
      before.terms != plan.terms || before.credit != plan.credit,
      before.terms.startsAnew(on: plan.effective.first) || plan.terms.startsAnew(on: plan.effective.first)
    else { return nil }
    let year = MeasurementYear(containing: plan.effective.first, startMonth: plan.terms.yearStart)
    guard year.days.contains(before.effective.last) else { return nil }
    (self.before, after, self.year) = (before, plan, year)
  }

  /// The restarts of all entries, in the order of the file.
  public static func all(_ plans: [CompensationPlan]) -> [PlanRestart] {
    plans.compactMap { PlanRestart($0, among: plans) }
  }

  /// Whether only stipends differ, which can start and end by themselves.
  public var isOfStipendsAlone: Bool {
    var terms = before.terms
    terms.stipends = after.terms.stipends
    return terms == after.terms && before.credit == after.credit
  }
}

extension PlanTerms {
  /// Whether measuring anew from a day on can pay otherwise than going on: not where each work RVU is paid alike from the first
  /// and nothing is limited, nor where a period that stands alone starts on that day.
  fileprivate func startsAnew(on day: CalendarDate) -> Bool {
    let hasSteps = production.map { $0.threshold != .none || $0.tiers.count > 1 } ?? false
    let hasLimits = limits.productionCap != nil || limits.totalCap != nil || limits.totalFloor != nil
    guard hasSteps || hasLimits || guarantee != nil else { return false }
    let periods = MeasurementYear(containing: day, startMonth: yearStart).periods(every)
    return how == .cumulative || !periods.contains { $0.first == day }
  }
}

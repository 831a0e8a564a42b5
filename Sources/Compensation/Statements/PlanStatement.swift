import ProductivityModel

/// What plans with the same terms pay a clinician in one measurement year, period by period.
public struct PlanStatement: Hashable, Sendable {
  /// The clinician's id.
  public var clinicianID: String
  /// The plans, in the order of their days: several where one follows another with equal terms.
  public var plans: [CompensationPlan]
  /// The measurement year.
  public var year: DayRange
  /// From the first day to the last on which the clinician has the plan in that year, as far as the roster says; it may lie
  /// after the last day counted.
  public var days: DayRange
  /// The periods so far, in order.
  public var periods: [PeriodStatement]

  /// What the plan pays.
  public var terms: PlanTerms { plans[0].terms }

  /// What has been earned in all periods so far.
  public var earned: Money { periods.reduce(into: .zero) { $0 += $1.earned } }

  /// The work of all periods so far.
  public var work: WorkRVU { periods.reduce(into: .zero) { $0 += $1.work } }
}

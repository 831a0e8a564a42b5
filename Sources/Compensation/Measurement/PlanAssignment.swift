import ProductivityModel

/// A plan that a clinician has on some days.
public struct PlanAssignment: Hashable, Sendable {
  /// The plan.
  public var plan: CompensationPlan
  /// The days, within those on which the plan is in effect.
  public var days: DayRange

  /// A plan on some days.
  public init(_ plan: CompensationPlan, days: DayRange) {
    self.plan = plan
    self.days = days
  }
}

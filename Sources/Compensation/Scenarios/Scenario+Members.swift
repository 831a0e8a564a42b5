import ProductivityModel

extension Scenario {
  /// A clinician's days under other plans: on each day the entry of the same id that is in effect then.
  ///
  /// - Parameter plans: those that ``applied(to:)`` gives.
  /// - Throws: ``ScenarioFailure/missingPlan(_:days:)`` where a day of the clinician has no such entry.
  public static func assignments(
    of member: PlanMember, under plans: [CompensationPlan]
  ) throws(ScenarioFailure) -> [PlanAssignment] {
    var result: [PlanAssignment] = []
    for assignment in member.assignments {
      let own = plans.filter { $0.id == assignment.plan.id }.compactMap { plan in
        plan.effective.intersection(assignment.days).map { PlanAssignment(plan, days: $0) }
      }
      guard own.reduce(0, { $0 + $1.days.count }) == assignment.days.count else {
        throw .missingPlan(assignment.plan.id, days: assignment.days)
      }
      result += own.sorted { $0.days.first < $1.days.first }
    }
    return result
  }
}

import Compensation
import ProductivityModel

/// How the entries of a plans file fit together: those of one id in time, and pools of one name.
enum PlanHistory {
  /// What cannot be: two entries of one id on one day, and two pools of one name that are not alike.
  static func faults(_ plans: [CompensationPlan]) -> [InputFailure] {
    var faults: [InputFailure] = []
    for (index, plan) in plans.enumerated() {
      let earlier = plans[..<index]
      if let other = earlier.first(where: { $0.id == plan.id && $0.effective.intersection(plan.effective) != nil }) {
        faults.append(overlap(plan, other))
      }
      if let pool = plan.terms.pool,
        let other = earlier.first(where: { $0.terms.pool?.name == pool.name && $0.terms.pool != pool })
      {
        faults.append(
          failure(
            plan, "the pool \(pool.name) has other terms here than in the plan \(other.id) on line \(line(other))",
            "a pool has one annual sum and one split wherever it is named; give one of the two another name"))
      }
    }
    return faults
  }

  /// Days between two entries of one id on which the plan has no terms.
  static func gaps(_ plans: [CompensationPlan]) -> [Finding] {
    var findings: [Finding] = []
    for (index, plan) in plans.enumerated() {
      let others = plans.enumerated().filter { $0.offset != index && $0.element.id == plan.id }.map(\.element)
      guard
        let before = others.filter({ $0.effective.last < plan.effective.first }).max(by: {
          $0.effective.last < $1.effective.last
        }),
        let gap = DayRange(before.effective.last.advanced(by: 1), through: plan.effective.first.advanced(by: -1))
      else { continue }
      findings.append(
        Finding(
          .planGap, at: plan.position,
          "the plan \(plan.id) has no terms from \(gap.first) to \(gap.last), between the entry on line \(line(before)) and this one",
          hint: "end the one entry on the day before the next starts; without terms nothing is earned on those days"))
    }
    return findings
  }

  /// Where a plan is measured anew within a measurement year: each an entry that follows another with other terms.
  static func restarts(_ plans: [CompensationPlan]) -> [Finding] { PlanRestart.all(plans).map(\.finding) }

  private static func overlap(_ plan: CompensationPlan, _ other: CompensationPlan) -> InputFailure {
    if plan.effective == other.effective {
      return failure(
        plan, "the plan \(plan.id) is there twice for \(plan.effective); line \(line(other)) has it too",
        "give one of the two another id, or other days")
    }
    let days = plan.effective.intersection(other.effective) ?? plan.effective
    return failure(
      plan, "the plan \(plan.id) has two sets of terms on \(days); line \(line(other)) holds for \(other.effective)",
      "end the one on the day before the other starts")
  }

  private static func line(_ plan: CompensationPlan) -> Int { plan.position.line ?? 0 }

  private static func failure(_ plan: CompensationPlan, _ message: String, _ hint: String) -> InputFailure {
    var failure = InputFailure(plan.position.file, message, hint: hint, isUsage: true)
    failure.position = plan.position
    return failure
  }
}

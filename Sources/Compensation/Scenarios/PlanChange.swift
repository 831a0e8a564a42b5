import ProductivityModel

/// What a scenario makes of one entry of a plan.
public struct PlanChange: Hashable, Sendable {
  /// The entry of the job; nil where the job's plans have none for its days.
  public var before: CompensationPlan?
  /// The entry under the scenario.
  public var after: CompensationPlan

  /// An entry before and after.
  public init(before: CompensationPlan?, after: CompensationPlan) {
    self.before = before
    self.after = after
  }

  /// Whether rates, or where tiers start, change.
  public var changesTiers: Bool { before?.terms.production?.tiers != after.terms.production?.tiers }

  /// Whether the threshold for a year at 1.0 changes.
  public var changesThreshold: Bool { before?.terms.annualThreshold != after.terms.annualThreshold }

  /// Whether anything else of the terms changes: all but tiers and threshold.
  public var changesOtherTerms: Bool {
    guard var own = before?.terms else { return false }
    own.production?.tiers = after.terms.production?.tiers ?? []
    if let threshold = after.terms.production?.threshold { own.production?.threshold = threshold }
    return own != after.terms
  }

  /// The entries that differ, of those in effect on some day of a period, each with the job's entry of the same id that shares
  /// the most days with it.
  public static func changes(
    from jobPlans: [CompensationPlan], to plans: [CompensationPlan], in period: DayRange
  ) -> [PlanChange] {
    plans.filter { $0.effective.intersection(period) != nil }.compactMap { after in
      func shared(_ plan: CompensationPlan) -> Int { plan.effective.intersection(after.effective)?.count ?? 0 }
      let own = jobPlans.filter { $0.id == after.id && shared($0) > 0 }
      let before = own.max { (shared($0), $1.effective.first) < (shared($1), $0.effective.first) }
      return before.map { $0.terms == after.terms } ?? false ? nil : PlanChange(before: before, after: after)
    }
  }
}

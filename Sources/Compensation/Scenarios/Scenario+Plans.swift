import ProductivityModel

extension Scenario {
  /// The highest threshold that a scenario may give a plan: a million work RVUs a year.
  public static let highestThreshold = WorkRVU(millionths: 1_000_000_000_000)

  /// The plans under the scenario: those that stand in for the job's, or the job's, with rates, thresholds and credit policy
  /// changed.
  ///
  /// A threshold from base is first fixed at what it is now, where the threshold changes. Where only the rate does, it stays
  /// base / first rate, as the plan says.
  ///
  /// - Throws: ``ScenarioFailure`` where the scenario asks for what the plans do not have.
  public func applied(to jobPlans: [CompensationPlan]) throws(ScenarioFailure) -> [CompensationPlan] {
    var result = plans ?? jobPlans
    let moved = result.indices.filter { plan == nil || result[$0].id == plan }
    if let plan, moved.isEmpty {
      throw .unknownPlan(plan, known: Set(result.map(\.id)).sorted())
    }
    if rate != nil || threshold != nil, moved.allSatisfy({ result[$0].terms.production == nil }) {
      throw .noProduction(plan: plan)
    }
    if threshold != nil, moved.allSatisfy({ !(result[$0].terms.production?.hasThreshold ?? false) }) {
      throw .noThreshold(plan: plan)
    }
    for index in moved {
      // The threshold first: one from base is that of the plan as it stands, before its rate changes.
      if let threshold { try Self.move(threshold, thresholdOf: &result[index]) }
      if let rate { try Self.move(rate, ratesOf: &result[index]) }
    }
    if let policy {
      for index in result.indices { result[index].credit.policy = policy }
    }
    return result
  }

  private static func move(
    _ change: Change, thresholdOf plan: inout CompensationPlan
  ) throws(ScenarioFailure) {
    plan.terms.fixThreshold()
    guard case .fixed(let work)? = plan.terms.production?.threshold else { return }
    guard let moved = change.applied(to: work.millionths), moved <= highestThreshold.millionths else {
      throw .thresholdOutOfRange(plan: plan.id)
    }
    plan.terms.production?.threshold = .fixed(WorkRVU(millionths: moved))
  }

  private static func move(_ change: Change, ratesOf plan: inout CompensationPlan) throws(ScenarioFailure) {
    guard var production = plan.terms.production else { return }
    if case .set = change, production.tiers.count > 1 {
      throw .severalTiers(plan: plan.id, tiers: production.tiers.count)
    }
    for index in production.tiers.indices {
      let rate = production.tiers[index].rate
      guard let moved = change.applied(to: rate.millionths), moved <= ConversionRate.highest.millionths else {
        throw .rateOutOfRange(plan: plan.id, rate)
      }
      production.tiers[index].rate = ConversionRate(millionths: moved)
    }
    plan.terms.production = production
  }
}

extension ProductionTerms {
  /// Whether there are work RVUs below which nothing is paid.
  public var hasThreshold: Bool { threshold != .none }
}

extension PlanTerms {
  /// The threshold for a year at 1.0, a number or base / first rate; nil without one.
  public var annualThreshold: WorkRVU? {
    production.flatMap { ProductionArithmetic($0, base: base).annualThreshold }
  }

  /// The threshold for a year at 1.0 that would be base / first rate; nil without base or rate.
  public static func thresholdFromBase(_ terms: PlanTerms) -> WorkRVU? {
    var own = terms
    own.production?.threshold = .fromBase
    return own.annualThreshold
  }

  /// Makes a threshold from base the number that it is now.
  mutating func fixThreshold() {
    guard production?.threshold == .fromBase, let annualThreshold else { return }
    production?.threshold = .fixed(annualThreshold)
  }
}

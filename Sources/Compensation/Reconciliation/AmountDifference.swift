import ProductivityModel

/// What remains between an employer's amount and what the plan pays for the employer's own work: another rate, or arithmetic.
struct AmountDifference {
  private let member: PlanMember
  private let plan: CompensationPlan?
  private let plans: [CompensationPlan]
  private let amount: (PlanMember) -> Money?

  /// - Parameters:
  ///   - member: with the employer's work.
  ///   - amount: what a clinician's plans pay for the days.
  init(
    of member: PlanMember, _ days: DayRange, plans: [CompensationPlan], amount: @escaping (PlanMember) -> Money?
  ) {
    self.member = member
    self.plans = plans
    self.amount = amount
    plan =
      member.assignments.filter { $0.days.intersection(days) != nil }
      .max { $0.days.first < $1.days.first }?.plan
  }

  /// The parts of the difference; a cent is left to arithmetic, since amounts may be rounded elsewhere.
  ///
  /// - Parameter paid: what the plan pays for the employer's work.
  func parts(theirs: Money, paid: Money) -> [StatementDifference] {
    let rest = theirs - paid
    var parts: [StatementDifference] = []
    func cents(_ amount: Money) -> Int64 { abs(amount.cents) }
    if cents(rest) > 1 {
      let found = rates.compactMap { detail, tiers in amount(member(with: tiers)).map { (detail, $0) } }
        .filter { cents(theirs - $0.1) <= 1 }.min { cents(theirs - $0.1) < cents(theirs - $1.1) }
      if let (detail, amount) = found {
        parts.append(StatementDifference(.rate, detail: detail, work: .zero, amount: amount - paid))
      }
    }
    let left = rest - parts.reduce(into: .zero) { $0 += $1.amount ?? .zero }
    if left != .zero { parts.append(StatementDifference(.arithmetic, work: .zero, amount: left)) }
    return parts
  }

  /// Other rates that might have been taken: one tier's for all work, then those of the plan's other entries.
  private var rates: [(detail: String, tiers: [ProductionTerms.Tier])] {
    guard let plan, let own = plan.terms.production?.tiers else { return [] }
    var rates: [(detail: String, tiers: [ProductionTerms.Tier])] = []
    func add(_ detail: String, _ tiers: [ProductionTerms.Tier]) {
      if tiers != own, !rates.contains(where: { $0.tiers == tiers }) { rates.append((detail, tiers)) }
    }
    for tier in own {
      add(
        "\(tier.rate) for every work RVU, the rate of the tier from \(tier.from)",
        [ProductionTerms.Tier(from: .zero, rate: tier.rate)])
    }
    for other in plans where other.id == plan.id && other != plan {
      guard let tiers = other.terms.production?.tiers else { continue }
      let list = tiers.map(\.rate.description).joined(separator: ", ")
      add("\(list), as in the entry of \(other.id) for \(other.effective)", tiers)
    }
    return rates
  }

  /// The clinician under the plan with other rates, its threshold as it is.
  private func member(with tiers: [ProductionTerms.Tier]) -> PlanMember {
    var result = member
    for index in result.assignments.indices where result.assignments[index].plan.terms == plan?.terms {
      result.assignments[index].plan.terms.fixThreshold()
      result.assignments[index].plan.terms.production?.tiers = tiers
    }
    return result
  }
}

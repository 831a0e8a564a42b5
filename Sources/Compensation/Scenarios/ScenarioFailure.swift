import ProductivityModel

/// Why a scenario cannot be applied to plans.
public enum ScenarioFailure: Error, Hashable, Sendable {
  /// No plan has the id.
  case unknownPlan(String, known: [String])
  /// None of the plans that are changed pays production.
  case noProduction(plan: String?)
  /// None of the plans that are changed has a threshold.
  case noThreshold(plan: String?)
  /// One rate cannot take the place of several tiers.
  case severalTiers(plan: String, tiers: Int)
  /// A rate would be below zero, or above the highest that a plan may name.
  case rateOutOfRange(plan: String, ConversionRate)
  /// A threshold would be below zero, or above the highest that a scenario may give.
  case thresholdOutOfRange(plan: String)
  /// The plans lack an entry for days on which a clinician has that plan.
  case missingPlan(String, days: DayRange)
}

extension ScenarioFailure: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .unknownPlan(let plan, _): "there is no plan \(plan)"
    case .noProduction(let plan):
      "\(Self.subject(plan)) pays for work RVUs, so there is no rate or threshold to change"
    case .noThreshold(let plan): "\(Self.subject(plan)) has a threshold, so there is none to change"
    case .severalTiers(let plan, let tiers): "one rate cannot take the place of the \(tiers) tiers of \(plan)"
    case .rateOutOfRange(let plan, let rate):
      "the rate \(rate) of \(plan) would be below zero or above \(ConversionRate.highest)"
    case .thresholdOutOfRange(let plan):
      "the threshold of \(plan) would be below zero or above \(Scenario.highestThreshold)"
    case .missingPlan(let plan, let days):
      "there is no entry of \(plan) for all of \(days), on which a clinician has it"
    }
  }

  /// What to do.
  public var hint: String {
    switch self {
    case .unknownPlan(_, let known): "the plans are: \(known.joined(separator: ", "))"
    case .noProduction, .noThreshold: "leave the change out, or name a plan that has one: plan=ID"
    case .severalTiers: "say by how much every tier changes, such as rate=+2 or rate=+4%"
    case .rateOutOfRange: "take a smaller change"
    case .thresholdOutOfRange: "take a smaller change"
    case .missingPlan: "give the entry an `effective` that has all of these days"
    }
  }

  private static func subject(_ plan: String?) -> String { plan.map { "no entry of \($0)" } ?? "no plan" }
}

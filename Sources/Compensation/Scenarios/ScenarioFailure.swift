/// Why a scenario cannot be applied to plans.
public enum ScenarioFailure: Error, Hashable, Sendable {
  /// No plan has the id.
  case unknownPlan(String, known: [String])
  /// None of the plans that are changed pays production.
  case noProduction(plan: String?)
  /// The threshold of a plan that has none cannot be added to or scaled, and none of the plans has one.
  case noThreshold(plan: String?)
  /// One rate cannot take the place of several tiers.
  case severalTiers(plan: String, tiers: Int)
  /// A rate would be below zero, or above the highest that a plan may name.
  case rateOutOfRange(plan: String, ConversionRate)
  /// A threshold would be below zero, or beyond all measure.
  case thresholdOutOfRange(plan: String)
  /// The stand-in plans lack a plan that a clinician has.
  case missingPlan(String)
}

/// Something that might be otherwise: plans, rates, thresholds, the release or the credit policy.
public struct Scenario: Hashable, Sendable {
  /// What it is called in the comparison.
  public var name: String
  /// Plans that stand in for all of the job; nil for those of the job.
  public var plans: [CompensationPlan]?
  /// The id of the only plan whose rates and thresholds change; nil for all plans.
  public var plan: String?
  /// How rates change, every tier alike; nil for not.
  public var rate: Change?
  /// How the threshold for a year at 1.0 changes; nil for not.
  public var threshold: Change?
  /// The release by which every line is valued; nil for that of the job.
  public var release: String?
  /// The credit policy of every plan; nil for its own.
  public var policy: String?

  /// The job as it stands, under a name.
  public init(name: String) { self.name = name }
}

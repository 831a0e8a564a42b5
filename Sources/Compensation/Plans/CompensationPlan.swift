import ProductivityModel

/// A compensation plan for some days: what it pays, and by which credit policy its work RVUs are counted.
///
/// Several entries of one id with other days are the plan's history.
public struct CompensationPlan: Hashable, Sendable {
  /// The credit policy whose work RVUs a plan pays, as the plan names it.
  public struct Credit: Hashable, Sendable {
    /// A built-in policy's name or the path of a file; nil for the job's pay policy.
    public var policy: String?
    /// Which release values a line, in the words of a policy's `vintage`; nil for the policy's own.
    public var vintage: String?

    /// What is credited.
    public init(policy: String? = nil, vintage: String? = nil) {
      self.policy = policy
      self.vintage = vintage
    }
  }

  /// The name under which the roster's `plan` refers to it.
  public var id: String
  /// What it is called on a statement; the id where the file gives no title.
  public var title: String
  /// The days on which it pays.
  public var effective: DayRange
  /// What is credited.
  public var credit: Credit
  /// What it pays.
  public var terms: PlanTerms
  /// Where it stands in its file.
  public var position: SourcePosition

  /// A plan.
  public init(
    id: String, title: String? = nil, effective: DayRange, credit: Credit = Credit(), terms: PlanTerms,
    position: SourcePosition
  ) {
    self.id = id
    self.title = title ?? id
    self.effective = effective
    self.credit = credit
    self.terms = terms
    self.position = position
  }
}

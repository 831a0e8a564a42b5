/// A credit policy, as reports name it.
public struct PolicySummary: Hashable, Sendable {
  /// The name that jobs use, such as `survey-comparable`.
  public var name: String
  /// What it credits, in a sentence.
  public var title: String
  /// How it chooses the fee schedule release: `service-date` or `frozen 2021A`.
  public var vintage: String
  /// What CMS's rules would do that this policy, as built so far, does not.
  public var notApplied: [String]

  /// A policy's summary.
  public init(name: String, title: String, vintage: String, notApplied: [String]) {
    self.name = name
    self.title = title
    self.vintage = vintage
    self.notApplied = notApplied
  }
}

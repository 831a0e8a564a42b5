import MedicareFees

/// That services of some statuses are a part of other services of the day, and earn nothing beside them.
public struct BundledServicePolicy: Hashable, Sendable {
  /// The statuses of the services that are a part of others.
  public var statuses: Set<StatusCode>
  /// The statuses of the services that include them, where they have RVUs and are payable.
  public var includedIn: Set<StatusCode>
  /// The days of service to which this applies.
  public var dates: EffectiveDates
  /// Where this comes from.
  public var citation: String

  /// A rule of bundled services.
  public init(statuses: Set<StatusCode>, includedIn: Set<StatusCode>, dates: EffectiveDates, citation: String) {
    self.statuses = statuses
    self.includedIn = includedIn
    self.dates = dates
    self.citation = citation
  }
}

/// What is paid for a panel of patients.
public struct PanelTerms: Hashable, Sendable {
  /// Dollars for a member and month.
  public var perMemberPerMonth: ConversionRate
  /// The path of the file with the members by clinician and month.
  public var source: String

  /// Pay for a panel.
  public init(perMemberPerMonth: ConversionRate, source: String) {
    self.perMemberPerMonth = perMemberPerMonth
    self.source = source
  }
}

import ProductivityModel

/// What an employer's own statement says of a clinician and period.
public struct EmployerStatement: Hashable, Sendable {
  /// The clinician's id.
  public var clinicianID: String
  /// The period.
  public var days: DayRange
  /// Its work RVUs; nil where it gives none.
  public var work: WorkRVU?
  /// What it pays; nil where it does not say.
  public var amount: Money?
  /// The component that the amount is for, such as `production`; nil for everything that is earned.
  public var component: String?
  /// Where it stands in its file.
  public var position: SourcePosition

  /// A statement.
  public init(
    clinicianID: String, days: DayRange, work: WorkRVU?, amount: Money?, component: String? = nil,
    position: SourcePosition
  ) {
    self.clinicianID = clinicianID
    self.days = days
    self.work = work
    self.amount = amount
    self.component = component
    self.position = position
  }
}

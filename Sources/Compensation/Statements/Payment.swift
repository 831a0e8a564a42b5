import ProductivityModel

/// An amount that was paid to a clinician.
public struct Payment: Hashable, Sendable {
  /// When it was paid.
  public var date: CalendarDate
  /// For which component: `base`, `production`, a stipend's name.
  public var component: String
  /// How much; negative where it was taken back.
  public var amount: Money

  /// A payment.
  public init(date: CalendarDate, component: String, amount: Money) {
    self.date = date
    self.component = component
    self.amount = amount
  }
}

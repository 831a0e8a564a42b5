import ProductivityModel

/// What is owed of one component: opening balance + earned - paid = closing balance, to the cent.
public struct AccountBalance: Hashable, Sendable {
  /// The component.
  public var account: String
  /// Owed to the clinician before; negative where the clinician owes.
  public var opening: Money
  /// Earned in the period.
  public var earned: Money
  /// Paid in the period.
  public var paid: Money

  /// A balance.
  public init(account: String, opening: Money, earned: Money, paid: Money) {
    self.account = account
    self.opening = opening
    self.earned = earned
    self.paid = paid
  }

  /// Owed to the clinician after.
  public var closing: Money { opening + earned - paid }
}

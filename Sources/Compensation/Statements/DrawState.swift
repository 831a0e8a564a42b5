import ProductivityModel

/// The deficit of a draw over a period, all as positive amounts.
public struct DrawState: Hashable, Sendable {
  /// Owed by later production before the period.
  public var opening: Money
  /// Of the period's draw, what its production does not cover.
  public var added: Money
  /// Recovered from the period's production.
  public var recovered: Money
  /// No longer owed since it is too old.
  public var lapsed: Money
  /// No longer owed since the year, or the plan, ended.
  public var forgiven: Money
  /// To be repaid by the clinician since the year, or the plan, ended.
  public var repayable: Money

  /// A period's deficit.
  public init(
    opening: Money, added: Money = .zero, recovered: Money = .zero, lapsed: Money = .zero, forgiven: Money = .zero,
    repayable: Money = .zero
  ) {
    self.opening = opening
    self.added = added
    self.recovered = recovered
    self.lapsed = lapsed
    self.forgiven = forgiven
    self.repayable = repayable
  }

  /// Owed by later production after the period.
  public var closing: Money { opening + added - recovered - lapsed - forgiven - repayable }
}

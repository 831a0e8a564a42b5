import ProductivityModel

/// A salary, or a draw.
public struct BaseTerms: Hashable, Sendable {
  /// Dollars a year at 1.0.
  public var annual: Money
  /// By which FTE it is scaled.
  public var per: FTEBasis
  /// How it falls on the year's days.
  public var proration: Proration

  /// A base.
  public init(annual: Money, per: FTEBasis = .total, proration: Proration = .days) {
    self.annual = annual
    self.per = per
    self.proration = proration
  }
}

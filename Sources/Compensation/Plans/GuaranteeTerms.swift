import ProductivityModel

/// What is paid at least for some time.
public struct GuaranteeTerms: Hashable, Sendable {
  /// Dollars a year at 1.0.
  public var annual: Money
  /// By which FTE it is scaled.
  public var per: FTEBasis
  /// The last day guaranteed, the end of a measurement period; nil for as long as the plan lasts.
  public var until: CalendarDate?

  /// A guarantee.
  public init(annual: Money, per: FTEBasis = .total, until: CalendarDate? = nil) {
    self.annual = annual
    self.per = per
    self.until = until
  }
}

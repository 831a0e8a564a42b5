import ProductivityModel

/// What is paid at least for some time.
public struct GuaranteeTerms: Hashable, Sendable {
  /// Dollars a year at 1.0.
  public var annual: Money
  /// By which FTE it is scaled.
  public var per: FTEBasis
  /// How it falls on the year's days; nil for as the plan's other amounts. One a month falls on months.
  public var proration: Proration?
  /// The last day guaranteed, the end of a measurement period; nil for as long as the plan lasts.
  public var until: CalendarDate?

  /// A guarantee.
  public init(annual: Money, per: FTEBasis = .total, until: CalendarDate? = nil, proration: Proration? = nil) {
    self.annual = annual
    self.per = per
    self.until = until
    self.proration = proration
  }
}

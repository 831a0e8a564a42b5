import ProductivityModel

/// The shares of a measurement year that some days make up, one for each part of a plan.
public struct MeasuredShares: Hashable, Sendable {
  /// For base.
  public var base: YearShare
  /// For tiers.
  public var production: YearShare
  /// For the threshold: as for tiers, days of a ramp with the share that counts.
  public var threshold: YearShare
  /// For the guarantee, through its last day.
  public var guarantee: YearShare
  /// For caps and floor.
  public var limits: YearShare
  /// For what is not scaled by FTE: the days that the plan is in effect.
  public var person: YearShare

  /// No share of a year of a plan.
  init(noneOf year: DayRange, _ terms: PlanTerms) {
    func none(_ proration: Proration, times factor: Int128 = 1) -> YearShare {
      YearShare(numerator: 0, denominator: DayWeights(year, proration).whole * 1_000_000 * factor)
    }
    base = none(terms.base?.proration ?? terms.proration)
    production = none(terms.production?.proration ?? terms.proration)
    threshold = none(terms.production?.proration ?? terms.proration, times: 1_000_000)
    guarantee = none(terms.guarantee?.proration ?? terms.proration)
    limits = none(terms.proration)
    person = none(terms.proration)
  }

  /// Adds the shares of other days of the same year and plan.
  static func += (a: inout Self, b: Self) {
    a.base.numerator += b.base.numerator
    a.production.numerator += b.production.numerator
    a.threshold.numerator += b.threshold.numerator
    a.guarantee.numerator += b.guarantee.numerator
    a.limits.numerator += b.limits.numerator
    a.person.numerator += b.person.numerator
  }
}

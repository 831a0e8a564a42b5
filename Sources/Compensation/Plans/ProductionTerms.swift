import ProductivityModel

/// What work RVUs are paid.
public struct ProductionTerms: Hashable, Sendable {
  /// How tiers pay.
  public enum Method: String, CaseIterable, Hashable, Sendable {
    /// Each work RVU at the rate of the tier in which it lies.
    case marginal
    /// The whole volume at the rate of the tier reached.
    case retroactive
  }

  /// From where on work RVUs are paid.
  public enum Threshold: Hashable, Sendable {
    /// From the first.
    case none
    /// From where the first rate would have earned the base: base / first rate.
    case fromBase
    /// From a number of work RVUs a year at 1.0.
    case fixed(WorkRVU)
  }

  /// What production is weighed against.
  public enum Against: String, CaseIterable, Hashable, Sendable {
    /// It adds to base.
    case base
    /// Base is an advance on it.
    case draw
  }

  /// A tier: from how many work RVUs of the measurement year at 1.0 on, and at which rate.
  public struct Tier: Hashable, Sendable {
    /// The first work RVU of the tier is the one after these.
    public var from: WorkRVU
    /// Dollars for a work RVU.
    public var rate: ConversionRate

    /// A tier.
    public init(from: WorkRVU, rate: ConversionRate) {
      self.from = from
      self.rate = rate
    }
  }

  /// How tiers pay.
  public var method = Method.marginal
  /// From where on work RVUs are paid.
  public var threshold = Threshold.none
  /// The tiers by where they start; the first starts at zero.
  public var tiers: [Tier]
  /// By which FTE thresholds and tiers are scaled.
  public var per = FTEBasis.clinical
  /// What production is weighed against.
  public var against = Against.base
  /// Whether what was earned before in the year is taken back where it turns out not to have been.
  public var clawback = false
  /// How thresholds and tiers fall on the year's days.
  public var proration = Proration.days

  /// Production paid by tiers.
  ///
  /// - Precondition: at least one tier, the first from zero, each further from more than the one before.
  public init(tiers: [Tier]) { self.tiers = tiers }
}

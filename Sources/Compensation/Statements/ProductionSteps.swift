import ProductivityModel

/// How production came to what a period pays, step by step.
///
/// Under cumulative measurement work, thresholds and tiers are those of the year to date; under stand-alone measurement those
/// of the period.
public struct ProductionSteps: Hashable, Sendable {
  /// What a tier pays.
  public struct Tier: Hashable, Sendable {
    /// The work RVUs after which it starts, scaled by the share of the year.
    public var from: WorkRVU
    /// Where the next one starts; nil for the last.
    public var to: WorkRVU?
    /// Its rate.
    public var rate: ConversionRate
    /// The work RVUs that are paid at its rate.
    public var work: WorkRVU
    /// What they are paid; tiers add up to ``ProductionSteps/earned``.
    public var amount: Money

    /// A tier.
    public init(from: WorkRVU, to: WorkRVU?, rate: ConversionRate, work: WorkRVU, amount: Money) {
      self.from = from
      self.to = to
      self.rate = rate
      self.work = work
      self.amount = amount
    }
  }

  /// The work that is measured.
  public var work: WorkRVU
  /// The share of the year by which tiers are scaled.
  public var share: YearShare
  /// The share of the year by which the threshold is scaled: less than that of tiers where a ramp counts only part of it.
  public var thresholdShare: YearShare
  /// The threshold for a whole year at 1.0; nil without one.
  public var annualThreshold: WorkRVU?
  /// The threshold that holds for the measured work; zero without one.
  public var threshold: WorkRVU
  /// The tiers, also those that pay nothing yet.
  public var tiers: [Tier]
  /// What the measured work earns.
  public var earned: Money
  /// What periods before in the year have been paid; zero under stand-alone measurement.
  public var before: Money
  /// What the period pays: earned less before, and not below zero unless the plan claws back.
  public var pays: Money
  /// What periods before were paid and the year to date does not earn: carried, to be made good by later work.
  public var shortfall: Money

  /// The steps of a period.
  public init(
    work: WorkRVU, share: YearShare, thresholdShare: YearShare, annualThreshold: WorkRVU?, threshold: WorkRVU,
    tiers: [Tier], earned: Money,
    before: Money, pays: Money, shortfall: Money
  ) {
    self.work = work
    self.share = share
    self.thresholdShare = thresholdShare
    self.annualThreshold = annualThreshold
    self.threshold = threshold
    self.tiers = tiers
    self.earned = earned
    self.before = before
    self.pays = pays
    self.shortfall = shortfall
  }
}

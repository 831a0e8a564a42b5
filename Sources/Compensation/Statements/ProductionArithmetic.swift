import ProductivityModel

/// What work RVUs earn by a plan's threshold and tiers.
struct ProductionArithmetic {
  private let terms: ProductionTerms
  private let base: BaseTerms?

  init(_ terms: ProductionTerms, base: BaseTerms?) {
    self.terms = terms
    self.base = base
  }

  /// The threshold of a whole year at 1.0, to a millionth; nil without one.
  var annualThreshold: WorkRVU? {
    threshold(at: YearShare(numerator: 1, denominator: 1))
  }

  /// The threshold that holds for a share of the year, rounded once; nil without one.
  func threshold(at share: YearShare) -> WorkRVU? {
    switch terms.threshold {
    case .none: return nil
    case .fixed(let work): return share.of(work)
    case .fromBase:
      guard let base, let rate = terms.tiers.first?.rate, rate.millionths > 0 else { return nil }
      // Cents over millionths of a dollar: 10^10 makes millionths of a work RVU.
      return WorkRVU(
        millionths: Int64(
          rounded(
            Int128(base.annual.cents) * 10_000_000_000 * share.numerator,
            over: Int128(rate.millionths) * share.denominator)))
    }
  }

  /// What work earns.
  ///
  /// - Parameters:
  ///   - shares: of the time in which the work was done.
  /// - Returns: the threshold, the tiers with what each pays, and the sum, which they make up to the cent.
  func earned(
    _ work: WorkRVU, _ shares: MeasuredShares
  ) -> (threshold: WorkRVU, tiers: [ProductionSteps.Tier], earned: Money) {
    let threshold = threshold(at: shares.threshold) ?? .zero
    let starts = terms.tiers.map { shares.production.of($0.from) }
    let reached = starts.lastIndex { $0 <= work } ?? 0
    var tiers: [ProductionSteps.Tier] = []
    var exact: Int128 = 0
    var paid = Money.zero
    for (index, tier) in terms.tiers.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : nil
      let lowest: WorkRVU
      let highest: WorkRVU
      switch terms.method {
      case .marginal:
        lowest = max(starts[index], threshold)
        highest = min(work, end ?? work)
      case .retroactive:
        lowest = threshold
        highest = index == reached ? work : .zero
      }
      let counted = max(highest - max(lowest, .zero), .zero)
      exact += tier.rate.exactly(forMillionths: counted.millionths)
      let sum = ConversionRate.money(exact)
      tiers.append(
        ProductionSteps.Tier(from: starts[index], to: end, rate: tier.rate, work: counted, amount: sum - paid))
      paid = sum
    }
    return (threshold, tiers, paid)
  }

  /// The next threshold or tier above some work; nil where there is none.
  func next(after work: WorkRVU, _ shares: MeasuredShares) -> NextStep? {
    let threshold = threshold(at: shares.threshold) ?? .zero
    let starts = terms.tiers.map { shares.production.of($0.from) }
    if work < threshold, let tier = starts.lastIndex(where: { $0 <= threshold }) {
      return NextStep(
        rate: terms.tiers[tier].rate, isThreshold: true, at: threshold, distance: threshold - work)
    }
    guard let index = starts.firstIndex(where: { $0 > work }) else { return nil }
    return NextStep(
      rate: terms.tiers[index].rate, isThreshold: false, at: starts[index], distance: starts[index] - work)
  }
}

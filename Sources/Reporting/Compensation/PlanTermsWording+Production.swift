import Compensation
import ProductivityModel

/// What a plan pays for work RVUs, in sentences.
extension PlanTermsWording {
  var production: [PlanSentence] {
    guard let production = terms.production else {
      return [PlanSentence(.production, "Work RVUs are not paid.", by: "production")]
    }
    var sentences = [PlanSentence(.production, threshold(production), by: "production.threshold")]
    sentences += tiers(production)
    sentences.append(
      PlanSentence(.production, "Thresholds and tiers are \(Self.per(production.per)).", by: "production.per"))
    if let twofold = twofoldScale(production) { sentences.append(twofold) }
    if production.proration != terms.proration {
      sentences.append(
        PlanSentence(
          .production, "They fall on the year's \(Self.proration(production.proration)).", by: "production.proration"))
    }
    sentences.append(
      PlanSentence(
        .production,
        production.against == .draw
          ? "Production pays for the draw first; what is above it is paid." : "Production adds to the base.",
        by: "production.against"))
    if terms.how == .cumulative, terms.every != .year {
      sentences.append(
        PlanSentence(
          .production,
          production.clawback
            ? "What was paid earlier in the year and turns out not to be earned is taken back."
            : "What was paid earlier in the year is not taken back; what turns out not to be earned is shown and made good by later work.",
          by: "production.clawback"))
    }
    for (index, step) in terms.ramp.enumerated() {
      let first = index == 0 ? plan.effective.first : terms.ramp[index - 1].through.advanced(by: 1)
      sentences.append(
        PlanSentence(
          .production,
          "From \(first) to \(step.through) only \(Self.percent(step.thresholdMillionths)) of the threshold counts.",
          by: "ramp"))
    }
    return sentences
  }

  private func threshold(_ production: ProductionTerms) -> String {
    switch production.threshold {
    case .none: return "Work RVUs are paid from the first."
    case .fixed(let work): return "Work RVUs are paid above a threshold of \(Self.number(work.millionths)) a year."
    case .fromBase:
      guard let base = terms.base, let rate = production.tiers.first?.rate, rate.millionths > 0 else {
        return "Work RVUs are paid above a threshold of base / first rate."
      }
      let work = rounded(Int128(base.annual.cents) * 10_000_000_000, over: Int128(rate.millionths))
      return
        "Work RVUs are paid above a threshold of base / first rate: \(Self.dollars(base.annual)) / \(Self.rate(rate)) = \(Self.number(Int64(work))) a year."
    }
  }

  /// What it means that a threshold comes from a base that is scaled by another FTE, in numbers.
  private func twofoldScale(_ production: ProductionTerms) -> PlanSentence? {
    guard production.threshold == .fromBase, let base = terms.base, base.per != production.per,
      let rate = production.tiers.first?.rate, rate.millionths > 0
    else { return nil }
    let isClinical = base.per == .clinical || production.per == .clinical
    /// The FTE of the example in tenths.
    func tenths(_ basis: FTEBasis) -> Int128 {
      switch basis {
      case .clinical: 9
      case .total: isClinical ? 10 : 9
      case .person: 10
      }
    }
    func scale(_ basis: FTEBasis) -> String {
      switch basis {
      case .clinical: "scaled by clinical FTE"
      case .total: "scaled by total FTE"
      case .person: "not scaled by FTE"
      }
    }
    let annual = Int128(base.annual.cents)
    let paid = Money(cents: Int64(rounded(annual * tenths(base.per), over: 10)))
    let worth = Money(cents: Int64(rounded(annual * tenths(production.per), over: 10)))
    let threshold = rounded(annual * tenths(production.per) * 1_000_000_000, over: Int128(rate.millionths))
    let work = DecimalText.fixed(Int64(threshold), scale: 6, decimals: 2, grouping: true)
    return PlanSentence(
      .production,
      "The base is \(scale(base.per)) and the threshold that comes from it is \(scale(production.per)): in a whole year at \(isClinical ? "0.9 clinical and 1.0 total FTE" : "0.9 total FTE") the base is \(Self.dollars(paid)) and the threshold \(work) work RVUs, \(tenths(production.per) == 10 ? "" : "0.9 of those at 1.0, ")worth \(Self.dollars(worth)) at \(Self.rate(rate)); per: \(base.per.rawValue) in production scales both alike.",
      by: "base.per", "production.per")
  }

  private func tiers(_ production: ProductionTerms) -> [PlanSentence] {
    let tiers = production.tiers
    guard tiers.count > 1 else {
      return [
        PlanSentence(
          .production, "Each is paid \(tiers.first.map { Self.rate($0.rate) } ?? "nothing").", by: "production.rate",
          "production.tiers")
      ]
    }
    let steps = tiers.enumerated().map { index, tier in
      let to = index + 1 < tiers.count ? " to \(Self.number(tiers[index + 1].from.millionths))" : " on"
      return "from \(Self.number(tier.from.millionths))\(to) \(Self.rate(tier.rate))"
    }
    let method =
      switch production.method {
      case .marginal:
        "Tiers are marginal: each work RVU above the threshold is paid at the rate of the tier in which it lies."
      case .retroactive:
        "Tiers are retroactive: all work RVUs above the threshold are paid at the rate of the tier that the year's work reaches."
      }
    return [
      PlanSentence(
        .production, "Tiers by all work RVUs of the measurement year: \(CountWording.list(steps)).",
        by: "production.tiers"),
      PlanSentence(.production, method, by: "production.method"),
    ]
  }

  static func rate(_ rate: ConversionRate) -> String { "$\(rate)" }

  static func per(_ basis: FTEBasis) -> String {
    switch basis {
    case .total: "for 1.0 total FTE, and scaled by the clinician's total FTE and days"
    case .clinical: "for 1.0 clinical FTE, and scaled by the clinician's clinical FTE and days"
    case .person: "for the person whatever the FTE, and scaled by days alone"
    }
  }
}

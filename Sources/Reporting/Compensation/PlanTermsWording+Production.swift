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

import ProductivityModel

/// What one day under a plan makes up of its year, for each part of the plan.
struct DayShares {
  private let terms: PlanTerms
  private let none: MeasuredShares
  private let base: DayWeights
  private let production: DayWeights
  private let guarantee: DayWeights
  private let others: DayWeights

  init(_ terms: PlanTerms, _ year: DayRange) {
    self.terms = terms
    none = MeasuredShares(noneOf: year, terms)
    base = DayWeights(year, terms.base?.proration ?? terms.proration)
    production = DayWeights(year, terms.production?.proration ?? terms.proration)
    guarantee = DayWeights(year, terms.guarantee?.proration ?? terms.proration)
    others = DayWeights(year, terms.proration)
  }

  /// The shares of a day.
  func shares(of day: CalendarDate, _ time: DailyTime) -> MeasuredShares {
    let index = Int(day.daysSinceEpoch - time.days.first.daysSinceEpoch)
    let isKnown = time.clinical.indices.contains(index)
    let isLeave = isKnown && time.isLeave[index]
    let countsForBase = !isLeave || terms.leave.base == .count
    let countsForThresholds = !isLeave || terms.leave.thresholds == .count
    func fte(_ basis: FTEBasis) -> Int128 {
      switch basis {
      case .clinical: isKnown ? Int128(time.clinical[index]) : 0
      case .total: isKnown ? Int128(time.total[index]) : 0
      case .person: 1_000_000
      }
    }
    var shares = none
    let weight = others.weight(of: day)
    shares.person.numerator = 1_000_000 * weight
    if countsForBase {
      if let own = terms.base { shares.base.numerator = fte(own.per) * base.weight(of: day) }
      if let own = terms.guarantee, own.until.map({ day <= $0 }) ?? true {
        shares.guarantee.numerator = fte(own.per) * guarantee.weight(of: day)
      }
      shares.limits.numerator = fte(terms.limits.per) * weight
    }
    if countsForThresholds, let own = terms.production {
      shares.production.numerator = fte(own.per) * production.weight(of: day)
      let ramp = terms.ramp.first { day <= $0.through }?.thresholdMillionths ?? 1_000_000
      shares.threshold.numerator = shares.production.numerator * Int128(ramp)
    }
    return shares
  }
}

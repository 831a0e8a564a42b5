import Benchmarking
import ProductivityModel

extension ClinicianAlignment {
  /// Holds a clinician's pay against the work that it is for.
  ///
  /// Pay is placed only in a row of total compensation, and pay per work RVU only in a row of that metric. A row with fewer
  /// respondents than the rules ask for places nobody and is a flag.
  ///
  /// - Parameters:
  ///   - work: the clinician's work as the run places it; nil where it does not.
  ///   - payRow: a row of total compensation.
  ///   - rateRow: a row of compensation per work RVU.
  public init(
    clinicianID: String, pay: PayRate?, work: SurveyStanding?, payRow: SurveyOffer, rateRow: SurveyOffer,
    rules: AlignmentRules = AlignmentRules()
  ) {
    self.init(clinicianID: clinicianID)
    self.pay = pay
    workStanding = work
    if work == nil { missing.append(.noWorkPlacement) }
    guard let pay else {
      missing.append(.noStatement)
      return
    }
    let annual = pay.annualPerFTE
    if pay.days < ClinicalTime.leastDaysToAnnualize {
      missing.append(.shortPeriod(days: pay.days))
    } else if annual == nil {
      missing.append(.noFTE)
    }
    // Cents are ten thousand millionths of a dollar.
    let annualMillionths = annual.flatMap { Int64(exactly: Int128($0.cents) * 10_000) }
    payStanding = stand(annualMillionths, .totalCompensation, payRow, rules)
    if pay.perWorkRVU == nil { missing.append(.noWork) }
    rateStanding = stand(pay.perWorkRVU?.millionths, .compensationPerWorkRVU, rateRow, rules)
    if let payStanding, let work {
      gap = AlignmentGap(pay: payStanding.placement.position, work: work.placement.position)
      quadrant = AlignmentQuadrant(pay: payStanding.placement.position, work: work.placement.position)
    }
    flags = percentileFlags(rules) + timeFlags(rules) + flags + rateFlags(rules)
  }

  /// A figure in the row that is offered; notes why there is none.
  private mutating func stand(
    _ millionths: Int64?, _ metric: SurveyMetric, _ offer: SurveyOffer, _ rules: AlignmentRules
  ) -> SurveyStanding? {
    switch offer {
    case .notAged(let refusal): missing.append(.notAged(metric, refusal))
    case .none: missing.append(.noSurveyRow(metric))
    case .row(let row, _) where row.metric != metric: missing.append(.noSurveyRow(metric))
    case .row(let row, let notes):
      if let respondents = row.respondents, respondents < rules.minimumRespondents {
        flags.append(
          ReviewFlag(.fewRespondents(metric, respondents: respondents, least: rules.minimumRespondents)))
        missing.append(.noSurveyRow(metric))
        return nil
      }
      return millionths.map { SurveyStanding(ofMillionths: $0, in: row, notes: notes) }
    }
    return nil
  }

  private func percentileFlags(_ rules: AlignmentRules) -> [ReviewFlag] {
    guard let pay = payStanding.flatMap({ PercentileRange($0.placement.position) }) else { return [] }
    var flags: [ReviewFlag] = []
    if let work = workStanding.flatMap({ PercentileRange($0.placement.position) }) {
      flags += flag(.payAboveWork(points: rules.gapPoints), (pay - work).isAbove(Double(rules.gapPoints)))
      flags += flag(.workAbovePay(points: rules.gapPoints), (work - pay).isAbove(Double(rules.gapPoints)))
    }
    for percent in rules.payPercents { flags += flag(.highPay(percent: percent), pay.isAbove(Double(percent))) }
    return flags
  }

  private func timeFlags(_ rules: AlignmentRules) -> [ReviewFlag] {
    guard payStanding != nil, let mean = pay?.meanFTEMillionths, mean < rules.leastFTEMillionths else { return [] }
    return [ReviewFlag(.lowFTE(millionths: mean, leastMillionths: rules.leastFTEMillionths))]
  }

  private func rateFlags(_ rules: AlignmentRules) -> [ReviewFlag] {
    guard let rate = rateStanding.flatMap({ PercentileRange($0.placement.position) }),
      let work = workStanding.flatMap({ PercentileRange($0.placement.position) })
    else { return [] }
    return flag(
      .highRateLowWork(ratePercent: rules.highRatePercent, workPercent: rules.lowWorkPercent),
      rate.isAbove(Double(rules.highRatePercent)).and(work.isBelow(Double(rules.lowWorkPercent))))
  }

  /// A flag where something holds or may hold.
  private func flag(_ reason: ReviewFlag.Reason, _ certainty: Certainty) -> [ReviewFlag] {
    certainty == .excluded ? [] : [ReviewFlag(reason, isCertain: certainty == .certain)]
  }
}

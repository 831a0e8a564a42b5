import Compensation
import ProductivityModel

/// How production comes to what a period pays, line by line.
struct ProductionDerivation {
  private let steps: ProductionSteps
  private let terms: PlanTerms
  private let production: ProductionTerms
  private let time: FTERuns
  private let year: DayRange
  /// The first day that is measured.
  private let start: CalendarDate
  private let isFirst: Bool

  /// The lines of a period; nil for a plan without production.
  init?(ofPeriodAt index: Int, in statement: PlanStatement, _ context: StatementContext) {
    let period = statement.periods[index]
    terms = statement.terms
    guard let steps = period.production, let production = terms.production else { return nil }
    self.steps = steps
    self.production = production
    year = statement.year
    isFirst = index == 0
    start = terms.how == .cumulative ? statement.days.first : period.days.first
    let measured = DayRange(start, through: period.days.last) ?? period.days
    time = FTERuns(
      of: context.member.time, over: measured, assigned: context.assigned, basis: production.per,
      countsLeave: terms.leave.thresholds == .count)
  }

  private var isCumulative: Bool { terms.how == .cumulative }
  private var hasThreshold: Bool { steps.annualThreshold != nil }
  private var isScaled: Bool { hasThreshold || production.tiers.count > 1 }

  /// The lines, in the order in which a person would compute them.
  var lines: [StatementStep] {
    var lines: [StatementStep] = []
    if isScaled { lines.append(share) }
    lines += threshold
    lines += tiers
    if isCumulative, !isFirst || steps.before != .zero {
      lines.append(
        StatementStep("Earned to date", "what all work since \(DateWording.day(start)) earns", .money(steps.earned)))
      lines.append(
        StatementStep(
          "Less earned before", "production of the periods before this one in the year", .money(-steps.before)))
    }
    if steps.shortfall > .zero {
      lines.append(
        StatementStep(
          "Paid ahead",
          "periods before were paid this much more than the year to date earns; nothing is taken back, and later work makes it good before more is paid",
          .money(steps.shortfall)))
    }
    return lines
  }

  private var share: StatementStep {
    let whole =
      production.proration == .days
      ? "of the \(year.count) days of the year" : "with each month a twelfth of the year"
    let what =
      production.tiers.count == 1 ? "the threshold is" : hasThreshold ? "threshold and tiers are" : "tiers are"
    let per = PayWording.per(production.per)
    return StatementStep(
      "Share of the year", "\(what) set for a whole year\(per): \(time.words), \(whole)",
      .share(steps.share.millionths))
  }

  /// A share of the year as a reader can compute with it: FTE-days over the days of the year, or its six decimals.
  private func fraction(_ share: YearShare) -> String {
    let unit = share.denominator / Int128(year.count)
    guard production.proration == .days, unit > 0, unit * Int128(year.count) == share.denominator else {
      return "\(PayWording.share(share)) of the year"
    }
    let days = rounded(share.numerator * 1_000_000, over: unit)
    return "\(PayWording.number(millionths: Int64(days))) / \(year.count)"
  }

  private var threshold: [StatementStep] {
    guard let annual = steps.annualThreshold else { return [] }
    var words = PayWording.work(annual) + " a year"
    if production.threshold == .fromBase, let base = terms.base, let rate = production.tiers.first?.rate {
      words += " = base \(PayWording.dollars(base.annual)) / \(PayWording.rate(rate)) a wRVU"
    }
    if steps.thresholdShare.millionths == steps.share.millionths {
      words += "; times \(fraction(steps.share))"
    } else {
      let parts = terms.ramp.map {
        "\(PayWording.percent($0.thresholdMillionths)) of each day's part through \(DateWording.day($0.through))"
      }
      words +=
        "; times \(fraction(steps.thresholdShare)), since a ramp counts \(CountWording.list(parts))"
    }
    var lines = [StatementStep("Threshold", words, .work(steps.threshold))]
    let above = steps.work - steps.threshold
    if above > .zero {
      lines.append(
        StatementStep(
          "Above the threshold", "\(PayWording.number(steps.work)) - \(PayWording.number(steps.threshold))",
          .work(above)))
    } else {
      lines.append(
        StatementStep(
          "Below the threshold",
          "\(PayWording.number(steps.threshold)) - \(subtracted(steps.work)) are missing; work up to the threshold pays no production",
          .work(-above)))
    }
    return lines
  }

  /// Work after a minus sign: in brackets where it is below zero.
  private func subtracted(_ work: WorkRVU) -> String {
    let number = PayWording.number(work)
    return work < .zero ? "(\(number))" : number
  }

  private var tiers: [StatementStep] {
    var lines: [StatementStep] = []
    let isOnly = steps.tiers.count == 1
    for tier in steps.tiers where tier.work != .zero {
      let product = "\(PayWording.number(tier.work)) x \(PayWording.rate(tier.rate))"
      let label = isOnly ? "At the plan's rate" : "Tier \(range(tier))"
      let words =
        production.method == .retroactive && !isOnly
        ? "\(product): the rate of the tier reached, for \(hasThreshold ? "all wRVUs above the threshold" : "all wRVUs")"
        : product
      lines.append(StatementStep(label, words, .money(tier.amount)))
    }
    let waiting = steps.tiers.filter { $0.work == .zero && $0.from >= steps.work && $0.from > .zero }
    if !waiting.isEmpty {
      let parts = waiting.map { "above \(PayWording.number($0.from)) at \(PayWording.rate($0.rate))" }
      lines.append(StatementStep("Tiers not reached", CountWording.list(parts)))
    }
    return lines
  }

  private func range(_ tier: ProductionSteps.Tier) -> String {
    guard let to = tier.to else { return "above \(PayWording.number(tier.from))" }
    return "\(PayWording.number(tier.from)) to \(PayWording.number(to))"
  }
}

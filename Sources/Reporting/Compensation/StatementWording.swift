import Compensation
import ProductivityModel

/// The sentences of a clinician's statement.
enum StatementWording {
  /// Under which plan, for which work and time.
  static func summary(of clinician: CompensationResults.Clinician, days: DayRange, isComplete: Bool) -> String {
    let plans = clinician.statements.flatMap(\.plans).map(\.title)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var text =
      "For \(DateWording.period(days))\(isComplete ? "" : ", to date"), under \(CountWording.list(plans)): "
      + "\(PayWording.work(clinician.work)) credited"
    let shown = clinician.statements.flatMap(\.periods).reduce(0) { $0 + $1.days.count }
    // The mean is of all days of the statements: it is not said of some of them.
    if let fte = clinician.clinicalFTEMillionths, shown == clinician.days {
      text +=
        ", at a mean of \(CellValue.clinicalFTE(fte).text) clinical FTE over \(CountWording.count(clinician.days, "day"))"
    }
    return text + "."
  }

  /// How a plan measures, in a sentence or two before its periods.
  static func measure(of statement: PlanStatement) -> String {
    let terms = statement.terms
    let plans = statement.plans.map { "\($0.title) (\($0.id), \(DateWording.period($0.effective)))" }
    var text = "Plan: \(CountWording.list(plans)). Pay is measured each \(terms.every.rawValue)"
    switch (terms.every, terms.how) {
    case (.year, _): text += "."
    case (_, .cumulative):
      text +=
        ", with all periods of the year so far together: a period pays what the year to date earns, less what the periods before have earned."
    case (_, .standAlone):
      text += ", each by itself, with its own share of thresholds and limits."
    }
    if terms.every != .year {
      text +=
        " Amounts are rounded to the cent for the year to date, so that periods add up to the year: a single period may differ by a cent from its own product."
    }
    if terms.yearStart != 1 {
      text += " The measurement year is \(DateWording.period(statement.year))."
    }
    return text
  }

  /// Why production is what it is, in a sentence: of the year to date, or of the last period where each stands alone.
  static func production(of statement: PlanStatement) -> String? {
    guard let period = statement.periods.last, let steps = period.production, let terms = statement.terms.production
    else { return nil }
    let isCumulative = statement.terms.how == .cumulative
    let days = isCumulative ? DayRange(statement.days.first, through: period.days.last) ?? period.days : period.days
    var text = "Production of \(DateWording.period(days)): \(PayWording.dollars(steps.earned))"
    let paid = steps.tiers.filter { $0.work != .zero }
    if paid.isEmpty {
      return text
        + (steps.threshold > .zero
          ? ", since \(PayWording.work(steps.work)) do not exceed the threshold of \(PayWording.number(steps.threshold))."
          : ", since there is no work.")
    }
    let products = paid.map { "\(PayWording.number($0.work)) x \(PayWording.rate($0.rate))" }
    text += " = \(products.joined(separator: " + "))"
    if steps.annualThreshold != nil {
      text +=
        ", the part of \(PayWording.work(steps.work)) above the threshold of \(PayWording.number(steps.threshold))"
    } else if terms.method == .retroactive {
      text += ", the rate of the tier reached for all \(PayWording.work(steps.work))"
    }
    if isCumulative, steps.before != .zero {
      text += "; \(PayWording.dollars(steps.before)) of it in the periods before the last"
    }
    if period.withheld > .zero { text += "; \(PayWording.dollars(period.withheld)) of production is held back" }
    return text + "."
  }
}

import Compensation
import ProductivityModel

/// The sentences of a clinician's statement.
enum StatementWording {
  /// Under which plan, for which work and time.
  static func summary(of scope: StatementScope, days: DayRange, isComplete: Bool) -> String {
    let clinician = scope.clinician
    let plans = clinician.statements.flatMap(\.plans).map(\.title)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var text =
      "For \(DateWording.period(days))\(isComplete ? "" : ", to date"), under \(CountWording.list(plans)): "
      + "\(PayWording.short(clinician.work)) credited"
    if let time = scope.time {
      text +=
        ", at a mean of \(CellValue.clinicalFTE(time.clinicalMillionths).text) clinical FTE over \(CountWording.count(time.days, "day"))"
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
    text += " Work RVUs are exact to six decimals where a line computes with them, and rounded to two elsewhere."
    if terms.yearStart != 1 {
      text += " The measurement year is \(DateWording.period(statement.year))."
    }
    return text
  }
}

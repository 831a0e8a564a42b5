import Compensation
import ProductivityModel

/// What a clinician's plans would pay by the end of the measurement year, by each method, with a range.
enum ProjectionSection {
  static func blocks(of clinician: CompensationResults.Clinician) -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    if let first = clinician.projections.first {
      blocks.append(.table(table(of: clinician.projections)))
      blocks.append(
        .paragraph(
          "No forecast: what the plan pays if the pace holds: wRVUs for a day of 1.0 clinical FTE, without days of leave and what was done on them. The range is the rest of the year "
            + "(\(DateWording.period(first.projected))) as in the slowest and as in the busiest complete month so far, for the FTE that the roster has: "
            + "\(pace(first.slowest)) and \(pace(first.busiest))."))
      let assumptions = first.assumptions.map(words)
      if !assumptions.isEmpty { blocks.append(.list(assumptions)) }
    }
    for refusal in clinician.projectionRefusals {
      blocks.append(
        .paragraph("No projection by \(name(refusal.method)): \(words(refusal.reason))."))
    }
    return blocks
  }

  private static func pace(_ pace: YearProjection.Pace) -> String {
    "\(DateWording.month(pace.month)) with \(DecimalText.fixed(pace.perFTEDay, scale: 6, decimals: 2, grouping: true)) wRVUs a day of 1.0 clinical FTE"
  }

  private static func table(of projections: [YearProjection]) -> ReportTable {
    let year = projections.first.map { DateWording.period($0.year) } ?? ""
    return ReportTable(
      "Projected for the measurement year, \(year)",
      columns: [
        .words("Method"), .numbers("wRVUs", "to date"), .numbers("wRVUs", "year"), .numbers("Earned", "to date"),
        .numbers("Earned", "year"), .numbers("Lowest"), .numbers("Highest"),
      ],
      rows: projections.map {
        [
          Cell(.text(CountWording.sentence(name($0.method)))), Cell(.workRVU($0.workToDate)),
          Cell(.workRVU($0.expected.work)),
          Cell(.money($0.earnedToDate)), Cell(.money($0.expected.earned)), Cell(.money($0.low.earned)),
          Cell(.money($0.high.earned)),
        ]
      })
  }

  /// A method in words that fit into a sentence.
  static func name(_ method: ProjectionMethod) -> String {
    switch method {
    case .runRate: "run rate of the year so far"
    case .season: "season of an earlier year"
    case .recent: "last three complete months"
    }
  }

  /// What is taken for what is not known, in a sentence.
  static func words(_ assumption: ProjectionAssumption) -> String {
    switch assumption {
    case .fte(let millionths):
      "Clinical FTE: the rest is worked at a mean of \(PayWording.fte(millionths)), as the roster has it."
    case .duties(let stipend, let units):
      "\(stipend): \(PayWording.number(millionths: units)) more for the rest of the year, at the pace so far."
    case .panel(let month, let members):
      "Panel: \(PayWording.number(millionths: members)) members, as in \(DateWording.month(month)), for each month to come."
    case .pool(let name, let month, let amount):
      "\(name): \(PayWording.dollars(amount)), as in \(DateWording.month(month)), for each month to come."
    case .nothingReleased(let year):
      "Withhold: nothing is earned back, since nothing is known of the quality of \(year)."
    }
  }

  /// Why there is no projection, in a phrase.
  static func words(_ refusal: ProjectionRefusal) -> String {
    switch refusal {
    case .nothingLeft: "no plan goes on in its measurement year after the last day counted"
    case .tooFewMonths(let months):
      "\(CountWording.count(months, "complete month")) of the year with clinical time; at least \(YearProjection.leastMonths) are needed"
    case .noTimeLeft: "the roster has no clinical FTE on the days to come"
    case .noSeason: "no earlier year has a season for the specialty"
    case .noWork: "the work so far is not above zero"
    case .notComputed: "a quantity is beyond what can be computed"
    }
  }
}

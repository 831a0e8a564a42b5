import Compensation
import ProductivityModel

extension DataTable {
  /// One row for each clinician with a plan.
  public static func compensation(of results: CompensationResults) -> DataTable {
    typealias Record = (
      clinician: CompensationResults.Clinician, balance: AccountBalance, figures: PayFigures,
      alignment: ClinicianAlignment?
    )
    let records = results.clinicians.map { clinician in
      Record(
        clinician, PayBalance(of: clinician.statements).total, PayFigures(clinician, capsAtFull: results.capsAtFull),
        clinician.alignment)
    }
    @Sendable func told(_ record: Record, _ money: Money) -> CellValue {
      .data(record.clinician.statements.isEmpty ? nil : money, CellValue.money)
    }
    @Sendable func flags(_ record: Record, certain: Bool) -> CellValue {
      .text(
        (record.alignment?.flags ?? []).filter { $0.isCertain == certain }.map(\.code).joined(separator: " "))
    }
    return DataTable(
      "compensation", of: records,
      columns: [
        DataColumn("clinician_id", "the clinician's id") { .text($0.clinician.id) },
        DataColumn("name", "the name in the roster; the id where there is none") { .text($0.clinician.name) },
        DataColumn("specialty", "the specialty; of a split role the largest") { .text($0.clinician.specialty) },
        DataColumn("plans", "the ids of the plans, with a blank between them") { .text(plans(of: $0.clinician)) },
        DataColumn("days", in: "days", "days on which a plan is told by a statement") { .integer($0.clinician.days) },
        DataColumn("clinical_fte", in: "FTE", "mean clinical FTE over these days, not cut at 1.0") {
          .data($0.clinician.clinicalFTEMillionths, CellValue.clinicalFTE)
        },
        DataColumn("total_fte", in: "FTE", "mean total FTE over these days, not cut at 1.0") {
          .data($0.clinician.totalFTEMillionths, CellValue.clinicalFTE)
        },
        DataColumn("lines", in: "lines", "lines of the statements, in the pay ledger") { record in
          .integer(record.clinician.statements.flatMap(\.periods).reduce(0) { $0 + $1.lines })
        },
        DataColumn("work_rvu", in: "wRVU", "work of the statements, in the pay ledger") { .workRVU($0.clinician.work) },
        DataColumn("opening", in: "dollars", "owed at the start, over all components; empty without a statement") {
          told($0, $0.balance.opening)
        },
        DataColumn("earned", in: "dollars", "earned in the period, over all components; empty without a statement") {
          told($0, $0.clinician.earned)
        },
        DataColumn("paid", in: "dollars", "paid in the period, over all components; empty without a statement") {
          told($0, $0.balance.paid)
        },
        DataColumn("closing", in: "dollars", "opening + earned - paid: owed at the end; empty without a statement") {
          told($0, $0.balance.closing)
        },
        DataColumn(
          "annual_per_total_fte", in: "dollars a year per 1.0 total FTE",
          "pay x days of the year / FTE-days, of which a day has at most 1.0 unless the job normalises; empty below 90 days"
        ) { .data($0.figures.annualPerFTE, CellValue.money) },
        DataColumn("per_work_rvu", in: "dollars for a wRVU", "pay / work_rvu") {
          .data($0.figures.perWorkRVU) { .surveyValue(WorkRVU(millionths: $0.millionths)) }
        },
        DataColumn(
          "compensation_percentile", in: "0 to 100, or a bound such as <10 or >90",
          "where pay stands, in the survey's own table of compensation"
        ) { .data($0.alignment?.payStanding?.placement, CellValue.placement) },
        DataColumn(
          "productivity_percentile", in: "0 to 100, or a bound such as <10 or >90",
          "where work stands, in the survey's own table of work RVUs"
        ) { .data($0.alignment?.workStanding?.placement, CellValue.placement) },
        DataColumn(
          "per_work_rvu_percentile", in: "0 to 100, or a bound such as <10 or >90",
          "where pay for a wRVU stands, in the survey's own table of it"
        ) { .data($0.alignment?.rateStanding?.placement, CellValue.placement) },
        DataColumn(
          "gap", in: "points, or a bound such as >=15 or <=-20",
          "compensation percentile less productivity percentile; a bound where only a bound is known"
        ) { .data($0.alignment?.gap, AlignmentWording.data) },
        DataColumn("quadrant", "pay and productivity, each above or below the survey's median") {
          .data($0.alignment?.quadrant) { .text($0.rawValue) }
        },
        DataColumn("review", "what is worth a review for certain: words with blanks between them") {
          flags($0, certain: true)
        },
        DataColumn("review_possible", "what may be worth a review: words with blanks between them") {
          flags($0, certain: false)
        },
        DataColumn("lines_without_plan", in: "lines", "lines on days without a plan, in no other column") {
          .integer($0.clinician.linesWithoutPlan)
        },
        DataColumn("work_rvu_without_plan", in: "wRVU", "work on days without a plan, in no other column") {
          .workRVU($0.clinician.workWithoutPlan)
        },
      ])
  }

  private static func plans(of clinician: CompensationResults.Clinician) -> String {
    clinician.statements.flatMap(\.plans).map(\.id)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " ")
  }

  /// One row for each clinician and method of projection, also where there is none.
  public static func projections(of results: CompensationResults) -> DataTable {
    typealias Record = (id: String, method: ProjectionMethod, projection: YearProjection?, refusal: ProjectionRefusal?)
    let records = results.clinicians.flatMap { clinician -> [Record] in
      clinician.projections.map { Record(clinician.id, $0.method, $0, nil) }
        + clinician.projectionRefusals.map { Record(clinician.id, $0.method, nil, $0.reason) }
    }
    return DataTable(
      "projections", of: records,
      columns: [
        DataColumn("clinician_id", "the clinician's id") { .text($0.id) },
        DataColumn("method", "how the rest of the year is assumed to go") { .text($0.method.rawValue) },
        DataColumn("measurement_year", in: "year", "the year in which the measurement year ends") {
          .data($0.projection?.year.last.year, CellValue.year)
        },
        DataColumn("projected_from", in: "day", "the first day that is projected") {
          .data($0.projection?.projected.first, CellValue.date)
        },
        DataColumn("projected_through", in: "day", "the last day that is projected") {
          .data($0.projection?.projected.last, CellValue.date)
        },
        DataColumn("work_rvu_to_date", in: "wRVU", "pay work of the measurement year so far") {
          .data($0.projection?.workToDate, CellValue.workRVU)
        },
        DataColumn("work_rvu_year", in: "wRVU", "pay work of the whole measurement year, projected") {
          .data($0.projection?.expected.work, CellValue.workRVU)
        },
        DataColumn("earned_to_date", in: "dollars", "earned in the measurement year so far") {
          .data($0.projection?.earnedToDate, CellValue.money)
        },
        DataColumn("earned_year", in: "dollars", "earned in the whole measurement year, projected") {
          .data($0.projection?.expected.earned, CellValue.money)
        },
        DataColumn("earned_low", in: "dollars", "the same with the rest of the year as in slowest_month") {
          .data($0.projection?.low.earned, CellValue.money)
        },
        DataColumn("earned_high", in: "dollars", "the same with the rest of the year as in busiest_month") {
          .data($0.projection?.high.earned, CellValue.money)
        },
        DataColumn("slowest_month", in: "month", "the slowest month so far") {
          .data($0.projection?.slowest.month, CellValue.month)
        },
        DataColumn("busiest_month", in: "month", "the busiest month so far") {
          .data($0.projection?.busiest.month, CellValue.month)
        },
        DataColumn("not_projected", "why there is no projection; empty where there is one") {
          .data($0.refusal) { .text(ProjectionSection.words($0)) }
        },
      ])
  }

  /// One row for each employer's statement and part of it: theirs, ours, and each cause of the difference.
  public static func employerDifferences(of results: CompensationResults) -> DataTable {
    typealias Record = (
      id: String, days: DayRange, part: String, detail: String, lines: Int?, work: WorkRVU?, amount: Money?
    )
    let records = results.clinicians.flatMap { clinician in
      clinician.reconciliations.flatMap { item -> [Record] in
        let days = item.employer.days
        return [
          (clinician.id, days, "theirs", "", nil, item.employer.work, item.employer.amount),
          (clinician.id, days, "ours", "", nil, item.work, item.amount),
        ]
          + item.differences.map {
            (clinician.id, days, $0.cause.rawValue, $0.detail, $0.lines > 0 ? $0.lines : nil, $0.work, $0.amount)
          }
      }
    }
    return DataTable(
      "employer_statements", of: records,
      columns: [
        DataColumn("clinician_id", "the clinician's id") { .text($0.id) },
        DataColumn("period_start", in: "day", "the first day of the employer's statement") { .date($0.days.first) },
        DataColumn("period_end", in: "day", "the last day of the employer's statement") { .date($0.days.last) },
        DataColumn("part", "theirs, ours, or a cause of the difference; causes add up to theirs less ours") {
          .text($0.part)
        },
        DataColumn("detail", "what the cause is about; empty where the cause says all") { .text($0.detail) },
        DataColumn("lines", in: "lines", "how many lines the cause is about; empty where it is not about lines") {
          .data($0.lines, CellValue.integer)
        },
        DataColumn("work_rvu", in: "wRVU", "work; empty where the employer gives none") {
          .data($0.work, CellValue.workRVU)
        },
        DataColumn("amount", in: "dollars", "pay; empty where the employer gives none") {
          .data($0.amount, CellValue.money)
        },
      ])
  }
}

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
      Record(clinician, PayBalance(of: clinician.statements).total, PayFigures(clinician), clinician.alignment)
    }
    func told(_ record: Record, _ money: Money) -> CellValue {
      .data(record.clinician.statements.isEmpty ? nil : money, CellValue.money)
    }
    func flags(_ record: Record, certain: Bool) -> CellValue {
      .text(
        (record.alignment?.flags ?? []).filter { $0.isCertain == certain }.map(\.code).joined(separator: " "))
    }
    return DataTable(
      "compensation", of: records,
      columns: [
        DataColumn("clinician_id") { .text($0.clinician.id) },
        DataColumn("name") { .text($0.clinician.name) },
        DataColumn("specialty") { .text($0.clinician.specialty) },
        DataColumn("plans") { .text(plans(of: $0.clinician)) },
        DataColumn("days") { .integer($0.clinician.days) },
        DataColumn("clinical_fte") { .data($0.clinician.clinicalFTEMillionths, CellValue.clinicalFTE) },
        DataColumn("total_fte") { .data($0.clinician.totalFTEMillionths, CellValue.clinicalFTE) },
        DataColumn("lines") { record in
          .integer(record.clinician.statements.flatMap(\.periods).reduce(0) { $0 + $1.lines })
        },
        DataColumn("work_rvu") { .workRVU($0.clinician.work) },
        DataColumn("opening") { told($0, $0.balance.opening) },
        DataColumn("earned") { told($0, $0.clinician.earned) },
        DataColumn("paid") { told($0, $0.balance.paid) },
        DataColumn("closing") { told($0, $0.balance.closing) },
        DataColumn("annual_per_total_fte") { .data($0.figures.annualPerFTE, CellValue.money) },
        DataColumn("per_work_rvu") {
          .data($0.figures.perWorkRVU) { .surveyValue(WorkRVU(millionths: $0.millionths)) }
        },
        DataColumn("compensation_percentile") { .data($0.alignment?.payStanding?.placement, CellValue.placement) },
        DataColumn("productivity_percentile") { .data($0.alignment?.workStanding?.placement, CellValue.placement) },
        DataColumn("per_work_rvu_percentile") { .data($0.alignment?.rateStanding?.placement, CellValue.placement) },
        DataColumn("gap") { .data($0.alignment?.gap, AlignmentWording.data) },
        DataColumn("quadrant") { .data($0.alignment?.quadrant) { .text($0.rawValue) } },
        DataColumn("review") { flags($0, certain: true) },
        DataColumn("review_possible") { flags($0, certain: false) },
        DataColumn("lines_without_plan") { .integer($0.clinician.linesWithoutPlan) },
        DataColumn("work_rvu_without_plan") { .workRVU($0.clinician.workWithoutPlan) },
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
        DataColumn("clinician_id") { .text($0.id) },
        DataColumn("method") { .text($0.method.rawValue) },
        DataColumn("measurement_year") { .data($0.projection?.year.last.year, CellValue.year) },
        DataColumn("projected_from") { .data($0.projection?.projected.first, CellValue.date) },
        DataColumn("projected_through") { .data($0.projection?.projected.last, CellValue.date) },
        DataColumn("work_rvu_to_date") { .data($0.projection?.workToDate, CellValue.workRVU) },
        DataColumn("work_rvu_year") { .data($0.projection?.expected.work, CellValue.workRVU) },
        DataColumn("earned_to_date") { .data($0.projection?.earnedToDate, CellValue.money) },
        DataColumn("earned_year") { .data($0.projection?.expected.earned, CellValue.money) },
        DataColumn("earned_low") { .data($0.projection?.low.earned, CellValue.money) },
        DataColumn("earned_high") { .data($0.projection?.high.earned, CellValue.money) },
        DataColumn("slowest_month") { .data($0.projection?.slowest.month, CellValue.month) },
        DataColumn("busiest_month") { .data($0.projection?.busiest.month, CellValue.month) },
        DataColumn("not_projected") { .data($0.refusal) { .text(ProjectionSection.words($0)) } },
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
        DataColumn("clinician_id") { .text($0.id) }, DataColumn("period_start") { .date($0.days.first) },
        DataColumn("period_end") { .date($0.days.last) }, DataColumn("part") { .text($0.part) },
        DataColumn("detail") { .text($0.detail) }, DataColumn("lines") { .data($0.lines, CellValue.integer) },
        DataColumn("work_rvu") { .data($0.work, CellValue.workRVU) },
        DataColumn("amount") { .data($0.amount, CellValue.money) },
      ])
  }
}

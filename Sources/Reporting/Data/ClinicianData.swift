import Benchmarking
import ProductivityModel

extension DataTable {
  /// One row for each clinician in each specialty.
  public static func clinicians(of results: RunResults) -> DataTable {
    DataTable(
      "clinicians", of: results.clinicians,
      columns: [
        DataColumn("period_start") { _ in .date(results.period.first) },
        DataColumn("period_end") { _ in .date(results.period.last) },
        DataColumn("clinician_id") { .text($0.id) },
        DataColumn("name") { .text($0.name) },
        DataColumn("specialty") { .text($0.specialty) },
      ] + ProductivityColumns.columns { $0.totals } + [
        DataColumn("clinical_fte") { .data($0.clinicalFTEMillionths, CellValue.clinicalFTE) },
        DataColumn("work_rvu_per_fte") { .data($0.perFTE, CellValue.workRVURate) },
        DataColumn("annualized_work_rvu_per_fte") { .data($0.annualizedPerFTE, CellValue.workRVURate) },
      ] + SurveyColumns.columns { $0.surveyRow } + [
        DataColumn("percentile") { .data($0.placement, CellValue.placement) },
        DataColumn("times_median") { .data($0.placement?.timesMedian, CellValue.ratio) },
        DataColumn("peer_rank") { .data($0.peers?.rank, CellValue.integer) },
        DataColumn("peer_count") { .integer($0.peers?.count ?? $0.peerCount) },
        DataColumn("peer_percentile") { .data($0.peers?.percentile, CellValue.percentile) },
        DataColumn("unpriced_lines") { .integer($0.totals.unpricedLines) },
        DataColumn("unpriced_charge") { .money($0.totals.unpricedCharge) },
        DataColumn("work_rvu_unpriced_valued") { .workRVU($0.totals.valued) },
        DataColumn("asa_units") { .units(Units(tenThousandths: $0.totals.asaUnits.tenThousandths)) },
        DataColumn("days_counted") { .integer($0.days) },
        DataColumn("leave_days") { .data($0.apart?.leaveDays, CellValue.integer) },
        DataColumn("uncounted_lines") { .data($0.apart?.uncountedLines, CellValue.integer) },
        DataColumn("uncounted_work_rvu") { .data($0.apart?.uncountedWork, CellValue.workRVU) },
        DataColumn("ramp_days") { .data($0.apart?.rampDays, CellValue.integer) },
        DataColumn("ramp_work_rvu") { .data($0.apart?.rampWork, CellValue.workRVU) },
        DataColumn("annualized_by") { .data($0.annualizedPerFTE == nil ? nil : $0.annualizing, CellValue.text) },
        DataColumn("peer_interval_low") { .data($0.peerInterval?.lowerBound, CellValue.percentile) },
        DataColumn("peer_interval_high") { .data($0.peerInterval?.upperBound, CellValue.percentile) },
        DataColumn("role_split") { .text($0.split.isEmpty ? "" : StandingWording.split($0.split)) },
      ])
  }

  /// One row for each month of each clinician in each specialty.
  public static func months(of results: RunResults) -> DataTable {
    typealias Record = (month: YearMonth, clinician: ClinicianResult, totals: ProductivityTotals, fteDays: Int64?)
    let records = results.clinicians.flatMap { clinician in
      zip(results.months, clinician.monthly).enumerated().map { index, pair in
        Record(
          month: pair.0, clinician: clinician, totals: pair.1,
          fteDays: index < clinician.monthlyFTEDays.count ? clinician.monthlyFTEDays[index] : nil)
      }
    }
    return DataTable(
      "months", of: records,
      columns: [
        DataColumn("month") { .month($0.month) },
        DataColumn("clinician_id") { .text($0.clinician.id) },
        DataColumn("specialty") { .text($0.clinician.specialty) },
      ] + ProductivityColumns.columns { $0.totals } + [
        DataColumn("unpriced_lines") { .integer($0.totals.unpricedLines) },
        DataColumn("unpriced_charge") { .money($0.totals.unpricedCharge) },
        DataColumn("charge") { .money($0.totals.charge) },
        DataColumn("fte_days") { .data($0.fteDays, CellValue.clinicalFTE) },
      ])
  }

  /// One row for each clinician and metric that the survey has a row for.
  public static func placements(of results: RunResults) -> DataTable {
    typealias Record = (
      clinician: ClinicianResult, value: WorkRVU?, row: SurveyRow, placement: Placement?, basis: [String]
    )
    let records = results.clinicians.flatMap { clinician -> [Record] in
      guard let row = clinician.surveyRow else { return [] }
      return [Record(clinician, clinician.annualizedPerFTE, row, clinician.placement, clinician.basis)]
        + clinician.otherPlacements.map {
          Record(clinician, WorkRVU(millionths: $0.millionths), $0.row, $0.placement, $0.basis)
        }
    }
    return DataTable(
      "placements", of: records,
      columns: [
        DataColumn("clinician_id") { .text($0.clinician.id) },
        DataColumn("specialty") { .text($0.clinician.specialty) },
        DataColumn("metric") { .text($0.row.metric.rawValue) },
        DataColumn("value") { .data($0.value, CellValue.workRVURate) },
        DataColumn("survey") { .text($0.row.survey) },
        DataColumn("survey_year") { .year($0.row.year) },
        DataColumn("survey_data_year") { .data($0.row.dataYear, CellValue.year) },
        DataColumn("n") { .data($0.row.respondents, CellValue.integer) },
        DataColumn("percentile") { .data($0.placement, CellValue.placement) },
        DataColumn("times_median") { .data($0.placement?.timesMedian, CellValue.ratio) },
        DataColumn("basis") { .text($0.basis.joined(separator: " ")) },
        DataColumn("survey_specialty") { .text($0.row.specialty) },
        DataColumn("region") { .text($0.row.region) },
        DataColumn("provider_type") { .text($0.row.providerType) },
      ])
  }
}

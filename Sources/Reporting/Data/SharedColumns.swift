import Benchmarking
import ProductivityModel

/// The columns for whom a row is about, in every data file that has several rows of a clinician.
enum ClinicianColumns {
  /// - Parameter isAsBefore: ``ClinicianKey/isAsBefore`` of the same, read without a copy of it.
  static func columns<Record>(
    _ clinician: @escaping @Sendable (Record) -> ClinicianKey, asBefore isAsBefore: @escaping @Sendable (Record) -> Bool
  ) -> [DataColumn<Record>] {
    [DataColumn(of: clinician, asBefore: isAsBefore, columns)]
  }

  private static var columns: [DataColumn<ClinicianKey>] {
    [
      DataColumn("clinician_id", "the clinician's id") { .text($0.id) },
      DataColumn("specialty", "the clinician's specialty, as in clinicians") { .text($0.specialty) },
    ]
  }
}

/// The columns for sums over lines, in every data file that has them.
enum ProductivityColumns {
  static func columns<Record>(_ totals: @escaping @Sendable (Record) -> ProductivityTotals)
    -> [DataColumn<Record>]
  {
    [DataColumn(of: totals, all)]
  }

  /// The columns of sums that are at hand.
  static var all: [DataColumn<ProductivityTotals>] {
    [
      DataColumn("lines", in: "lines", "credited, zero-valued and unpriced lines of the pay ledger") {
        .integer($0.lines)
      },
      DataColumn(
        "encounters", in: "patient-days",
        "patient and date with the clinician, each once; empty where a line has no patient"
      ) { .data($0.encounters, CellValue.integer) },
      DataColumn("units", in: "services", "services of these lines; reversed days count negative") {
        .units($0.units)
      },
      DataColumn(
        "work_rvu_unadjusted", in: "wRVU",
        "work of the pay ledger's fee schedule row x units, over credited lines, before any rule"
      ) { .workRVU($0.unadjusted) },
      DataColumn("work_rvu_pay", in: "wRVU", "credits of the pay ledger") { .workRVU($0.pay) },
      DataColumn(
        "work_rvu_benchmark", in: "wRVU",
        "credits of the benchmark ledger, which is compared with surveys and peers"
      ) { .workRVU($0.benchmark) },
    ]
  }
}

/// The columns for the survey's row, in every data file that has them.
enum SurveyColumns {
  static func columns<Record>(_ row: @escaping @Sendable (Record) -> SurveyRow?) -> [DataColumn<
    Record
  >] {
    [DataColumn(of: row, columns)]
  }

  private static var columns: [DataColumn<SurveyRow?>] {
    [
      DataColumn("survey", "the survey whose row is used; empty where none is") {
        .data($0?.survey, CellValue.text)
      },
      DataColumn("survey_year", in: "year", "the survey's year") {
        .data($0?.year, CellValue.year)
      },
      DataColumn("survey_n", in: "respondents", "how many clinicians the row is of") {
        .data($0?.respondents, CellValue.integer)
      },
      DataColumn("survey_median", in: "wRVU a year per 1.0 clinical FTE", "the row's median") {
        .data($0?.medianMillionths) { .surveyValue(WorkRVU(millionths: $0)) }
      },
    ]
  }
}

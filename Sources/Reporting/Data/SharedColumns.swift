import Benchmarking
import ProductivityModel

/// The columns for sums over lines, in every data file that has them.
enum ProductivityColumns {
  static func columns<Record>(_ totals: @escaping (Record) -> ProductivityTotals) -> [DataColumn<Record>] {
    [
      DataColumn("lines") { .integer(totals($0).lines) },
      DataColumn("encounters") { .data(totals($0).encounters, CellValue.integer) },
      DataColumn("units") { .units(totals($0).units) },
      DataColumn("work_rvu_unadjusted") { .workRVU(totals($0).unadjusted) },
      DataColumn("work_rvu_pay") { .workRVU(totals($0).pay) },
      DataColumn("work_rvu_benchmark") { .workRVU(totals($0).benchmark) },
    ]
  }
}

/// The columns for the survey's row, in every data file that has them.
enum SurveyColumns {
  static func columns<Record>(_ row: @escaping (Record) -> SurveyRow?) -> [DataColumn<Record>] {
    [
      DataColumn("survey") { .data(row($0)?.survey, CellValue.text) },
      DataColumn("survey_year") { .data(row($0)?.year, CellValue.year) },
      DataColumn("survey_n") { .data(row($0)?.respondents, CellValue.integer) },
      DataColumn("survey_median") { .data(row($0)?.medianMillionths) { .surveyValue(WorkRVU(millionths: $0)) } },
    ]
  }
}

import Benchmarking
import ProductivityModel

extension DataTable {
  /// One row for each specialty.
  public static func specialties(of results: RunResults) -> DataTable {
    func quantile(_ percent: Int) -> DataColumn<SpecialtyResult> {
      DataColumn(
        "p\(percent)", in: "wRVU a year per 1.0 clinical FTE",
        "the practice's own percentile \(percent) (definition 7 of Hyndman and Fan); empty where there are too few"
      ) { specialty in
        let point = specialty.distribution?.quantiles.first { $0.percent == percent }
        return .data(point) { .workRVURate(WorkRVU(millionths: $0.millionths)) }
      }
    }
    return DataTable(
      "specialties", of: results.specialties,
      columns: [
        DataColumn("specialty", "the specialty; empty where neither roster nor log gives one") { .text($0.specialty) },
        DataColumn("clinicians", in: "clinicians", "how many have lines or a roster interval in it") {
          .integer($0.clinicianCount)
        },
        DataColumn("ranked", in: "clinicians", "how many have an annualised figure") { .integer($0.rankedCount) },
      ] + ProductivityColumns.columns { $0.totals } + [
        DataColumn(
          "mean", in: "wRVU a year per 1.0 clinical FTE",
          "mean of the practice's annualised figures; empty where there are too few"
        ) { .data($0.distribution?.mean, CellValue.workRVURate) }
      ] + [10, 25, 50, 75, 90].map(quantile) + SurveyColumns.columns { $0.surveyRow })
  }
}

import Benchmarking
import ProductivityModel

extension DataTable {
  /// One row for each specialty.
  public static func specialties(of results: RunResults) -> DataTable {
    func quantile(_ percent: Int) -> DataColumn<SpecialtyResult> {
      DataColumn("p\(percent)") { specialty in
        let point = specialty.distribution?.quantiles.first { $0.percent == percent }
        return .data(point) { .workRVURate(WorkRVU(millionths: $0.millionths)) }
      }
    }
    return DataTable(
      "specialties", of: results.specialties,
      columns: [
        DataColumn("specialty") { .text($0.specialty) },
        DataColumn("clinicians") { .integer($0.clinicianCount) },
        DataColumn("ranked") { .integer($0.rankedCount) },
      ] + ProductivityColumns.columns { $0.totals } + [
        DataColumn("mean") { .data($0.distribution?.mean, CellValue.workRVURate) }
      ] + [10, 25, 50, 75, 90].map(quantile) + SurveyColumns.columns { $0.surveyRow })
  }
}

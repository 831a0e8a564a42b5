import Benchmarking
import ProductivityModel

/// Survey rows with invented values, for tests.
enum SurveyFixture {
  /// A row with points in whole units.
  static func row(
    _ metric: SurveyMetric = .workRVU, _ specialty: String = "Urology", survey: String = "Invented", year: Int = 2026,
    data: Int? = 2025, region: String = "", n: Int? = 100, mean: Int64? = nil, line: Int = 2,
    at points: KeyValuePairs<Int, Double>
  ) -> SurveyRow {
    SurveyRow(
      survey: survey, year: year, dataYear: data, specialty: specialty, region: region, metric: metric,
      respondents: n, meanMillionths: mean.map { $0 * 1_000_000 },
      points: points.map { SurveyPoint(percent: $0, millionths: Int64(($1 * 1_000_000).rounded())) },
      position: SourcePosition(file: "s.csv", line: line))
  }
}

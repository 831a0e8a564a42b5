import Benchmarking
import Testing

@Suite struct `A survey's metric` {
  @Test(arguments: [
    ("work_rvu", SurveyMetric.workRVU, false), ("total_compensation", .totalCompensation, true),
    ("compensation_per_work_rvu", .compensationPerWorkRVU, true), ("collections", .collections, true),
    ("encounters", .encounters, false), ("asa_units", .asaUnits, false), ("medicare_work_rvu", .medicareWorkRVU, false),
  ])
  func `has one word, and is in dollars or not`(word: String, metric: SurveyMetric, isDollars: Bool) {
    #expect(SurveyMetric(rawValue: word) == metric)
    #expect(metric.isDollars == isDollars)
    #expect(metric.unit.contains("dollars") == isDollars)
  }

  @Test func `work of Medicare services is not called work RVUs without saying so`() {
    #expect(SurveyMetric.medicareWorkRVU.words.contains("Medicare"))
    #expect(SurveyMetric.medicareWorkRVU.unit.contains("Medicare"))
  }

  @Test func `comes in the order of the catalogue`() {
    #expect(SurveyMetric.allCases.reversed().sorted() == SurveyMetric.allCases)
  }
}

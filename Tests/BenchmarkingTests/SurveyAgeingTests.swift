import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@Suite struct `Dollars are aged from the middle of their year` {
  private func ageing(_ rate: Int64, _ day: String) throws -> SurveyAgeing {
    let date = try #require(CalendarDate(iso: day))
    return try #require(SurveyAgeing(rateMillionths: rate, to: date))
  }

  @Test(arguments: [
    // 3 % twice: 1.0609. Half of 2026's 365 days after 1 July 2025 (184 days to 1 January): 1 + 0.03 x 184/365.
    (2024, "2026-07-01", Int64(1_060_900_000_000)), (2025, "2025-07-01", 1_000_000_000_000),
    (2025, "2026-01-01", 1_015_123_287_671), (2024, "2026-01-01", 1_045_576_986_301),
  ])
  func `by whole years and the days that are left`(year: Int, day: String, factor: Int64) throws {
    #expect(try ageing(30_000, day).factor(fromDataOf: year) == Int128(factor))
  }

  @Test func `every dollar of a row alike, and rounded once`() throws {
    let row = SurveyFixture.row(.totalCompensation, data: 2024, mean: 270_001, at: [25: 231_000, 50: 262_000])
    let aged = try ageing(30_000, "2026-07-01").aged(row)
    #expect(aged.points.map(\.millionths) == [245_067_900_000, 277_955_800_000])
    // 270,001 x 1.0609 = 286,444.0609.
    #expect(aged.meanMillionths == 286_444_060_900)
    #expect(
      try ageing(30_000, "2026-07-01").sentence(dataYear: 2024)
        == "dollars aged at 3 % a year from 1 July 2024 to 2026-07-01, a factor of 1.0609")
  }

  @Test func `and work RVUs are not`() throws {
    #expect(throws: SurveyAgeing.Refusal.notDollars) {
      try ageing(30_000, "2026-07-01").aged(SurveyFixture.row(.workRVU, at: [50: 5_000]))
    }
  }

  @Test func `nor what cannot be brought forward`() throws {
    let row = SurveyFixture.row(.totalCompensation, data: nil, at: [50: 262_000])
    #expect(throws: SurveyAgeing.Refusal.noDataYear) { try ageing(30_000, "2026-07-01").aged(row) }
    #expect(throws: SurveyAgeing.Refusal.beforeData) {
      try ageing(30_000, "2025-06-30").factor(fromDataOf: 2025)
    }
    #expect(throws: SurveyAgeing.Refusal.tooOld) { try ageing(0, "2026-07-01").factor(fromDataOf: 2015) }
    let day = try #require(CalendarDate(iso: "2026-07-01"))
    #expect(SurveyAgeing(rateMillionths: 200_001, to: day) == nil && SurveyAgeing(rateMillionths: -1, to: day) == nil)
  }

  @Test func `so that a later day is never fewer dollars`() throws {
    let start = try #require(CalendarDate(iso: "2024-07-01"))
    var last: Int128 = 0
    for days in 0..<1_500 {
      let ageing = try #require(SurveyAgeing(rateMillionths: 45_000, to: start.advanced(by: days)))
      let factor = try ageing.factor(fromDataOf: 2024)
      #expect(factor >= last)
      last = factor
    }
  }
}

import Benchmarking
import ProductivityModel
import Reporting
import Testing

struct CellValueTests {
  @Test(arguments: [
    (CellValue.integer(1_234_567), "1,234,567", "1234567"),
    (.workRVU(WorkRVU(millionths: 1_234_567_891)), "1,234.57", "1234.567891"),
    (.workRVU(WorkRVU(millionths: -17_150_000)), "-17.15", "-17.15"),
    (.workRVURate(WorkRVU(millionths: 8_613_649_999)), "8,613.6", "8613.649999"),
    (.surveyValue(WorkRVU(millionths: 8_090_000_000)), "8,090", "8090"),
    (.surveyValue(WorkRVU(millionths: 8_090_250_000)), "8,090.25", "8090.25"),
    (.units(Units(tenThousandths: 12_345_000)), "1,234.5", "1234.5"),
    (.money(Money(cents: 123_456)), "$1,234.56", "1234.56"),
    (.money(Money(cents: -5)), "-$0.05", "-0.05"),
    (.clinicalFTE(835_616), "0.84", "0.835616"),
    (.percent(0.004), "<0.1%", "0.004"), (.percent(0), "0.0%", "0"), (.percent(99.99), ">99.9%", "99.99"),
    (.percent(100), "100.0%", "100"),
    (.percentile(64.285_714_2), "64.3", "64.285714"),
    (.ratio(1.426_350_4), "1.43x", "1.42635"),
    (.placement(Placement(position: .at(76.240_3), timesMedian: 1.4)), "76.2", "76.2403"),
    (.placement(Placement(position: .below(10), timesMedian: 0.4)), "<10", "<10"),
    (.placement(Placement(position: .above(90), timesMedian: 2.4)), ">90", ">90"),
    (.rank(3, of: 7), "3 of 7", "3"),
    (.notAvailable("there is no roster"), "n/a", ""),
  ])
  func `a value is shown to people and written to data files in its own way`(
    value: CellValue, text: String, data: String
  ) {
    #expect(value.text == text)
    #expect(value.dataText == data)
  }

  @Test func `bounds sort beyond every percentile, in the order of their ratios`() throws {
    let placements = [
      Placement(position: .below(10), timesMedian: 0.2), Placement(position: .below(10), timesMedian: 0.5),
      Placement(position: .at(10), timesMedian: 0.6), Placement(position: .at(90), timesMedian: 1.6),
      Placement(position: .above(90), timesMedian: 1.7), Placement(position: .above(90), timesMedian: 3),
    ]
    let keys = try placements.map { try #require(CellValue.placement($0).sortKey) }
    #expect(keys == keys.sorted())
    #expect(Set(keys).count == keys.count)
  }

  @Test func `what is undefined has no place in an order`() {
    #expect(CellValue.notAvailable("why").sortKey == nil)
  }

  @Test(arguments: [
    ("clinician_id is empty", "clinician_id is empty"), ("the line is there", "The line is there"),
    ("CMS says", "CMS says"), ("", ""), ("data/findings.csv has them", "data/findings.csv has them"),
    ("rvubench check tells", "rvubench check tells"), ("rvubenches", "Rvubenches"), ("1 line", "1 line"), (" a", " a"),
    ("a", "A"), ("aB c", "aB c"), ("a B_c", "A B_c"), ("émile is", "Émile is"), ("ärzte_x", "ärzte_x"), ("a é", "A é"),
  ])
  func `a sentence starts with a capital unless it starts with a name`(text: String, sentence: String) {
    #expect(CountWording.sentence(text) == sentence)
  }

  @Test func `counts and periods are said as people say them`() {
    #expect(CountWording.count(1, "line") == "1 line")
    #expect(CountWording.count(0, "line") == "no lines")
    #expect(CountWording.count(2_345, "line") == "2,345 lines")
    #expect(CountWording.list(["a", "b", "c"]) == "a, b and c")
    #expect(
      DateWording.period(PracticeFixture.range("2026-01-01", "2026-09-30")) == "January 1 to September 30, 2026")
    #expect(
      DateWording.period(PracticeFixture.range("2025-10-01", "2026-09-30")) == "October 1, 2025 to September 30, 2026")
    #expect(DateWording.period(PracticeFixture.range("2026-02-28", "2026-02-28")) == "February 28, 2026")
  }
}

import Benchmarking
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Rendering

/// Values that are written into a page without a text for them are as their texts are.
@Suite struct ShownNumberTests {
  private func check(_ value: CellValue) {
    var markup = Markup()
    markup.add("<td>")
    markup.add(value)
    #expect(markup.string == "<td>" + HTMLText.markup(value.text), "\(value)")
    #expect(value.number == nil || value.number?.text == value.text, "\(value)")
  }

  @Test func `a value is in a page as its text is`() throws {
    let day = try #require(CalendarDate(year: 2026, month: 9, day: 30))
    for value: CellValue in [
      .text("<b>"), .literal("O'Brien"), .percent(0.01), .percent(99.99), .percent(12.345), .percentile(64.2),
      .ratio(1.4), .rank(3, of: 7), .year(2026), .date(day), .month(YearMonth(containing: day)),
      .money(Money(cents: -5)),
      .placement(Placement(position: .below(10), timesMedian: 0.4)), .notAvailable("there is none"),
      .position(SourcePosition(file: "log.csv", line: 3)),
    ] {
      check(value)
      #expect(value.number == nil)
    }
  }

  @Test(arguments: 411...416 as ClosedRange<UInt64>)
  func `so is every number`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 1_000_000]
    for round in 0..<400 {
      let any = Int64.random(in: -Int64.max / 1_000_000 ... .max / 1_000_000, using: &random)
      let number =
        round == 0 ? 0 : (any >> Int64.random(in: 0..<44, using: &random)) * (powers.randomElement(using: &random) ?? 1)
      let work = WorkRVU(millionths: number)
      for value: CellValue in [
        .integer(Int(number)), .workRVU(work), .workRVURate(work), .surveyValue(work),
        .units(Units(tenThousandths: number)), .clinicalFTE(number),
      ] {
        check(value)
        #expect(value.number != nil)
      }
    }
  }
}

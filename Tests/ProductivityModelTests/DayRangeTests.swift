import ProductivityModel
import TestSupport
import Testing

/// Runs of days and the months they touch.
@Suite struct DayRangeTests {
  private func range(_ first: String, _ last: String) throws -> DayRange {
    let firstDay = try #require(CalendarDate(iso: first))
    let lastDay = try #require(CalendarDate(iso: last))
    return try #require(DayRange(firstDay, through: lastDay))
  }

  @Test func `a range has both ends and is never empty`() throws {
    let day = try #require(CalendarDate(iso: "2026-03-10"))
    let one = try #require(DayRange(day, through: day))
    #expect(one.count == 1 && one.contains(day))
    #expect(!one.contains(day.advanced(by: 1)) && !one.contains(day.advanced(by: -1)))
    #expect(DayRange(day, through: day.advanced(by: -1)) == nil)
  }

  @Test(arguments: [(2024, 366), (2025, 365), (2000, 366), (2100, 365)])
  func `a year has all its days`(year: Int, count: Int) {
    let range = DayRange(year: year)
    #expect(range.count == count)
    #expect(range.description == "\(year)-01-01..\(year)-12-31")
    #expect(range.months.map(\.month.month) == Array(1...12))
  }

  @Test func `what two ranges share is in both`() throws {
    let year = DayRange(year: 2026)
    let overlapping = try range("2025-10-01", "2026-02-15")
    #expect(year.intersection(overlapping)?.description == "2026-01-01..2026-02-15")
    #expect(overlapping.intersection(year)?.description == "2026-01-01..2026-02-15")
    #expect(try year.intersection(range("2025-01-01", "2025-12-31")) == nil)
    #expect(try year.intersection(range("2026-12-31", "2027-12-31"))?.count == 1)
  }

  @Test func `the months of a range are cut to it and miss no day`() throws {
    let period = try range("2025-11-20", "2026-02-03")
    #expect(period.months.map(\.month.description) == ["2025-11", "2025-12", "2026-01", "2026-02"])
    #expect(period.months.map(\.days.count) == [11, 31, 31, 3])
    let inside = try range("2026-02-10", "2026-02-12")
    #expect(inside.months.map(\.days) == [inside])
    #expect(try range("9999-12-01", "9999-12-31").months.count == 1)
  }

  @Test(arguments: 31...34 as ClosedRange<UInt64>)
  func `the months of a range add up to it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let first = CalendarDate(daysSinceEpoch: Int32.random(in: 0...30_000, using: &random))
      let last = first.advanced(by: Int.random(in: 0...1500, using: &random))
      let range = try #require(DayRange(first, through: last))
      let months = range.months
      #expect(months.reduce(0) { $0 + $1.days.count } == range.count, "seed \(seed): \(range)")
      #expect(months.first?.days.first == first && months.last?.days.last == last, "seed \(seed): \(range)")
      for (month, next) in zip(months, months.dropFirst()) {
        #expect(month.month < next.month && month.month.next == next.month, "seed \(seed): \(range)")
        #expect(month.days.last.advanced(by: 1) == next.days.first, "seed \(seed): \(range)")
      }
    }
  }

  @Test(arguments: [("2026-01-31", "2026-01", 31), ("2024-02-01", "2024-02", 29), ("2025-12-31", "2025-12", 31)])
  func `a month has all its days`(day: String, name: String, count: Int) throws {
    let month = YearMonth(containing: try #require(CalendarDate(iso: day)))
    #expect(month.description == name)
    #expect(month.days.count == count)
    #expect(month < month.next)
    #expect(month.next.days.first == month.days.last.advanced(by: 1))
  }
}

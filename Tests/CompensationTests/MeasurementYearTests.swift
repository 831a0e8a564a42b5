import ProductivityModel
import Testing

@testable import Compensation

struct MeasurementYearTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  @Test(arguments: [
    ("2026-01-01", 1, "2026-01-01..2026-12-31", 2026), ("2026-12-31", 1, "2026-01-01..2026-12-31", 2026),
    ("2025-10-01", 10, "2025-10-01..2026-09-30", 2026), ("2025-09-30", 10, "2024-10-01..2025-09-30", 2025),
    ("2024-02-29", 7, "2023-07-01..2024-06-30", 2024), ("2026-12-01", 12, "2026-12-01..2027-11-30", 2027),
  ])
  func `a measurement year starts with its month and is called by the year in which it ends`(
    text: String, month: Int, days: String, number: Int
  ) throws {
    let year = MeasurementYear(containing: try day(text), startMonth: month)
    #expect(year.days.description == days)
    #expect(year.number == number)
  }

  @Test(arguments: MeasurementPeriod.allCases, 1...12)
  func `the periods of a year are its days, without gap or overlap`(every: MeasurementPeriod, start: Int) throws {
    let year = MeasurementYear(containing: try day("2024-03-15"), startMonth: start)
    let periods = year.periods(every)
    #expect(periods.count == 12 / every.months)
    #expect(periods.first?.first == year.days.first)
    #expect(periods.last?.last == year.days.last)
    for (period, next) in zip(periods, periods.dropFirst()) { #expect(next.first == period.last.advanced(by: 1)) }
  }
}

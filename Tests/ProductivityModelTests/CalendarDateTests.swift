import ProductivityModel
import TestSupport
import Testing

/// Days of the Gregorian calendar, against a count that walks from day to day.
@Suite struct CalendarDateTests {
  /// The lengths of the months, said in another way than the code under test says them.
  private static func length(_ month: Int, of year: Int) -> Int {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isLeap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    return month == 2 && isLeap ? 29 : lengths[month - 1]
  }

  @Test func `every day from 1600 to 2400 is one after the day before and has its own parts`() throws {
    var expected = try #require(CalendarDate(year: 1600, month: 1, day: 1)).daysSinceEpoch
    #expect(expected == -135_140)
    var wrong: [String] = []
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...Self.length(month, of: year) {
          let date = CalendarDate(year: year, month: month, day: day)
          if date?.daysSinceEpoch != expected { wrong.append("\(year)-\(month)-\(day)") }
          let parts = CalendarDate(daysSinceEpoch: expected).parts
          if parts != (year, month, day) { wrong.append("\(expected): \(parts)") }
          expected += 1
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-01-01", 20_454), ("0001-01-01", -719_162),
      ("9999-12-31", 2_932_896), ("2024-02-29", 19_782), ("1900-03-01", -25_508),
    ] as [(String, Int32)])
  func `known days have their known numbers`(text: String, number: Int32) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.daysSinceEpoch == number)
    #expect(date.description == text)
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2026, 4, 31), (2026, 6, 31), (2026, 9, 31),
    (2026, 11, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (2026, -1, 1),
    (2026, 1, -1), (-1, 1, 1),
  ])
  func `a day that the calendar does not have is none`(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "", "2026-1-1", "2026-01-1", "20260101", "2026/01/01", "01-02-2026", "2026-02-30", "2026-13-01", "2026-00-10",
    "0000-01-01", " 2026-01-01", "2026-01-01 ", "2026-01-0a", "2026-01-01T", "+026-01-01", "２０２６-01-01", "2026–01–01",
  ])
  func `a text that is not a day written YYYY-MM-DD is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [(2000, true), (1900, false), (2100, false), (2400, true), (2024, true), (2026, false)])
  func `years that a hundred divides are leap only where four hundred does`(year: Int, isLeap: Bool) {
    #expect(CalendarDate.isLeap(year) == isLeap)
    #expect(CalendarDate.daysInYear(year) == (isLeap ? 366 : 365))
    #expect(CalendarDate.daysInMonth(year: year, month: 2) == (isLeap ? 29 : 28))
  }

  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func `adding days, order and text order agree`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let first = CalendarDate(daysSinceEpoch: Int32.random(in: -719_162...2_900_000, using: &random))
      let days = Int.random(in: -700...700, using: &random)
      let second = first.advanced(by: days)
      guard second.year >= 1 else { continue }
      #expect((first < second) == (days > 0), "seed \(seed)")
      #expect((first.description < second.description) == (first < second), "seed \(seed): \(first) \(second)")
      #expect(CalendarDate(iso: second.description) == second, "seed \(seed): \(second)")
      #expect(second.advanced(by: -days) == first, "seed \(seed)")
    }
  }
}

import ProductivityModel
import Testing

@testable import Crediting

@Suite struct `Days of service` {
  @Test(arguments: [
    ("..", "2026-01-01", true), ("2026-03-01..", "2026-02-28", false), ("2026-03-01..", "2026-03-01", true),
    ("..2026-03-01", "2026-03-01", true), ("..2026-03-01", "2026-03-02", false),
    ("2026-03-01..2026-03-31", "2026-03-31", true), ("2026-03-01..2026-03-31", "2026-04-01", false),
  ])
  func `contain their first and last day, and are open where one is blank`(days: String, day: String, holds: Bool)
    throws
  {
    #expect(ServiceDays(text: days).contains(try #require(CalendarDate(iso: day))) == holds)
  }

  @Test(arguments: [
    ("..", "..", true), ("..", "2026-03-01..2026-03-01", true), ("..2026-03-01", "2026-03-01..", true),
    ("..2026-02-28", "2026-03-01..", false), ("2026-01-01..2026-03-31", "2026-02-01..2026-02-02", true),
    ("2026-01-01..2026-03-31", "2026-04-01..2026-04-02", false), ("2026-01-01..", "2026-04-01..", true),
    ("..2026-01-01", "..2020-01-01", true),
  ])
  func `overlap where they share a day, whichever comes first`(a: String, b: String, overlap: Bool) {
    #expect(ServiceDays(text: a).overlaps(ServiceDays(text: b)) == overlap)
    #expect(ServiceDays(text: b).overlaps(ServiceDays(text: a)) == overlap)
  }

  @Test func `overlap exactly where some day is in both`() {
    let first = CalendarDate(daysSinceEpoch: 0)
    let ends: [CalendarDate?] = [nil] + (0..<5).map { first.advanced(by: $0) }
    let all = ends.flatMap { start in ends.map { ServiceDays(start: start, end: $0) } }
      .filter { days in days.start.flatMap { start in days.end.map { start <= $0 } } ?? true }
    for a in all {
      for b in all {
        let shared = (-1...5).contains { a.contains(first.advanced(by: $0)) && b.contains(first.advanced(by: $0)) }
        #expect(a.overlaps(b) == shared, "\(a) \(b)")
      }
    }
  }

  @Test(arguments: [
    ("..", []), ("2026-03-01..", ["2026-03-01"]), ("..2026-03-31", ["2026-04-01"]),
    ("2026-03-01..2026-12-31", ["2026-03-01", "2027-01-01"]),
  ])
  func `change on the first day and on the day after the last`(days: String, changes: [String]) {
    #expect(ServiceDays(text: days).changes.map(\.description) == changes)
  }
}

extension ServiceDays {
  /// Days written as `2026-03-01..2026-03-31`, of which each may be missing.
  init(text: String) {
    let separator = text.range(of: "..")
    let ends = separator.map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? []
    self.init(start: ends.first.flatMap { CalendarDate(iso: $0) }, end: ends.last.flatMap { CalendarDate(iso: $0) })
  }
}

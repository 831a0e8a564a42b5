import Benchmarking
import Ingest
import ProductivityModel
import Testing

@testable import Pipeline

@Suite struct `A roster with closed days` {
  private static func row(
    _ id: String, _ fte: Int64, _ start: String = "2020-01-01", _ end: String? = nil, specialty: String = "Urology",
    line: Int = 2
  ) -> RosterInterval {
    RosterInterval(
      clinicianID: id, name: id, specialty: specialty, clinicalFTEMillionths: fte,
      start: CalendarDate(iso: start) ?? CalendarDate(daysSinceEpoch: 0), end: end.flatMap { CalendarDate(iso: $0) },
      position: SourcePosition(file: "roster.csv", line: line))
  }

  private static func merged(_ now: [RosterInterval], closed: [RosterInterval]) throws -> [String] {
    let first = CalendarDate(iso: "2026-09-01") ?? CalendarDate(daysSinceEpoch: 0)
    let days = try #require(DayRange(first, through: first.advanced(by: 29)))
    return ClosedRoster.merged(now, [(days, closed)]).map {
      "\($0.clinicianID) \($0.specialty) \($0.clinicalFTEMillionths) \($0.start)..\($0.end?.description ?? "")"
    }
  }

  @Test func `keeps the rows of clinicians whose closed days are what they were`() throws {
    // Another line, and an end after the closed days, move nothing.
    let now = [Self.row("A", 1_000_000, "2020-01-01", "2026-12-31", line: 7), Self.row("B", 500_000)]
    let closed = [Self.row("A", 1_000_000), Self.row("B", 500_000)]
    #expect(
      try Self.merged(now, closed: closed) == [
        "A Urology 1000000 2020-01-01..2026-12-31", "B Urology 500000 2020-01-01..",
      ])
  }

  @Test func `has the closed days of changed clinicians as they were, and the others as they are`() throws {
    #expect(
      try Self.merged([Self.row("A", 500_000)], closed: [Self.row("A", 1_000_000)]) == [
        "A Urology 500000 2020-01-01..2026-08-31", "A Urology 1000000 2026-09-01..2026-09-30",
        "A Urology 500000 2026-10-01..",
      ])
  }

  @Test func `brings back who is gone, for the closed days only, and leaves who is new out of them`() throws {
    #expect(
      try Self.merged([Self.row("N", 1_000_000, "2026-09-10")], closed: [Self.row("G", 800_000)]) == [
        "N Urology 1000000 2026-10-01..", "G Urology 800000 2026-09-01..2026-09-30",
      ])
  }
}

import ProductivityModel
import Testing

@testable import Benchmarking

@Suite struct `The pace of a target` {
  private static let year = DayRange(year: 2026)

  private static func days(from start: String = "2020-01-01") throws -> EmployedWorkingDays {
    let interval = RosterInterval(
      clinicianID: "W-1", name: "", specialty: "S", clinicalFTEMillionths: 1_000_000,
      start: try #require(CalendarDate(iso: start)), end: nil, position: SourcePosition(file: "roster.csv"))
    return try #require(EmployedWorkingDays([interval], pace: .workingDays(of: year, holidays: [])))
  }

  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  @Test(arguments: [1, 7, 999_999, 5_123_456_789] as [Int64])
  func `has months that add up to the target, each to date what is expected`(millionths: Int64) throws {
    let pace = TargetPace(WorkRVU(millionths: millionths), over: try Self.days())
    #expect(pace.months.reduce(WorkRVU.zero, +) == pace.target)
    var sum = WorkRVU.zero
    for (month, work) in zip(Self.year.months, pace.months) {
      sum += work
      #expect(pace.expected(through: month.days.last) == sum)
    }
  }

  @Test func `never falls from one day to the next`() throws {
    let months = (1...12).map { WorkRVU(hundredths: Int64($0 * 1_111)) }
    for pace in [
      TargetPace(WorkRVU(hundredths: 86_658), months: months, over: try Self.days()),
      TargetPace(WorkRVU(hundredths: 86_658), over: try Self.days(from: "2026-03-17")),
    ] {
      var before = WorkRVU.zero
      for offset in 0..<Self.year.count {
        let expected = pace.expected(through: Self.year.first.advanced(by: offset))
        #expect(expected >= before)
        before = expected
      }
      #expect(before == pace.target)
    }
  }

  @Test func `of a month in progress goes by its working days`() throws {
    let months = [WorkRVU](repeating: WorkRVU(hundredths: 22_000), count: 12)
    let pace = TargetPace(WorkRVU(hundredths: 264_000), months: months, over: try Self.days())
    // April 2026 has 22 working days, 11 of them to the 15th.
    #expect(pace.expected(through: try Self.day("2026-04-15")) == WorkRVU(hundredths: 66_000 + 11_000))
  }

  @Test func `tells no year from fewer than ninety days, and needs nothing once the target is reached`() throws {
    let pace = TargetPace(WorkRVU(hundredths: 100_000), over: try Self.days())
    let work = WorkRVU(hundredths: 30_000)
    #expect(pace.projected(work, through: try Self.day("2026-03-30")) == nil)
    // 64 of 261 working days to the end of March, which is the 90th day.
    #expect(pace.projected(work, through: try Self.day("2026-03-31")) == WorkRVU(millionths: 1_223_437_500))
    #expect(pace.projected(work, through: try Self.day("2026-12-31")) == work)
    #expect(pace.needed(WorkRVU(hundredths: 100_001), through: try Self.day("2026-03-31")) == .zero)
    #expect(pace.needed(work, through: try Self.day("2026-12-31")) == nil)
  }
}

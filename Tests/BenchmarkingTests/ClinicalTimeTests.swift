import ProductivityModel
import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `Clinical time` {
  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private static func range(_ first: String, _ last: String) throws -> DayRange {
    try #require(DayRange(day(first), through: day(last)))
  }

  private static func interval(
    _ fte: Int64, _ start: String, _ end: String? = nil, leave: [(String, String)] = []
  ) throws -> RosterInterval {
    RosterInterval(
      clinicianID: "W-1", name: "", specialty: "S", clinicalFTEMillionths: fte, start: try day(start),
      end: try end.map(day), leave: try leave.map(range), position: SourcePosition(file: "roster.csv"))
  }

  private static let year = DayRange(year: 2025)

  private static func time(_ intervals: RosterInterval..., period: DayRange = year) throws -> ClinicalTime {
    try #require(ClinicalTime(intervals, in: period))
  }

  private static let work = WorkRVU(hundredths: 365_000)

  @Test func `of a whole year at 1.0 leaves the work as it is`() throws {
    let time = try Self.time(Self.interval(1_000_000, "2020-01-01"))
    #expect(time.days == 365)
    #expect(time.meanFTEMillionths == 1_000_000)
    #expect(time.perFTE(Self.work) == Self.work)
    #expect(time.annualizedPerFTE(Self.work, by: .days(of: Self.year)) == Self.work)
    #expect(time.span == Self.year)
    #expect(ClinicalTime(wholeOf: Self.year) == time)
  }

  @Test(arguments: [UInt64(41), 42])
  func `of all days of a period is that of an interval at 1.0 in each of them`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let holidays = Set([try Self.day("2025-07-04"), try Self.day("2025-12-25")])
    let interval = try Self.interval(1_000_000, "2000-01-01")
    for _ in 0..<60 {
      let first = try Self.day("2025-01-01").advanced(by: Int.random(in: -400...400, using: &random))
      let last = first.advanced(by: Int.random(in: 0...400, using: &random))
      let period = try #require(DayRange(first, through: last))
      for pace in [nil, AnnualPace.days(of: Self.year), .workingDays(of: Self.year, holidays: holidays)] {
        #expect(
          ClinicalTime(wholeOf: period, pace: pace) == ClinicalTime([interval], in: period, pace: pace),
          "seed \(seed): \(period)")
      }
    }
  }

  /// 181 days at 0.8 and 184 at 0.5: 236.8 FTE days, a mean of 0.648767.
  @Test func `changes in mid-year by the day`() throws {
    let time = try Self.time(
      Self.interval(800_000, "2020-01-01", "2025-06-30"), Self.interval(500_000, "2025-07-01"))
    #expect(time.days == 365)
    #expect(time.fteDays == 236_800_000)
    #expect(time.meanFTEMillionths == 648_767)
    // 3,650 x 365 / 236.8 = 5,626.05574324...
    #expect(time.perFTE(Self.work)?.millionths == 5_626_055_743)
    #expect(time.annualizedPerFTE(Self.work, by: .days(of: Self.year)) == time.perFTE(Self.work))
  }

  @Test func `leaves out days of leave, both ends included`() throws {
    let time = try Self.time(
      Self.interval(
        1_000_000, "2020-01-01",
        leave: [("2024-12-01", "2025-01-10"), ("2025-03-01", "2025-03-01"), ("2025-03-01", "2025-03-02")]))
    #expect(time.days == 365 - 10 - 2)
    #expect(time.meanFTEMillionths == 1_000_000)
    #expect(time.perFTE(Self.work) == Self.work)
    // What 353 days brought would be 3,650 x 365 / 353 = 3,774.07932011... in a year.
    #expect(time.annualizedPerFTE(Self.work, by: .days(of: Self.year))?.millionths == 3_774_079_320)
    #expect(time.span == Self.year)
  }

  @Test(arguments: [Int64(1_000_000), 1_100_000, 2_000_000])
  func `above 1.0 counts as 1.0`(fte: Int64) throws {
    let time = try Self.time(Self.interval(fte, "2020-01-01"))
    #expect(time.meanFTEMillionths == 1_000_000)
    #expect(time.perFTE(Self.work) == Self.work)
  }

  @Test func `keeps what the roster has where a day counts less`() throws {
    let above = try Self.time(Self.interval(1_100_000, "2020-01-01"))
    #expect(above.meanFTEMillionths == 1_000_000)
    #expect(above.rosterFTEMillionths == 1_100_000)
    let whole = try Self.time(Self.interval(1_000_000, "2020-01-01"))
    #expect(whole.rosterFTEMillionths == nil)
    let half = try Self.time(Self.interval(1_200_000, "2020-01-01", "2025-07-02"), Self.interval(400_000, "2025-07-03"))
    // 183 days of 1.20 and 182 of 0.40.
    #expect(half.rosterFTEMillionths == 801_096)
    #expect(half.meanFTEMillionths == 700_822)
  }

  @Test func `adds overlapping intervals up, at most to 1.0 a day`() throws {
    let half = try Self.time(Self.interval(300_000, "2025-01-01"), Self.interval(200_000, "2025-01-01"))
    #expect(half.days == 365)
    #expect(half.meanFTEMillionths == 500_000)
    let full = try Self.time(Self.interval(800_000, "2025-01-01"), Self.interval(700_000, "2025-01-01"))
    #expect(full.days == 365)
    #expect(full.meanFTEMillionths == 1_000_000)
    // Leave in one of two leaves the other.
    let partly = try Self.time(
      Self.interval(600_000, "2025-01-01", leave: [("2025-01-01", "2025-12-31")]), Self.interval(400_000, "2025-01-01"))
    #expect(partly.days == 365)
    #expect(partly.meanFTEMillionths == 400_000)
  }

  @Test(arguments: [("2025-10-03", 90, true), ("2025-10-04", 89, false), ("2025-12-31", 1, false)])
  func `of fewer than 90 days is not annualised`(start: String, days: Int, isAnnualised: Bool) throws {
    let time = try Self.time(Self.interval(1_000_000, start))
    #expect(time.days == days)
    #expect((time.annualizedPerFTE(Self.work, by: .days(of: Self.year)) != nil) == isAnnualised)
    #expect(time.perFTE(Self.work) == Self.work)
  }

  @Test func `has a gap between two intervals`() throws {
    let time = try Self.time(
      Self.interval(1_000_000, "2025-01-01", "2025-01-31"), Self.interval(500_000, "2025-12-01", "2026-06-30"))
    #expect(time.days == 62)
    #expect(time.fteDays == 46_500_000)
    #expect(time.span == Self.year)
  }

  @Test func `is none where no interval touches the period`() throws {
    #expect(ClinicalTime([], in: Self.year) == nil)
    #expect(ClinicalTime([try Self.interval(1_000_000, "2026-01-01")], in: Self.year) == nil)
    #expect(ClinicalTime([try Self.interval(1_000_000, "2020-01-01", "2024-12-31")], in: Self.year) == nil)
    #expect(ClinicalTime([try Self.interval(1_000_000, "2020-01-01", "2025-01-01")], in: Self.year)?.days == 1)
  }

  @Test func `without a day or at 0.0 makes no rate`() throws {
    let none = try Self.time(Self.interval(0, "2020-01-01"))
    #expect(none.days == 365)
    #expect(none.meanFTEMillionths == 0)
    #expect(none.perFTE(Self.work) == nil)
    #expect(none.annualizedPerFTE(Self.work, by: .days(of: Self.year)) == nil)
    let away = try Self.time(Self.interval(1_000_000, "2020-01-01", leave: [("2025-01-01", "2025-12-31")]))
    #expect(away.days == 0)
    #expect(away.meanFTEMillionths == nil)
    #expect(away.perFTE(Self.work) == nil)
  }

  @Test func `rounds a negative to exactly the negative`() throws {
    let time = try Self.time(Self.interval(333_333, "2025-02-01"))
    for millionths: Int64 in [1, 2, 3, 7, 12_345_678] {
      let work = WorkRVU(millionths: millionths)
      #expect(time.perFTE(-work) == time.perFTE(work).map { -$0 })
      #expect(
        time.annualizedPerFTE(-work, by: .days(of: Self.year))
          == time.annualizedPerFTE(work, by: .days(of: Self.year)).map { -$0 })
    }
  }

  @Test func `in a leap year is annualised to 366 days`() throws {
    let time = try Self.time(Self.interval(1_000_000, "2024-07-01"), period: DayRange(year: 2024))
    #expect(time.days == 184)
    // 1,840 over 184 days are 3,660 over 366.
    #expect(
      time.annualizedPerFTE(WorkRVU(hundredths: 184_000), by: .days(of: DayRange(year: 2024)))
        == WorkRVU(hundredths: 366_000))
  }
}

@Suite struct `A roster interval` {
  @Test(arguments: [
    ("2025-01-09", false), ("2025-01-10", true), ("2025-01-15", true), ("2025-01-20", true), ("2025-01-21", false),
  ])
  func `holds both of its ends`(day: String, isInside: Bool) throws {
    let interval = RosterInterval(
      clinicianID: "W-1", name: "", specialty: "", clinicalFTEMillionths: 1_000_000,
      start: try #require(CalendarDate(iso: "2025-01-10")), end: CalendarDate(iso: "2025-01-20"),
      position: SourcePosition(file: "roster.csv"))
    #expect(interval.contains(try #require(CalendarDate(iso: day))) == isInside)
    #expect(interval.days(in: DayRange(year: 2025))?.count == 11)
    #expect(interval.days(in: DayRange(year: 2024)) == nil)
  }
}

@Suite struct `A survey row` {
  @Test func `knows its median and the values that are published, and no other`() {
    let row = SurveyRow(
      survey: "S", year: 2025, dataYear: 2024, specialty: "A", metric: .workRVU, respondents: 60,
      points: points((25, 5_015), (50, 5_996)), position: SourcePosition(file: "s.csv"))
    #expect(row.medianMillionths == 5_996_000_000)
    #expect(row.millionths(atPercent: 25) == 5_015_000_000)
    #expect(row.millionths(atPercent: 75) == nil)
  }
}

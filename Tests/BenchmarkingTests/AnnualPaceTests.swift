import ProductivityModel
import Testing

@testable import Benchmarking

@Suite struct `A year is made of a part of it` {
  private static let year = DayRange(year: 2025)

  private static func interval(
    _ start: String, _ end: String? = nil, fte: Int64 = 1_000_000, leave: [DayRange] = [], ramp: [DayRange] = []
  ) throws -> RosterInterval {
    RosterInterval(
      clinicianID: "W-1", name: "", specialty: "S", clinicalFTEMillionths: fte,
      start: try #require(CalendarDate(iso: start)), end: try end.map { try #require(CalendarDate(iso: $0)) },
      leave: leave, ramp: ramp, position: SourcePosition(file: "roster.csv"))
  }

  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  /// The season of months whose work was done by one full-time clinician, or by `people` of them.
  private static func shares(_ work: [Int64], people: [Int64] = [Int64](repeating: 1, count: 12)) -> SeasonalShares? {
    SeasonalShares(
      work.enumerated().map { month, work in
        let days = CalendarDate.daysInMonth(year: 2025, month: month + 1)
        return (WorkRVU(hundredths: work * 100), people[month] * Int64(days) * 1_000_000)
      })
  }

  private static func season(_ work: [Int64]) throws -> AnnualPace {
    .season(of: year, shares: try #require(shares(work)))
  }

  /// January to June 100 each, July to December 200 each: the second half carries 1,200 of 1,800.
  private static let rising: [Int64] = [100, 100, 100, 100, 100, 100, 200, 200, 200, 200, 200, 200]

  @Test func `by working days, Monday to Friday`() throws {
    let pace = AnnualPace.workingDays(of: Self.year, holidays: [])
    // 2025 has 52 weeks and a Wednesday, 31 December.
    #expect(pace.yearWeight == 261)
    let time = try #require(ClinicalTime([try Self.interval("2025-07-01")], in: Self.year, pace: pace))
    #expect(time.days == 184)
    // 132 working days from July on: 1,320 wRVUs are ten a working day, 2,610 a year.
    #expect(time.annualizedPerFTE(WorkRVU(hundredths: 132_000), by: pace) == WorkRVU(hundredths: 261_000))
    // By days it would be 1,320 x 365 / 184.
    #expect(
      ClinicalTime([try Self.interval("2025-07-01")], in: Self.year)?
        .annualizedPerFTE(WorkRVU(hundredths: 132_000), by: .days(of: Self.year))?.millionths == 2_618_478_261)
  }

  @Test func `without holidays, and a holiday at a weekend changes nothing`() throws {
    let independence = try Self.day("2025-07-04")
    let sunday = try Self.day("2025-07-06")
    let pace = AnnualPace.workingDays(of: Self.year, holidays: [independence, sunday])
    #expect(pace.yearWeight == 260)
    #expect(pace.weight(of: independence) == 0)
    #expect(pace.weight(of: sunday) == 0)
    #expect(pace.weight(of: try Self.day("2025-07-07")) == 1)
    #expect(pace.countedDays(in: Self.year) == 260)
  }

  @Test func `by season, as an earlier year's months carried it`() throws {
    let pace = try Self.season(Self.rising)
    let late = try #require(ClinicalTime([try Self.interval("2025-07-01")], in: Self.year, pace: pace))
    #expect(late.annualizedPerFTE(WorkRVU(hundredths: 120_000), by: pace) == WorkRVU(hundredths: 180_000))
    #expect(late.shareOfYear(by: pace) == 666_667)
    let early = try #require(
      ClinicalTime([try Self.interval("2025-01-01", "2025-06-30")], in: Self.year, pace: pace))
    #expect(early.annualizedPerFTE(WorkRVU(hundredths: 60_000), by: pace) == WorkRVU(hundredths: 180_000))
    // Half a month counts half of it: 31 days of July to 15 days.
    let half = try #require(
      ClinicalTime([try Self.interval("2025-01-01", "2025-06-15")], in: Self.year, pace: pace))
    #expect(half.annualizedPerFTE(WorkRVU(hundredths: 55_000), by: pace) == WorkRVU(hundredths: 180_000))
  }

  @Test func `a whole year comes to itself under every method`() throws {
    let work = WorkRVU(millionths: 6_123_456_789)
    let paces = [
      AnnualPace.days(of: Self.year), .workingDays(of: Self.year, holidays: []), try Self.season(Self.rising),
      try Self.season([3, 9_999_999, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    ]
    for pace in paces {
      let time = try #require(ClinicalTime([try Self.interval("2020-01-01")], in: Self.year, pace: pace))
      #expect(time.annualizedPerFTE(work, by: pace) == work, "\(pace.method)")
      let half = try #require(
        ClinicalTime([try Self.interval("2020-01-01", fte: 500_000)], in: Self.year, pace: pace))
      #expect(half.annualizedPerFTE(work, by: pace) == WorkRVU(millionths: 2 * work.millionths), "\(pace.method)")
    }
  }

  @Test func `no month without work or clinical time has a season`() throws {
    let full = [(work: WorkRVU, fteDays: Int64)](repeating: (WorkRVU(hundredths: 100), 1), count: 12)
    #expect(SeasonalShares(Array(full.dropLast())) == nil)
    #expect(SeasonalShares(full) != nil)
    var idle = full
    idle[7].work = .zero
    #expect(SeasonalShares(idle) == nil)
    var absent = full
    absent[7].fteDays = 0
    #expect(SeasonalShares(absent) == nil)
  }

  /// Four people who do the same each month they work, three of them from July on, have no season.
  @Test func `hiring is no season`() throws {
    let work: [Int64] = [31, 28, 31, 30, 31, 30, 124, 124, 120, 124, 120, 124]
    let shares = try #require(Self.shares(work, people: [1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4]))
    let pace = AnnualPace.season(of: Self.year, shares: shares)
    let half = try #require(ClinicalTime([try Self.interval("2025-01-01", "2025-06-30")], in: Self.year, pace: pace))
    #expect(half.annualizedPerFTE(WorkRVU(hundredths: 18_100), by: pace) == WorkRVU(hundredths: 36_500))
  }

  /// Half of a role works evenly and half only as the rising season: the second half-year carries 1/4 + 1/3 of the work.
  @Test func `a split role has the season of its parts by effort`() throws {
    let even = try #require(Self.shares([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]))
    let rising = try #require(Self.shares(Self.rising))
    let parts: [(season: SeasonalShares, shareMillionths: Int64)] = [(even, 500_000), (rising, 500_000)]
    let blend = try #require(SeasonalShares(blending: parts))
    let pace = AnnualPace.season(of: Self.year, shares: blend)
    let late = try #require(ClinicalTime([try Self.interval("2025-07-01")], in: Self.year, pace: pace))
    // Each part's rates are brought to one sum of twelve, so a month's length still counts: 184/365 and about 2/3.
    #expect((584_000...587_000).contains(late.shareOfYear(by: pace)))
  }

  @Test func `a ramp is left out, or not, as the rules say`() throws {
    let ramp = try #require(DayRange(try Self.day("2025-01-01"), through: try Self.day("2025-06-30")))
    let interval = try Self.interval("2025-01-01", ramp: [ramp])
    let without = try #require(ClinicalTime([interval], in: Self.year))
    #expect(without.days == 184)
    #expect(without.rampDays == 181)
    let with = try #require(ClinicalTime([interval], in: Self.year, rules: TimeRules(ramp: .include)))
    #expect(with.days == 365)
    #expect(with.rampDays == 0)
    // Of which of two intervals a day's work is nothing says.
    let half = try Self.interval("2025-01-01", fte: 500_000, ramp: [ramp])
    let beside = try #require(ClinicalTime([try Self.interval("2024-01-01", fte: 500_000), half], in: Self.year))
    #expect(beside.rampDays == 181 && beside.days == 184 && beside.meanFTEMillionths == 1_000_000)
    // Leave within a ramp is leave.
    let february = YearMonth(containing: try Self.day("2025-02-01")).days
    let both = try #require(
      ClinicalTime([try Self.interval("2025-01-01", leave: [february], ramp: [ramp])], in: Self.year))
    #expect(both.leaveDays == 28)
    #expect(both.rampDays == 153)
    #expect(both.days == 184)
  }

  @Test func `FTE above 1.0 is normalised down only where it is asked for`() throws {
    let interval = try Self.interval("2020-01-01", fte: 1_250_000)
    let capped = try #require(ClinicalTime([interval], in: Self.year))
    let normalised = try #require(ClinicalTime([interval], in: Self.year, rules: TimeRules(capsAtFull: false)))
    let work = WorkRVU(hundredths: 500_000)
    #expect(capped.perFTE(work) == work)
    #expect(normalised.perFTE(work) == WorkRVU(hundredths: 400_000))
    #expect(normalised.meanFTEMillionths == 1_250_000)
  }

  @Test func `nothing comes of days that count nothing`() throws {
    let pace = AnnualPace.workingDays(of: Self.year, holidays: [])
    let day = try #require(
      ClinicalTime([try Self.interval("2025-01-04", "2025-01-05")], in: Self.year, pace: pace))
    #expect(day.annualizedPerFTE(WorkRVU(hundredths: 100), by: pace) == nil)
  }
}

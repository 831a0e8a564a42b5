import Benchmarking
import ProductivityModel
import Testing

@testable import Reporting

/// What is said of a change of work where clinical time has changed too.
@Suite struct TimeBesideWorkTests {
  private func window(
    _ days: DayRange, work: Int64, fteDays: Int64, employed: DayRange? = nil, leave: Int = 0
  ) -> WorkWindow {
    var totals = ProductivityTotals.sum(of: [])
    totals.lines = 1
    totals.benchmark = WorkRVU(millionths: work * 1_000_000)
    let mean: Int64 = 1_000_000
    var window = WorkWindow(
      days: days, totals: totals, daysCounted: Int(fteDays), clinicalFTEMillionths: mean,
      perFTE: WorkRVU(millionths: work * 1_000_000))
    window.fteDays = fteDays * 1_000_000
    window.employed = employed ?? days
    window.leaveDays = leave
    return window
  }

  private let now = DayRange(year: 2026)
  private let before = DayRange(year: 2025)

  @Test func aChangeWithTheSameTimeStandsAlone() {
    let pair = RecentWork.Pair(
      now: window(now, work: 110, fteDays: 365), yearBefore: window(before, work: 100, fteDays: 360))
    #expect(RecentWording.change(pair, \.benchmark) == .text("+10.0%"))
    #expect(RecentWording.time(pair) == "")
    #expect(RecentWording.cell(pair).detail == "")
  }

  @Test func aJoinersChangeSaysThatThereIsMoreTime() throws {
    let began = try #require(CalendarDate(year: 2025, month: 2, day: 3))
    let employed = try #require(DayRange(began, through: before.last))
    let pair = RecentWork.Pair(
      now: window(now, work: 150, fteDays: 300),
      yearBefore: window(before, work: 100, fteDays: 200, employed: employed))
    #expect(RecentWording.change(pair, \.benchmark) == .text("+50.0%"))
    #expect(RecentWording.time(pair) == ", with 50.0% more clinical time (began Feb 3, 2025)")
    #expect(RecentWording.cell(pair).detail == "time +50.0%")
    #expect(TimeWording.changePerDay(pair) == .text("0.0%"))
  }

  @Test func underHalfOfTheTimeIsNotComparedInPercent() throws {
    let left = try #require(DayRange(now.first, through: now.first.advanced(by: 99)))
    let pair = RecentWork.Pair(
      now: window(now, work: 30, fteDays: 100, employed: left), yearBefore: window(before, work: 100, fteDays: 201))
    let why = "too little of the same clinical time: 100.0 FTE days, 201.0 the year before (left after Apr 10, 2026)"
    #expect(RecentWording.change(pair, \.benchmark) == .notAvailable(why))
    #expect(TimeWording.changePerDay(pair) == .notAvailable(why))
    #expect(RecentWording.detail(pair, \.benchmark) == "2026; not compared with the year before: \(why)")
  }

  @Test func justHalfOfTheTimeIsCompared() {
    let pair = RecentWork.Pair(
      now: window(now, work: 50, fteDays: 100, leave: 100), yearBefore: window(before, work: 100, fteDays: 200))
    #expect(RecentWording.change(pair, \.benchmark) == .text("-50.0%"))
    #expect(RecentWording.time(pair) == ", with 50.0% less clinical time (100 days of leave)")
    #expect(TimeWording.changePerDay(pair) == .text("0.0%"))
  }

  @Test func aSideWithoutAnyTimeIsNotCompared() {
    let pair = RecentWork.Pair(
      now: window(now, work: 1, fteDays: 0), yearBefore: window(before, work: 1, fteDays: 0))
    #expect(RecentWording.change(pair, \.benchmark) == .notAvailable("there is no clinical time on either side"))
  }

  @Test func withoutARosterWorkIsComparedAsItIs() {
    var pair = RecentWork.Pair(
      now: window(now, work: 120, fteDays: 365), yearBefore: window(before, work: 100, fteDays: 10))
    pair.now.fteDays = nil
    pair.yearBefore.fteDays = nil
    #expect(RecentWording.change(pair, \.benchmark) == .text("+20.0%"))
    #expect(TimeWording.fteDays(pair.now) == .notAvailable("clinical time is not known"))
  }

  @Test func anotherFTEIsSaid() {
    var pair = RecentWork.Pair(
      now: window(now, work: 100, fteDays: 365), yearBefore: window(before, work: 100, fteDays: 292))
    pair.yearBefore.clinicalFTEMillionths = 800_000
    #expect(RecentWording.time(pair) == ", with 25.0% more clinical time (0.80, then 1.00 clinical FTE)")
  }
}

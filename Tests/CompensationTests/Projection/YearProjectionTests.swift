import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@testable import Compensation

struct YearProjectionTests {
  private typealias Fixture = PlanFixture

  private let march = Fixture.day("2026-03-31")
  private let june = Fixture.day("2026-06-30")

  /// Work of 10, 20 and 30 a day in January, February and March, and 20 a day from April to June: 3,590 in 181 days.
  private func fixture(through: String = "2026-06-30") -> PlanFixture {
    var fixture = Fixture()
    fixture.terms.every = .year
    fixture.terms.production = Fixture.tiers((0, 50))
    let first = DayRange(year: 2026).first
    let rates: [Int64] = [10, 20, 30, 20, 20, 20, 20, 20, 20, 20, 20, 20]
    for offset in 0..<365 {
      let day = first.advanced(by: offset)
      if day <= Fixture.day(through) { fixture.work.append((day, rates[day.parts.month - 1] * 1_000_000)) }
    }
    return fixture
  }

  private func work(_ whole: Int64) -> WorkRVU { WorkRVU(millionths: whole * 1_000_000) }

  @Test func `a run rate is the work of an FTE-day so far, and the range that of the slowest and busiest month`() throws
  {
    let projection = try YearProjection.project(fixture().member(), through: june, by: .runRate)
    #expect(projection.year == DayRange(year: 2026))
    #expect(projection.projected.description == "2026-07-01..2026-12-31")
    // 310 + 560 + 930 + 600 + 620 + 600 = 3,620 in 181 days; 184 days are left.
    #expect(projection.workToDate == work(3_620))
    #expect(projection.earnedToDate == Fixture.money(181_000))
    #expect(projection.expected.work == WorkRVU(millionths: 7_300_000_000))
    #expect(projection.expected.earned == Fixture.money(365_000))
    #expect(
      projection.slowest
        == YearProjection.Pace(month: YearMonth(containing: Fixture.day("2026-01-01")), perFTEDay: 10_000_000))
    #expect(projection.low.work == work(3_620 + 1_840))
    #expect(projection.busiest.month == YearMonth(containing: Fixture.day("2026-03-01")))
    #expect(projection.high.work == work(3_620 + 184 * 30))
    #expect(projection.high.earned == Fixture.money((3_620 + 184 * 30) * 50))
    #expect(projection.assumptions == [.fte(millionths: 1_000_000)])
  }

  @Test func `recent is the pace of the last three complete months`() throws {
    // February, March and April: 560 + 930 + 600 in 89 days; the first of May is no complete month.
    let projection = try YearProjection.project(
      fixture(through: "2026-05-01").member(), through: Fixture.day("2026-05-01"), by: .recent)
    #expect(projection.workToDate == work(310 + 560 + 930 + 600 + 20))
    let rest = rounded64(Int128(2_090_000_000) * 244, over: 89)
    #expect(projection.expected.work.millionths - projection.workToDate.millionths == rest)
  }

  @Test func `a season gives each month to come what it carried, and a month's pace is held against it`() throws {
    var months: [(work: WorkRVU, fteDays: Int64)] = []
    for month in 1...12 { months.append((work: work(month <= 6 ? 10 : 20), fteDays: 1_000_000)) }
    let season = try #require(SeasonalShares(months))
    let projection = try YearProjection.project(fixture().member(), through: june, by: .season, season: season)
    #expect(projection.expected.work == work(3_620 + 3_680 * 2))
    // January at 10 where the earlier year had 10; July at 20 then.
    #expect(projection.low.work == work(3_620 + 184 * 20))
    #expect(projection.high.work == work(3_620 + 184 * 60))
    #expect(throws: ProjectionRefusal.noSeason) {
      try YearProjection.project(fixture().member(), through: june, by: .season)
    }
  }

  @Test func `the rest is worked at the FTE that the roster has, and thresholds are scaled to it`() throws {
    var fixture = fixture()
    fixture.terms.base = BaseTerms(annual: Fixture.money(365_000))
    fixture.terms.production?.threshold = .fixed(work(3_650))
    var member = fixture.member()
    for day in 181..<365 {
      member.time.clinical[day] = 500_000
      member.time.total[day] = 500_000
    }
    // 30 days of leave bring nothing; they count towards base and threshold.
    for day in 181..<211 { member.time.isLeave[day] = true }
    let projection = try YearProjection.project(member, through: june, by: .runRate)
    // 154 days at 0.5 and 20 a day: 1,540. Threshold 3,650 x (181 + 92) / 365 = 2,730.
    #expect(projection.expected.work == work(3_620 + 1_540))
    #expect(projection.expected.earned == Fixture.money(181_000 + 92_000 + (5_160 - 2_730) * 50))
    #expect(projection.assumptions == [.fte(millionths: 418_478)])
  }

  @Test func `caps, tiers and draws hold in what is projected, since the same engine pays it`() throws {
    var fixture = fixture()
    fixture.terms.limits.totalCap = Fixture.money(300_000)
    let capped = try YearProjection.project(fixture.member(), through: june, by: .runRate)
    #expect(capped.earnedToDate == Fixture.money(181_000))
    #expect(capped.expected.earned == Fixture.money(300_000))
    #expect(capped.low.earned == Fixture.money(273_000))
    #expect(capped.high.earned == Fixture.money(300_000))
  }

  @Test func `a month with leave on more than half of its days, or without a plan on one, bounds nothing`() throws {
    var member = fixture().member()
    for day in 59..<75 { member.time.isLeave[day] = true }
    let leave = try YearProjection.project(member, through: june, by: .runRate)
    #expect(leave.busiest.perFTEDay == 20_000_000)
    member = fixture().member(plans: [
      Fixture().plan(days: try #require(DayRange(Fixture.day("2026-01-02"), through: Fixture.day("2026-12-31"))))
    ])
    member.assignments[0].plan.terms = fixture().terms
    let late = try YearProjection.project(member, through: june, by: .runRate)
    #expect(late.slowest.perFTEDay == 20_000_000)
  }

  @Test func `the range holds what is expected`() throws {
    // Three equal months, then a fortnight at twice their pace.
    var fixture = Fixture()
    fixture.terms.production = Fixture.tiers((0, 50))
    for offset in 0..<104 {
      fixture.work.append((DayRange(year: 2026).first.advanced(by: offset), offset < 90 ? 10_000_000 : 20_000_000))
    }
    let projection = try YearProjection.project(
      fixture.member(), through: DayRange(year: 2026).first.advanced(by: 103), by: .runRate)
    #expect(projection.low.work < projection.expected.work)
    #expect(projection.high.work == projection.expected.work)
  }

  @Test func `a year that cannot be projected says why`() throws {
    let february = Fixture.day("2026-02-28")
    #expect(throws: ProjectionRefusal.tooFewMonths(2)) {
      try YearProjection.project(fixture().member(), through: february, by: .runRate)
    }
    #expect(throws: ProjectionRefusal.tooFewMonths(2)) {
      try YearProjection.project(fixture().member(), through: Fixture.day("2026-03-30"), by: .recent)
    }
    #expect(throws: ProjectionRefusal.nothingLeft) {
      try YearProjection.project(fixture().member(), through: Fixture.day("2026-12-31"), by: .runRate)
    }
    #expect(throws: ProjectionRefusal.nothingLeft) {
      try YearProjection.project(fixture().member(), through: Fixture.day("2027-01-31"), by: .runRate)
    }
    var idle = fixture()
    idle.work = []
    #expect(throws: ProjectionRefusal.noWork) {
      try YearProjection.project(idle.member(), through: june, by: .runRate)
    }
    var gone = fixture().member()
    for day in 181..<365 { gone.time.clinical[day] = 0 }
    #expect(throws: ProjectionRefusal.noTimeLeft) { try YearProjection.project(gone, through: june, by: .runRate) }
    // Known work starts in the year: what was earned before cannot be told.
    let known = try #require(DayRange(Fixture.day("2026-02-01"), through: june))
    var late = fixture()
    late.work.removeAll { $0.day < known.first }
    #expect(throws: ProjectionRefusal.notComputed) {
      try YearProjection.project(late.member(known: known), through: june, by: .runRate)
    }
  }

  @Test func `duties, panel, pool and withhold of the days to come are assumed, and each is told`() throws {
    let position = SourcePosition(file: "plans.yaml", line: 1)
    var fixture = fixture()
    fixture.terms.every = .month
    fixture.terms.stipends = [
      Stipend(name: "call", measure: .perUnit("shift", Fixture.money(1_000), source: "s.csv"), position: position),
      Stipend(name: "director", measure: .annual(Fixture.money(36_500)), position: position),
    ]
    fixture.terms.panel = PanelTerms(perMemberPerMonth: ConversionRate(millionths: 3_500_000), source: "p.csv")
    fixture.terms.pool = PoolTerms(name: "group", annual: Fixture.money(120_000), split: .equal)
    fixture.terms.withhold = WithholdTerms(shareMillionths: 100_000)
    for day in ["2026-02-03", "2026-05-05"] {
      fixture.quantities.duties.append(
        PlanQuantities.Duty(stipend: "call", date: Fixture.day(day), unitsMillionths: 9_050_000))
    }
    // A shift that is only planned is not taken beside the pace.
    fixture.quantities.duties.append(
      PlanQuantities.Duty(stipend: "call", date: Fixture.day("2026-11-05"), unitsMillionths: 99_000_000))
    for (month, days) in DayRange(year: 2026).months where days.last <= june {
      fixture.quantities.panel[month] = 1_000_000_000 + Int64(month.month) * 1_000_000
      fixture.quantities.pools.append(
        PlanQuantities.PoolPart(pool: "group", month: month, day: days.last, amount: Fixture.money(500)))
    }
    let member = fixture.member()
    let projection = try YearProjection.project(member, through: june, by: .runRate)
    let month = YearMonth(containing: june)
    #expect(
      projection.assumptions == [
        .fte(millionths: 1_000_000), .duties(stipend: "call", unitsMillionths: 18_400_000),
        .panel(month: month, membersMillionths: 1_006_000_000),
        .pool("group", month: month, amount: Fixture.money(500)), .nothingReleased(year: 2026),
      ])
    func sum(_ kind: StatementComponent.Kind) -> Int64 {
      projection.expected.statements.flatMap(\.periods).flatMap(\.components).filter { $0.kind == kind }
        .reduce(0) { $0 + $1.amount.cents }
    }
    #expect(sum(.stipend) == 36_500_00 + 36_500_00)
    #expect(sum(.pool) == 12 * 500_00)
    // 12 x 1,000 members and 1 + 2 + 3 + 4 + 5 + 7 x 6, at 3.50.
    #expect(sum(.panel) == (12_000 + 15 + 42) * 350)
    #expect(sum(.release) == 0)
    #expect(projection.expected.statements.flatMap(\.periods).flatMap(\.missing) == [.quality(year: 2026)])
  }

  @Test(arguments: [UInt64](1...30), ProjectionMethod.allCases)
  func `a projection keeps the year to date, and its range and work are what the engine pays`(
    seed: UInt64, method: ProjectionMethod
  ) throws {
    var random = SplitMix64(seed: seed)
    var fixture = RandomPlan.fixture(&random)
    let through = DayRange(year: 2026).first.advanced(by: Int.random(in: 100...350, using: &random))
    fixture.work.removeAll { $0.day > through }
    var months: [(work: WorkRVU, fteDays: Int64)] = []
    for _ in 1...12 { months.append((work: work(Int64.random(in: 10...30, using: &random)), fteDays: 1_000_000)) }
    let member = fixture.member()
    let projection = try YearProjection.project(member, through: through, by: method, season: SeasonalShares(months))
    let toDate = PlanArithmetic.statements(of: member, through: through)
    #expect(projection.earnedToDate.cents == toDate.earned, "seed \(seed)")
    #expect(
      projection.low.work <= projection.expected.work && projection.expected.work <= projection.high.work,
      "seed \(seed)")
    for outcome in [projection.low, projection.expected, projection.high] {
      #expect(outcome.work >= projection.workToDate, "seed \(seed)")
      #expect(outcome.statements.reduce(WorkRVU.zero) { $0 + $1.work } == outcome.work, "seed \(seed)")
      // Complete periods so far stay as they are.
      for (now, then) in zip(toDate.flatMap(\.periods), outcome.statements.flatMap(\.periods)) where now.isComplete {
        #expect(now.components == then.components, "seed \(seed)")
      }
    }
  }
}

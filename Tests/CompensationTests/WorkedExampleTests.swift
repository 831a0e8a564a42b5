import ProductivityModel
import Testing

@testable import Compensation

/// The examples that a plan's rules are agreed on, each with its numbers worked by hand.
struct WorkedExampleTests {
  private typealias Fixture = PlanFixture

  /// 300,000 / 50 = 6,000; 7,250 - 6,000 = 1,250; 1,250 x 50 = 62,500.
  private var thresholdFromBase: PlanFixture {
    var fixture = Fixture()
    fixture.terms.every = .year
    fixture.terms.base = BaseTerms(annual: Fixture.money(300_000))
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.threshold = .fromBase
    fixture.add("2026-06-01", 7_250)
    return fixture
  }

  @Test func `a threshold from base pays what is above what base would have bought`() throws {
    let statements = thresholdFromBase.statements()
    let steps = try #require(statements.first?.periods.first?.production)
    #expect(steps.annualThreshold == WorkRVU(millionths: 6_000_000_000))
    #expect(steps.threshold == WorkRVU(millionths: 6_000_000_000))
    #expect(statements.cents(.production) == [62_500_00])
    #expect(statements.earned == 362_500_00)
  }

  @Test(arguments: [
    (ProductionTerms.Method.marginal, Int64(475_000_00), [250_000_00, 165_000_00, 60_000_00] as [Int64]),
    (.retroactive, Int64(540_000_00), [0, 0, 540_000_00]),
  ])
  func `tiers pay each work RVU at its own rate, or the whole volume at the last`(
    method: ProductionTerms.Method, total: Int64, byTier: [Int64]
  ) throws {
    var fixture = Fixture()
    fixture.terms.every = .year
    fixture.terms.production = Fixture.tiers((0, 50), (5_000, 55), (8_000, 60))
    fixture.terms.production?.method = method
    fixture.add("2026-03-02", 9_000)
    let statements = fixture.statements()
    #expect(statements.earned == total)
    #expect(statements[0].periods[0].production?.tiers.map(\.amount.cents) == byTier)
  }

  @Test(arguments: [
    (MeasurementMode.standAlone, [0, 25_000_00, 10_000_00, 15_000_00] as [Int64]),
    (.cumulative, [0, 0, 10_000_00, 15_000_00]),
  ])
  func `quarters stand alone or make good what came before`(how: MeasurementMode, quarters: [Int64]) {
    var fixture = Fixture()
    fixture.terms.every = .quarter
    fixture.terms.how = how
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.threshold = .fixed(WorkRVU(millionths: 6_000_000_000))
    fixture.terms.production?.proration = .months
    fixture.add("2026-02-01", 1_000)
    fixture.add("2026-05-01", 2_000)
    fixture.add("2026-08-01", 1_700)
    fixture.add("2026-11-01", 1_800)
    #expect(fixture.statements().cents(.production) == quarters)
  }

  @Test func `a deficit of the draw is recovered before anything is paid above it`() throws {
    var fixture = Fixture()
    fixture.terms.base = BaseTerms(annual: Fixture.money(240_000), proration: .months)
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.against = .draw
    fixture.terms.draw = DrawTerms(recovery: .carryForward, months: 12, yearEnd: .forgive)
    fixture.add("2026-01-10", 300)
    fixture.add("2026-02-10", 600)
    let periods = try #require(fixture.statements(through: "2026-02-28").first?.periods)
    #expect(periods.map(\.earned.cents) == [20_000_00, 25_000_00])
    #expect(periods[0].draw?.closing == Fixture.money(5_000))
    #expect(periods[1].draw?.recovered == Fixture.money(5_000))
    #expect(periods[1].draw?.closing == .zero)
    // 30,000 - 20,000 - 5,000
    let aboveDraw = periods[1].components.filter { $0.account == "production" }.reduce(0) { $0 + $1.amount.cents }
    #expect(aboveDraw == 5_000_00)
  }

  @Test func `a threshold for full time is scaled to the FTE`() throws {
    var fixture = Fixture()
    fixture.fte = 600_000
    fixture.terms.every = .year
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.threshold = .fixed(WorkRVU(millionths: 6_000_000_000))
    fixture.add("2026-06-01", 4_000)
    let statements = fixture.statements()
    #expect(statements[0].periods[0].production?.threshold == WorkRVU(millionths: 3_600_000_000))
    #expect(statements.earned == 20_000_00)
  }

  @Test func `what is held back is earned back by the share of the year`() throws {
    var fixture = thresholdFromBase
    fixture.terms.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv")
    let waiting = fixture.statements()
    #expect(waiting.cents(.withhold) == [-6_250_00])
    #expect(waiting[0].periods[0].missing == [.quality(year: 2026)])
    #expect(waiting[0].periods[0].withheld == Fixture.money(6_250))
    fixture.quantities.quality = [2026: 800_000]
    let released = fixture.statements()
    #expect(released.cents(.release) == [5_000_00])
    #expect(released[0].periods[0].withheld == Fixture.money(1_250))
    #expect(released.earned == 300_000_00 + 62_500_00 - 6_250_00 + 5_000_00)
  }

  @Test func `what is above the cap of the total is shown and not paid`() {
    var fixture = thresholdFromBase
    fixture.terms.limits.totalCap = Fixture.money(320_000)
    let statements = fixture.statements()
    #expect(statements.earned == 320_000_00)
    #expect(statements[0].periods[0].aboveCap == Money(cents: 42_500_00))
    #expect(statements.cents(.totalCap) == [-42_500_00])
  }

  /// 6,000 x 181 / 365 = 2,975.342466 (rounded).
  @Test func `a plan of 181 days has that share of the threshold`() throws {
    var fixture = Fixture()
    fixture.terms.every = .year
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.threshold = .fixed(WorkRVU(millionths: 6_000_000_000))
    let first = try #require(DayRange(Fixture.day("2026-01-01"), through: Fixture.day("2026-06-30")))
    let second = try #require(DayRange(Fixture.day("2026-07-01"), through: Fixture.day("2026-12-31")))
    var other = fixture
    other.terms.production = Fixture.tiers((0, 52))
    other.terms.production?.threshold = .fixed(WorkRVU(millionths: 6_000_000_000))
    let statements = fixture.statements(plans: [fixture.plan("a", days: first), other.plan("b", days: second)])
    #expect(statements.map { $0.periods.first?.production?.threshold.millionths } == [2_975_342_466, 3_024_657_534])
  }

  /// 7,250 x 0.975 = 7,068.75; 1,068.75 x 50 = 53,437.50.
  @Test func `the efficiency adjustment of 2026 takes 9,062.50 from a production of 62,500`() {
    var fixture = thresholdFromBase
    fixture.work = [(Fixture.day("2026-06-01"), 7_068_750_000)]
    #expect(fixture.statements().cents(.production) == [53_437_50])
    fixture.terms.production?.threshold = .fixed(WorkRVU(millionths: 5_818_750_000))
    #expect(fixture.statements().cents(.production) == [62_500_00])
    fixture.terms.production?.threshold = .fixed(WorkRVU(millionths: 6_000_000_000))
    fixture.terms.production?.tiers[0].rate = ConversionRate(millionths: 58_479_532)
    #expect(fixture.statements().cents(.production) == [62_500_00])
  }
}

import ProductivityModel
import Testing

@testable import Compensation

/// What goes on from period to period and from plan to plan: deficits, what is held back, and stipends within a plan.
struct CarriedPayTests {
  private typealias Fixture = PlanFixture

  private func days(_ first: String, _ last: String) throws -> DayRange {
    try #require(DayRange(Fixture.day(first), through: Fixture.day(last)))
  }

  /// 1,300 - 650 + 1,300 - 3,900 wRVUs at 50 come to nothing, and so does the tenth of them.
  @Test func `what is held back follows production that is taken back`() {
    var fixture = Fixture()
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.clawback = true
    fixture.terms.withhold = WithholdTerms(shareMillionths: 100_000)
    for (day, work) in [("2026-01-10", 130), ("2026-02-10", -65), ("2026-03-10", 130), ("2026-04-10", -390)] {
      fixture.add(day, Int64(work))
    }
    let statements = fixture.statements(through: "2026-04-30")
    #expect(statements.cents(.withhold) == [-650_00, 325_00, -650_00, 975_00])
    // 130 - 65 + 130 - 390 = -195 wRVUs earn nothing, so all that was paid is taken back.
    #expect(statements.cents(.production) == [6_500_00, -3_250_00, 6_500_00, -9_750_00])
    #expect(statements.earned == 0)
    #expect(statements[0].periods[3].withheld == .zero)
  }

  @Test func `what two plans of a year hold back is released when the year's last plan ends`() throws {
    var first = Fixture()
    first.terms.every = .quarter
    first.terms.production = Fixture.tiers((0, 50))
    first.terms.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv")
    var second = first
    second.terms.production = Fixture.tiers((0, 60))
    first.add("2026-02-10", 1_000)
    first.add("2026-08-10", 1_000)
    first.quantities.quality = [2026: 500_000]
    let plans = [
      first.plan("a", days: try days("2026-01-01", "2026-06-30")),
      second.plan("a", days: try days("2026-07-01", "2026-12-31")),
    ]
    let statements = first.statements(plans: plans)
    #expect(statements.cents(.withhold) == [-5_000_00, 0, -6_000_00, 0])
    // Half of 11,000, in the last quarter alone.
    #expect(statements.cents(.release) == [0, 0, 0, 5_500_00])
    #expect(statements[0].periods[1].missing.isEmpty)
    #expect(statements[1].periods[1].withheld == Fixture.money(5_500))
  }

  @Test func `a deficit that has lapsed by the end of a quarter is not recovered from it`() throws {
    var fixture = Fixture()
    fixture.terms.every = .quarter
    fixture.terms.base = BaseTerms(annual: Fixture.money(120_000), proration: .months)
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.against = .draw
    fixture.terms.draw = DrawTerms(recovery: .carryForward, months: 5, yearEnd: .carry)
    // 30,000 a quarter: 29,250 in the first leaves 750, which lapses on 31 August.
    fixture.add("2026-02-01", 585)
    fixture.add("2026-05-01", 600)
    fixture.add("2026-08-01", 900)
    let periods = try #require(fixture.statements(through: "2026-09-30").first?.periods)
    #expect(periods[0].draw?.closing == Fixture.money(750))
    #expect(periods[1].draw?.closing == Fixture.money(750))
    #expect(periods[2].draw?.lapsed == Fixture.money(750))
    #expect(periods[2].draw?.recovered == .zero)
    #expect(periods[2].earned == Fixture.money(45_000))
  }

  @Test func `a draw that a cap did not let be paid is owed by nobody`() throws {
    var fixture = Fixture()
    fixture.terms.every = .quarter
    fixture.terms.base = BaseTerms(annual: Fixture.money(120_000), proration: .months)
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.against = .draw
    fixture.terms.draw = DrawTerms(recovery: .carryForward, yearEnd: .carry)
    fixture.terms.limits.totalCap = Fixture.money(60_000)
    // 29,250 of 30,000 in the first quarter; the cap is reached with the second.
    fixture.add("2026-02-01", 585)
    let periods = try #require(fixture.statements().first?.periods)
    #expect(periods.map(\.earned.cents) == [30_000_00, 30_000_00, 0, 0])
    #expect(periods.map { $0.draw?.closing.cents } == [750_00, 30_750_00, 30_750_00, 30_750_00])
  }

  @Test func `a stipend begins and ends within its plan, by days or by months`() throws {
    var fixture = Fixture()
    fixture.terms.every = .quarter
    let place = SourcePosition(file: "plans.yaml")
    fixture.terms.stipends = [
      Stipend(
        name: "director", measure: .annual(Fixture.money(30_000)), from: Fixture.day("2026-05-01"),
        until: Fixture.day("2026-09-15"), proration: .months, position: place),
      Stipend(
        name: "chief", measure: .annual(Fixture.money(36_500)), from: Fixture.day("2026-12-01"), position: place),
      Stipend(
        name: "call", measure: .perUnit("shift", Fixture.money(1_000), source: "s.csv"),
        from: Fixture.day("2026-05-01"),
        position: place),
    ]
    fixture.quantities.duties = ["2026-04-30", "2026-05-01", "2026-12-31"].map {
      PlanQuantities.Duty(stipend: "call", date: Fixture.day($0), unitsMillionths: 1_000_000)
    }
    let components = fixture.statements().flatMap(\.periods).map(\.components)
    func cents(_ name: String) -> [Int64] {
      components.map { $0.filter { $0.account == name }.reduce(0) { $0 + $1.amount.cents } }
    }
    // 2,500 a month: May, June, July, August, and half of September.
    #expect(cents("director") == [0, 5_000_00, 6_250_00, 0])
    // 100 a day for 31 days.
    #expect(cents("chief") == [0, 0, 0, 3_100_00])
    #expect(cents("call") == [0, 1_000_00, 0, 1_000_00])
  }

  /// 71,760 is guaranteed; base and production are 71,700, of which 7,170 are held back and all come back.
  @Test(arguments: MeasurementMode.allCases)
  func `what is earned back makes good what the guarantee paid in its place`(how: MeasurementMode) {
    var fixture = Fixture()
    fixture.terms.every = .year
    fixture.terms.how = how
    fixture.terms.base = BaseTerms(annual: Fixture.money(60_000))
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.guarantee = GuaranteeTerms(annual: Fixture.money(71_760))
    fixture.terms.withhold = WithholdTerms(shareMillionths: 100_000, of: .baseAndProduction)
    fixture.add("2026-02-10", 234)
    fixture.quantities.quality = [2026: 1_000_000]
    let statements = fixture.statements()
    #expect(statements.cents(.guarantee) == [7_230_00])
    #expect(statements.cents(.release) == [7_170_00])
    #expect(statements.cents(.guaranteeMadeGood) == [-7_170_00])
    #expect(statements.earned == 71_760_00)
  }

  @Test func `a guarantee by the month is its amount each month`() {
    var fixture = Fixture()
    fixture.terms.base = BaseTerms(annual: Fixture.money(12_000), proration: .months)
    fixture.terms.guarantee = GuaranteeTerms(annual: Fixture.money(24_000), proration: .months)
    #expect(fixture.statements().flatMap(\.periods).map(\.earned.cents) == [Int64](repeating: 2_000_00, count: 12))
  }

  @Test func `a deficit from before the first day is recovered first`() throws {
    var fixture = Fixture()
    fixture.terms.base = BaseTerms(annual: Fixture.money(120_000), proration: .months)
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.against = .draw
    fixture.terms.draw = DrawTerms(recovery: .carryForward, months: 1, yearEnd: .carry)
    fixture.add("2026-01-10", 325)
    fixture.add("2026-02-10", 325)
    var member = fixture.member()
    member.openingDeficit = Fixture.money(10_000)
    let periods = try #require(
      PlanArithmetic.statements(of: member, through: Fixture.day("2026-02-28")).first?.periods)
    // 16,250 less the draw of 10,000 leaves 6,250 a month for the 10,000.
    #expect(periods.map { $0.draw?.recovered.cents } == [6_250_00, 3_750_00])
    #expect(periods.map(\.earned.cents) == [10_000_00, 12_500_00])
  }

  @Test func `what lapses on the last day of the year is not repaid`() throws {
    var fixture = Fixture()
    fixture.terms.base = BaseTerms(annual: Fixture.money(120_000), proration: .months)
    fixture.terms.production = Fixture.tiers((0, 40))
    fixture.terms.production?.against = .draw
    fixture.terms.draw = DrawTerms(recovery: .carryForward, months: 2, yearEnd: .repay)
    for month in 1...12 where ![10, 12].contains(month) {
      fixture.add("2026-\(month < 10 ? "0" : "")\(month)-05", 250)
    }
    let last = try #require(fixture.statements().last?.periods.last?.draw)
    // October's 10,000 lapse at the end of December; December's own are repaid.
    #expect(last.lapsed == Fixture.money(10_000))
    #expect(last.repayable == Fixture.money(10_000))
  }
}

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
}

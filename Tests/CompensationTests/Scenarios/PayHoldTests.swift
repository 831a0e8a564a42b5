import ProductivityModel
import Testing

@testable import Compensation

struct PayHoldTests {
  private typealias Fixture = PlanFixture
  private let end = Fixture.day("2026-12-31")

  private func outcome(_ fixture: PlanFixture) -> PlanComparison.Outcome {
    let member = fixture.member()
    return PlanComparison.Outcome(PlanArithmetic.statements(of: member, through: end), of: member, through: end)
  }

  private func example() -> PlanFixture {
    var fixture = Fixture()
    fixture.terms.every = .year
    fixture.terms.base = BaseTerms(annual: Fixture.money(300_000))
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.threshold = .fromBase
    fixture.add("2026-06-01", 7_250)
    return fixture
  }

  /// The cap of the worked examples: 320,000 are paid and 42,500 are above it.
  @Test func `at a cap pay is held, and what it would be without the cap is told`() {
    var fixture = example()
    #expect(outcome(fixture).holds == [])
    #expect(outcome(fixture).withoutCaps == Fixture.money(362_500))
    fixture.terms.limits.totalCap = Fixture.money(320_000)
    let capped = outcome(fixture)
    #expect(capped.holds == [.cap])
    #expect(capped.pay == Fixture.money(320_000) && capped.withoutCaps == Fixture.money(362_500))
    fixture.terms.limits.totalCap = Fixture.money(362_500)
    #expect(outcome(fixture).holds == [])
  }

  @Test func `what a withhold takes of production above its cap is not paid without the cap either`() {
    var fixture = example()
    fixture.terms.limits.productionCap = Fixture.money(20_000)
    fixture.terms.withhold = WithholdTerms(shareMillionths: 100_000, of: .production)
    let capped = outcome(fixture)
    #expect(capped.pay == Fixture.money(318_000))
    #expect(capped.withoutCaps == Fixture.money(356_250))
  }

  @Test func `a guarantee and a floor hold pay, unless it is above them`() {
    for (amount, isHeld) in [(Int64(370_000), true), (360_000, false)] {
      var fixture = example()
      fixture.terms.guarantee = GuaranteeTerms(annual: Fixture.money(amount))
      #expect(outcome(fixture).holds == (isHeld ? [.guarantee] : []))
      fixture.terms.guarantee = nil
      fixture.terms.limits.totalFloor = Fixture.money(amount)
      #expect(outcome(fixture).holds == (isHeld ? [.floor] : []))
    }
  }

  @Test func `a draw that production does not cover holds pay, and one that is repaid does not`() {
    var fixture = example()
    fixture.terms.base = BaseTerms(annual: Fixture.money(400_000))
    fixture.terms.production?.threshold = .none
    fixture.terms.production?.against = .draw
    for (rule, holds) in [(DrawTerms.YearEnd.forgive, [PayHold.draw]), (.carry, [.draw]), (.repay, [])] {
      fixture.terms.draw = DrawTerms(yearEnd: rule)
      #expect(outcome(fixture).holds == holds, "\(rule)")
    }
    fixture.terms.base = BaseTerms(annual: Fixture.money(300_000))
    fixture.terms.draw = DrawTerms(yearEnd: .forgive)
    #expect(outcome(fixture).holds == [])
  }
}

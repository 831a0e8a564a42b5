import ProductivityModel
import TestSupport

@testable import Compensation

/// Plans and work from a seed, for properties.
enum RandomPlan {
  /// A plan with production and any of the other parts, and a clinician's work of 2026.
  static func fixture(_ random: inout SplitMix64) -> PlanFixture {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func dollars(_ range: ClosedRange<Int64>) -> Money { Money(cents: Int64.random(in: range, using: &random) * 100) }
    var fixture = PlanFixture()
    fixture.fte = [1_000_000, 800_000, 550_000].randomElement(using: &random) ?? 1_000_000
    fixture.terms.every = MeasurementPeriod.allCases.randomElement(using: &random) ?? .month
    fixture.terms.how = MeasurementMode.allCases.randomElement(using: &random) ?? .cumulative
    let first = Int64.random(in: 30...60, using: &random)
    var production = PlanFixture.tiers((0, first))
    if chance(50) { production = PlanFixture.tiers((0, first), (5_000, first + 5), (7_000, first + 11)) }
    production.method = chance(30) ? .retroactive : .marginal
    fixture.terms.base = BaseTerms(annual: dollars(100_000...300_000))
    switch Int.random(in: 0..<3, using: &random) {
    case 0: production.threshold = .fromBase
    case 1:
      production.threshold = .fixed(WorkRVU(millionths: Int64.random(in: 2_000...6_000, using: &random) * 1_000_000))
    default: break
    }
    production.clawback = chance(20)
    if production.threshold == .none, chance(50) {
      production.against = .draw
      fixture.terms.draw = DrawTerms(
        recovery: .carryForward, months: chance(30) ? 3 : nil,
        yearEnd: DrawTerms.YearEnd.allCases.randomElement(using: &random) ?? .carry)
    }
    fixture.terms.production = production
    if chance(25) { fixture.terms.limits.totalCap = dollars(350_000...500_000) }
    if chance(15) { fixture.terms.limits.totalFloor = dollars(100_000...300_000) }
    if chance(15) { fixture.terms.limits.productionCap = dollars(50_000...300_000) }
    if chance(25) { fixture.terms.guarantee = GuaranteeTerms(annual: dollars(150_000...320_000)) }
    if chance(25) {
      fixture.terms.withhold = WithholdTerms(shareMillionths: 100_000)
      fixture.quantities.quality = [2026: 800_000]
    }
    for day in 0..<365 where chance(60) {
      fixture.work.append(
        (DayRange(year: 2026).first.advanced(by: day), Int64.random(in: 0...60_000_000, using: &random)))
    }
    return fixture
  }
}

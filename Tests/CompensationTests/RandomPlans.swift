import ProductivityModel
import TestSupport

@testable import Compensation

/// Plans and years of work from a seed, with any of a plan's parts.
struct RandomPlans {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &generator) }
  mutating func chance(_ percent: Int64) -> Bool { number(1...100) <= percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(number(0...Int64(values.count - 1)))] }

  /// Production with up to four tiers of rising rates.
  mutating func production() -> ProductionTerms {
    var from: Int64 = 0
    var rate = number(20_000_000...60_000_000)
    var tiers: [ProductionTerms.Tier] = []
    for _ in 0..<number(1...4) {
      tiers.append(ProductionTerms.Tier(from: WorkRVU(millionths: from), rate: ConversionRate(millionths: rate)))
      from += number(1...4_000_000_000)
      rate += number(0...20_000_000)
    }
    var terms = ProductionTerms(tiers: tiers)
    terms.method = pick(ProductionTerms.Method.allCases)
    terms.threshold = pick([.none, .fromBase, .fixed(WorkRVU(millionths: number(0...8_000_000_000)))])
    terms.per = pick(FTEBasis.allCases)
    terms.clawback = chance(40)
    terms.proration = pick(Proration.allCases)
    return terms
  }

  /// Terms with any of the parts of a plan.
  mutating func terms() -> PlanTerms {
    var terms = PlanTerms()
    terms.yearStart = chance(60) ? 1 : Int(number(1...12))
    terms.every = pick(MeasurementPeriod.allCases)
    terms.how = pick(MeasurementMode.allCases)
    terms.proration = pick(Proration.allCases)
    terms.leave = LeaveTerms(base: pick(LeaveTerms.Rule.allCases), thresholds: pick(LeaveTerms.Rule.allCases))
    if chance(80) {
      terms.base = BaseTerms(
        annual: Money(cents: number(0...50_000_000)), per: pick(FTEBasis.allCases), proration: pick(Proration.allCases))
    }
    if chance(85) { terms.production = production() }
    if terms.base == nil, terms.production?.threshold == .fromBase { terms.production?.threshold = .none }
    if terms.base != nil, terms.production != nil, terms.production?.threshold != .fromBase, chance(40) {
      terms.production?.against = .draw
      terms.draw = DrawTerms(
        recovery: pick(DrawTerms.Recovery.allCases), months: chance(50) ? Int(number(1...6)) : nil,
        yearEnd: pick(DrawTerms.YearEnd.allCases))
    }
    if chance(30) { terms.guarantee = GuaranteeTerms(annual: Money(cents: number(0...60_000_000))) }
    if chance(30) {
      terms.ramp = [RampStep(through: PlanFixture.day("2026-04-30"), thresholdMillionths: number(0...1_000_000))]
    }
    if chance(30) { terms.limits.productionCap = Money(cents: number(0...30_000_000)) }
    if chance(30) { terms.limits.totalCap = Money(cents: number(10_000_000...60_000_000)) }
    if chance(30) { terms.limits.totalFloor = Money(cents: number(0...30_000_000)) }
    if chance(40) {
      terms.withhold = WithholdTerms(
        shareMillionths: number(0...300_000), of: pick(WithholdTerms.Subject.allCases), release: "quality.csv")
    }
    let position = SourcePosition(file: "plans.yaml")
    if chance(40) {
      terms.stipends.append(
        Stipend(
          name: "call", measure: .perUnit("shift", Money(cents: number(1...200_000)), source: "shifts.csv"),
          position: position))
    }
    if chance(40) {
      terms.stipends.append(
        Stipend(
          name: "director", measure: .annual(Money(cents: number(1...5_000_000))),
          proration: chance(50) ? .months : nil, position: position))
    }
    if chance(30) {
      terms.panel = PanelTerms(perMemberPerMonth: ConversionRate(millionths: number(1...9_000_000)), source: "p.csv")
    }
    if chance(30) {
      terms.pool = PoolTerms(
        name: "group", annual: Money(cents: number(0...20_000_000)), split: pick(PoolTerms.Split.allCases))
    }
    return terms
  }

  /// A fixture with these terms and a year of work, duties, members and payments in 2026.
  mutating func fixture(_ terms: PlanTerms, reversals: Bool = true) -> PlanFixture {
    var fixture = PlanFixture()
    fixture.terms = terms
    fixture.fte = Int32(number(100_000...1_200_000))
    let year = MeasurementYear(containing: PlanFixture.day("2026-06-15"), startMonth: terms.yearStart).days
    fixture.effective = year
    for _ in 0..<number(0...200) {
      fixture.work.append((day(in: year), number((reversals ? -20_000_000 : 0)...120_000_000)))
    }
    for _ in 0..<number(0...20) {
      fixture.quantities.duties.append(
        PlanQuantities.Duty(stipend: "call", date: day(in: year), unitsMillionths: number(0...3) * 500_000))
    }
    for (month, _) in year.months where chance(90) {
      fixture.quantities.panel[month] = number(0...2_000) * 1_000_000
    }
    if chance(70) { fixture.quantities.quality = [year.last.year: number(0...1_000_000)] }
    for _ in 0..<number(0...30) {
      fixture.payments.append(
        Payment(
          date: day(in: year), component: pick(["base", "production", "call", "director", "bonus"]),
          amount: Money(cents: number(-100_000...4_000_000))))
    }
    if chance(50) {
      fixture.opening = ["production": Money(cents: number(-1_000_000...1_000_000)), "odd": Money(cents: 7)]
    }
    return fixture
  }

  mutating func day(in days: DayRange) -> CalendarDate {
    days.first.advanced(by: Int(number(0...Int64(days.count - 1))))
  }
}

import ProductivityModel
import TestSupport
import Testing

@testable import Compensation

struct LevelPayTests {
  private typealias Fixture = PlanFixture

  /// The example of 2026: 7,250 work RVUs of services that are not valued by time become 7,068.75, 2.5 % less.
  private func example(_ work: Int64, threshold: ProductionTerms.Threshold) -> PlanFixture {
    var fixture = Fixture()
    fixture.terms.every = .year
    fixture.terms.base = BaseTerms(annual: Fixture.money(300_000))
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.threshold = threshold
    fixture.work = [(Fixture.day("2026-06-01"), work)]
    return fixture
  }

  private let end = Fixture.day("2026-12-31")

  @Test(arguments: [ProductionTerms.Threshold.fromBase, .fixed(WorkRVU(millionths: 6_000_000_000))])
  func `the example of 2026 keeps its pay with a threshold of 5,818.75 or a rate of 58.479532`(
    threshold: ProductionTerms.Threshold
  ) throws {
    let members = [example(7_068_750_000, threshold: threshold).member()]
    let target = Fixture.money(362_500)
    let lower = try LevelPay.solve(.threshold, of: members, through: end, target: target)
    #expect(lower.unmoved == Money(cents: 353_437_50))
    #expect(lower.result == .level)
    #expect(lower.pay == target)
    #expect(lower.levels.map(\.before) == [6_000_000_000])
    #expect(lower.levels.map(\.after) == [5_818_750_000])
    #expect(lower.shift == -181_250_000)
    let higher = try LevelPay.solve(.rate, of: members, through: end, target: target)
    #expect(higher.result == .level)
    #expect(higher.pay == target)
    #expect(higher.levels.map(\.before) == [50_000_000])
    #expect(higher.levels.map(\.after) == [58_479_532])
  }

  @Test func `pay that is level already moves nothing`() throws {
    let members = [example(7_250_000_000, threshold: .fromBase).member()]
    for lever in LevelPay.Lever.allCases {
      let level = try LevelPay.solve(lever, of: members, through: end, target: Fixture.money(362_500))
      #expect(level.shift == 0)
      #expect(level.result == .level)
    }
  }

  @Test func `where a cap holds pay, no rate reaches the target, and the least that gives the most is told`() throws {
    var fixture = example(7_068_750_000, threshold: .fromBase)
    fixture.terms.limits.totalCap = Fixture.money(360_000)
    let level = try LevelPay.solve(.rate, of: [fixture.member()], through: end, target: Fixture.money(362_500))
    #expect(level.result == .outOfReach)
    #expect(level.pay == Fixture.money(360_000))
    // 60,000 / 1,068.75 is 56.140351; the first rate that comes to it when rounded.
    #expect(level.levels.map(\.after) == [56_140_347])
  }

  @Test func `pay that a cap holds is level, and up to which threshold it is so is told`() throws {
    var fixture = example(7_250_000_000, threshold: .fromBase)
    fixture.terms.limits.totalCap = Fixture.money(360_000)
    let target = Fixture.money(360_000)
    let threshold = try LevelPay.solve(.threshold, of: [fixture.member()], through: end, target: target)
    #expect(threshold.result == .level && threshold.shift == 0)
    #expect(threshold.members == 1 && threshold.held == [.cap: 1])
    // (7,250 - 6,050) x 50 = 60,000; half a cent less is 0.0001 work RVUs more, which rounds up to the cap.
    #expect(threshold.span == -6_000_000_000...50_000_100)
    #expect(threshold.hasEnd == (false, true))
    let rate = try LevelPay.solve(.rate, of: [fixture.member()], through: end, target: target)
    // 60,000 / 1,250 = 48; half a cent less is 0.000004 a work RVU.
    #expect(rate.span?.lowerBound == -2_000_004)
    #expect(rate.hasEnd == (true, false))
  }

  @Test func `where a guarantee holds pay, no threshold lowers it`() throws {
    var fixture = example(7_250_000_000, threshold: .fromBase)
    fixture.terms.guarantee = GuaranteeTerms(annual: Fixture.money(340_000))
    let level = try LevelPay.solve(.threshold, of: [fixture.member()], through: end, target: Fixture.money(330_000))
    #expect(level.result == .outOfReach)
    #expect(level.pay == Fixture.money(340_000))
    #expect(level.held == [.guarantee: 1] && level.span == nil)
  }

  @Test func `a threshold is not below zero`() throws {
    let level = try LevelPay.solve(
      .threshold, of: [example(5_000_000_000, threshold: .fromBase).member()], through: end,
      target: Fixture.money(1_000_000))
    #expect(level.result == .outOfReach)
    // Below that nothing changes a cent.
    #expect(level.levels.map(\.after) == [100])
    #expect(level.pay == Fixture.money(550_000))
  }

  @Test func `a rate of many gives the nearest cents where none gives the target`() throws {
    // A millionth of a dollar is 10 cents for 100,000 work RVUs.
    var members: [PlanMember] = []
    for index in 0..<10 {
      var fixture = example(10_000_000_000, threshold: .none)
      fixture.terms.base = nil
      members.append(fixture.member("C-\(index)"))
    }
    let level = try LevelPay.solve(.rate, of: members, through: end, target: Money(cents: 5_000_000_04))
    #expect(level.result == .nearest)
    #expect(level.shift == 0)
    #expect(level.pay == Money(cents: 5_000_000_00))
    let above = try LevelPay.solve(.rate, of: members, through: end, target: Money(cents: 5_000_000_06))
    #expect(above.shift == 1)
    #expect(above.pay == Money(cents: 5_000_000_10))
  }

  @Test func `several tiers all move alike, and plans that are not named stay`() throws {
    var tiered = Fixture()
    tiered.terms.every = .year
    tiered.terms.production = Fixture.tiers((0, 40), (5_000, 50))
    tiered.add("2026-03-01", 6_000)
    var plain = Fixture()
    plain.terms.production = Fixture.tiers((0, 30))
    plain.add("2026-03-01", 1_000)
    let members = [tiered.member("A", plans: [tiered.plan("tiered")]), plain.member("B", plans: [plain.plan("plain")])]
    // 5,000 x 40 + 1,000 x 50 + 1,000 x 30 = 280,000; 12,000 more over 6,000 is 2 a work RVU.
    let level = try LevelPay.solve(.rate, of: members, through: end, target: Fixture.money(292_000), plan: "tiered")
    #expect(level.unmoved == Fixture.money(280_000))
    #expect(level.levels.map(\.plan) == ["tiered"])
    #expect(level.levels.map(\.after) == [42_000_000])
    #expect(throws: ScenarioFailure.noThreshold(plan: nil)) {
      try LevelPay.solve(.threshold, of: members, through: end, target: .zero)
    }
    #expect(throws: ScenarioFailure.noProduction(plan: "other")) {
      try LevelPay.solve(.rate, of: members, through: end, target: .zero, plan: "other")
    }
  }

  @Test(arguments: [UInt64](1...40))
  func `level pay gives back the target, or tells the nearest or that it is out of reach`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var members: [PlanMember] = []
    var target = Money.zero
    let lever: LevelPay.Lever = Bool.random(using: &random) ? .rate : .threshold
    for index in 0..<Int.random(in: 1...4, using: &random) {
      var fixture = RandomPlan.fixture(&random)
      fixture.terms.production?.threshold = [.fromBase, .fixed(WorkRVU(millionths: 4_000_000_000))].randomElement(
        using: &random)!
      let old = fixture.member("C-\(index)")
      target += PlanArithmetic.statements(of: old, through: end).reduce(into: .zero) { $0 += $1.earned }
      var new = old
      for day in new.work.millionths.indices {
        new.work.millionths[day] = rounded64(Int128(old.work.millionths[day]) * 975, over: 1_000) ?? 0
      }
      members.append(new)
    }
    let level = try LevelPay.solve(lever, of: members, through: end, target: target)
    let group = LevelGroup(lever, members, through: end, plan: nil)
    #expect(group.pay(level.shift) == level.pay.cents, "seed \(seed)")
    #expect(group.pay(0) == level.unmoved.cents, "seed \(seed)")
    let miss = abs(level.pay.cents - target.cents)
    switch level.result {
    case .level: #expect(miss == 0, "seed \(seed)")
    case .nearest:
      for other in [level.shift - 1, level.shift + 1] where group.bounds.contains(other) {
        #expect(miss <= abs(group.pay(other) - target.cents), "seed \(seed)")
      }
    case .outOfReach:
      for other in [group.bounds.lowerBound, group.bounds.upperBound] {
        #expect(miss <= abs(group.pay(other) - target.cents), "seed \(seed)")
      }
    }
  }

  @Test(arguments: [UInt64](1...40))
  func `pay never rises with a threshold and never falls with a rate`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let member = RandomPlan.fixture(&random).member()
    for lever in LevelPay.Lever.allCases {
      let group = LevelGroup(lever, [member], through: end, plan: nil)
      guard group.isMovable else { continue }
      let shifts = (0..<12).map { _ in
        Int64.random(in: max(group.bounds.lowerBound, -8_000_000_000)...8_000_000_000, using: &random)
      }.sorted()
      let pay = shifts.map { group.pay(min($0, group.bounds.upperBound)) }
      for (a, b) in zip(pay, pay.dropFirst()) { #expect(lever == .rate ? a <= b : a >= b, "seed \(seed)") }
    }
  }

  @Test func `a level is found with few runs of the engine`() throws {
    let members = (0..<50).map {
      example(7_000_000_000 + Int64($0) * 1_000_000, threshold: .fromBase).member("C-\($0)")
    }
    let group = LevelGroup(.threshold, members, through: end, plan: nil)
    var search = LevelSearch(target: 50 * 362_500_00, bounds: group.bounds, isRising: false) { group.pay($0) }
    #expect(search.solve().result == .level)
    #expect(search.evaluations < 60, "\(search.evaluations)")
  }
}

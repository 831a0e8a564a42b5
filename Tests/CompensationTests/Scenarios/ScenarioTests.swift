import ProductivityModel
import Testing

@testable import Compensation

struct ScenarioTests {
  private typealias Fixture = PlanFixture

  private func plan(
    _ id: String, _ production: ProductionTerms?, threshold: ProductionTerms.Threshold = .none, base: Int64? = nil
  ) -> CompensationPlan {
    var fixture = Fixture()
    fixture.terms.production = production
    fixture.terms.production?.threshold = threshold
    fixture.terms.base = base.map { BaseTerms(annual: Fixture.money($0)) }
    return fixture.plan(id)
  }

  private var plans: [CompensationPlan] {
    [
      plan("surgery", Fixture.tiers((0, 50)), threshold: .fromBase, base: 300_000),
      plan("tiered", Fixture.tiers((0, 40), (5_000, 45))), plan("salaried", nil, base: 200_000),
    ]
  }

  private func scenario(
    plan: String? = nil, rate: Change? = nil, threshold: Change? = nil, policy: String? = nil
  ) -> Scenario {
    var scenario = Scenario(name: "s")
    scenario.plan = plan
    scenario.rate = rate
    scenario.threshold = threshold
    scenario.policy = policy
    return scenario
  }

  private func rates(_ plans: [CompensationPlan]) -> [[Int64]] {
    plans.map { $0.terms.production?.tiers.map { $0.rate.millionths / 10_000 } ?? [] }
  }

  @Test(arguments: [
    (Change.add(2_000_000), [[5_200], [4_200, 4_700], []] as [[Int64]]),
    (.add(-2_500_000), [[4_750], [3_750, 4_250], []]), (.percent(40_000), [[5_200], [4_160, 4_680], []]),
    (.percent(-100_000), [[4_500], [3_600, 4_050], []]), (.percent(-1_000_000), [[0], [0, 0], []]),
  ])
  func `a change of rate moves every tier of every plan alike`(change: Change, expected: [[Int64]]) throws {
    #expect(rates(try scenario(rate: change).applied(to: plans)) == expected)
  }

  @Test func `a rate that is set is of a plan with one tier`() throws {
    #expect(
      rates(try scenario(plan: "surgery", rate: .set(52_000_000)).applied(to: plans)) == [[5_200], [4_000, 4_500], []])
    #expect(throws: ScenarioFailure.severalTiers(plan: "tiered", tiers: 2)) {
      try scenario(rate: .set(52_000_000)).applied(to: plans)
    }
  }

  @Test(arguments: [
    (Change.set(5_800_000_000), Int64(5_800_000_000)), (.add(200_000_000), 6_200_000_000),
    (.percent(-30_000), 5_820_000_000),
  ])
  func `a threshold from base is changed from what it is, and plans without one stay`(
    change: Change, expected: Int64
  ) throws {
    let changed = try scenario(threshold: change).applied(to: plans)
    #expect(changed[0].terms.production?.threshold == .fixed(WorkRVU(millionths: expected)))
    #expect(changed[1] == plans[1])
    #expect(changed[2] == plans[2])
  }

  @Test func `a threshold from base follows the rate unless the threshold is changed too`() throws {
    #expect(
      try scenario(plan: "surgery", rate: .set(60_000_000)).applied(to: plans)[0].terms.annualThreshold?.millionths
        == 5_000_000_000)
    let both = try scenario(plan: "surgery", rate: .set(60_000_000), threshold: .add(0)).applied(to: plans)
    #expect(both[0].terms.annualThreshold?.millionths == 6_000_000_000)
  }

  @Test func `what a scenario cannot have is refused, with what to do`() {
    let cases: [(Scenario, ScenarioFailure)] = [
      (scenario(plan: "other"), .unknownPlan("other", known: ["salaried", "surgery", "tiered"])),
      (scenario(plan: "salaried", rate: .add(1)), .noProduction(plan: "salaried")),
      (scenario(plan: "salaried", threshold: .add(1)), .noProduction(plan: "salaried")),
      (scenario(plan: "tiered", threshold: .set(1)), .noThreshold(plan: "tiered")),
      (scenario(plan: "tiered", threshold: .add(1)), .noThreshold(plan: "tiered")),
      (
        scenario(plan: "surgery", rate: .add(-60_000_000)),
        .rateOutOfRange(plan: "surgery", ConversionRate(millionths: 50_000_000))
      ),
      (
        scenario(plan: "surgery", rate: .add(.max)),
        .rateOutOfRange(plan: "surgery", ConversionRate(millionths: 50_000_000))
      ),
      (scenario(threshold: .add(-7_000_000_000)), .thresholdOutOfRange(plan: "surgery")),
      (scenario(threshold: .percent(.max)), .thresholdOutOfRange(plan: "surgery")),
      (scenario(threshold: .set(2_000_000_000_000)), .thresholdOutOfRange(plan: "surgery")),
    ]
    for (scenario, failure) in cases {
      #expect(throws: failure) { try scenario.applied(to: plans) }
      #expect(!failure.description.isEmpty && !failure.hint.isEmpty)
    }
  }

  @Test func `another policy is that of every plan, and other plans stand in for all`() throws {
    var other = scenario(policy: "own.yaml")
    other.plans = [plans[1]]
    let applied = try other.applied(to: plans)
    #expect(applied.map(\.id) == ["tiered"])
    #expect(applied.map(\.credit.policy) == ["own.yaml"])
  }

  @Test func `a clinician's days take the entry that is in effect, and a day without one is refused`() throws {
    let member = Fixture().member()
    let half = try #require(DayRange(Fixture.day("2026-01-01"), through: Fixture.day("2026-06-30")))
    let rest = try #require(DayRange(Fixture.day("2026-07-01"), through: Fixture.day("2027-06-30")))
    let two = [Fixture().plan(days: rest), Fixture().plan(days: half), Fixture().plan("other")]
    let assignments = try Scenario.assignments(of: member, under: two)
    #expect(assignments.map(\.days.description) == ["2026-01-01..2026-06-30", "2026-07-01..2026-12-31"])
    #expect(throws: ScenarioFailure.missingPlan("plan", days: DayRange(year: 2026))) {
      try Scenario.assignments(of: member, under: [Fixture().plan(days: half)])
    }
  }
}

import ProductivityModel
import TestSupport
import Testing

@testable import Compensation

struct StatementComparisonTests {
  private typealias Fixture = PlanFixture
  private typealias Lines = LineFixture

  private func employer(_ first: String, _ last: String, work: Int64?, cents: Int64?) -> EmployerStatement {
    EmployerStatement(
      clinicianID: "C-1", days: DayRange(Fixture.day(first), through: Fixture.day(last)) ?? DayRange(year: 2026),
      work: work.map { WorkRVU(millionths: $0) }, amount: cents.map(Money.init(cents:)),
      position: SourcePosition(file: "employer.csv", line: 2))
  }

  private func told(_ reconciliation: StatementReconciliation?) -> [String] {
    (reconciliation?.differences ?? []).map {
      "\($0.cause.rawValue)|\($0.detail)|\($0.lines)|\($0.work)|\($0.amount.map(\.description) ?? "n/a")"
    }
  }

  /// 100 work RVUs in each of January to March at 50, above a threshold of 80 a month.
  private var fixture: PlanFixture {
    var fixture = Fixture()
    fixture.terms.production = Fixture.tiers((0, 50))
    fixture.terms.production?.threshold = .fixed(WorkRVU(millionths: 960_000_000))
    fixture.terms.production?.proration = .months
    for month in 1...3 { fixture.add("2026-0\(month)-10", 100) }
    return fixture
  }

  private func reconciled(
    _ fixture: PlanFixture, _ items: StatementComparison.Item..., history: [CompensationPlan] = []
  ) -> [StatementReconciliation] {
    StatementComparison(of: fixture.member(), through: Fixture.day("2026-03-31"), history: history).reconciled(items)
  }

  @Test func `an amount of one component is held against that component alone`() {
    var fixture = fixture
    fixture.terms.base = BaseTerms(annual: Fixture.money(120_000), proration: .months)
    var employer = employer("2026-01-01", "2026-01-31", work: 100_000_000, cents: 1_000_00)
    #expect(reconciled(fixture, .init(employer)).first?.amountDifference == Money(cents: -10_000_00))
    employer.component = "production"
    let result = reconciled(fixture, .init(employer))
    #expect(result.first?.amount == Money(cents: 1_000_00))
    #expect(told(result.first) == [])
  }

  @Test func `a statement that agrees has no difference`() {
    let result = reconciled(fixture, .init(employer("2026-01-01", "2026-01-31", work: 100_000_000, cents: 1_000_00)))
    #expect(result.first?.work == WorkRVU(millionths: 100_000_000))
    #expect(result.first?.amount == Money(cents: 1_000_00))
    #expect(told(result.first) == [])
    #expect(result.first?.hasLines == false)
  }

  @Test func `work that differs is paid through the plan, cause by cause`() {
    // A line of 30 is missing there: 70 is below the threshold of 80, so 20 of the 30 cost 50 each.
    let ours = [Lines.ours(70_000_000, "44310", day: "2026-01-10"), Lines.ours(30_000_000, day: "2026-01-10")]
    let theirs = [
      Lines.theirs(70_000_000, "44310", day: "2026-01-10"), Lines.theirs(5_000_000, "99214", day: "2026-01-10"),
    ]
    let result = reconciled(
      fixture, .init(employer("2026-01-01", "2026-01-31", work: 76_000_000, cents: 0), lines: (ours, theirs)))
    #expect(
      told(result.first)
        == [
          "missing there||1|-30|-1000.00", "missing here||1|5|0.00",
          "not explained|its lines do not add up to its work|0|1|0.00",
        ].map { $0 })
    #expect(result.first?.workDifference == WorkRVU(millionths: -24_000_000))
    #expect(result.first?.amountDifference == Money(cents: -1_000_00))
  }

  @Test func `without lines the work is not explained, and is still paid through the plan`() {
    let result = reconciled(fixture, .init(employer("2026-01-01", "2026-03-31", work: 310_000_000, cents: 3_500_00)))
    #expect(told(result.first) == ["not explained|its lines are not known|0|10|500.00"])
  }

  @Test func `work of earlier periods changes what is paid to date`() {
    // January was 60 there: the year to date is 20 short of its threshold, which February then makes good.
    let result = reconciled(
      fixture, .init(employer("2026-02-01", "2026-02-28", work: 100_000_000, cents: 0)),
      .init(employer("2026-01-01", "2026-01-31", work: 60_000_000, cents: 0)))
    #expect(told(result.last) == ["not explained|its lines are not known|0|-40|-1000.00"])
    #expect(told(result.first) == ["earlier periods||0|0|-1000.00"])
  }

  @Test func `another rate of the plan is told as the rate, with a cent left to arithmetic`() {
    var tiered = fixture
    tiered.terms.production?.tiers = Fixture.tiers((0, 50), (3_000, 60)).tiers
    var past = Fixture()
    past.terms.production = Fixture.tiers((0, 45))
    let history = [past.plan(days: DayRange(year: 2025))]
    func told(_ cents: Int64) -> [String] {
      self.told(
        reconciled(
          tiered, .init(employer("2026-01-01", "2026-01-31", work: 100_000_000, cents: cents)), history: history
        ).first)
    }
    #expect(told(1_200_00) == ["rate|60.00 for every work RVU, the rate of the tier from 3000|0|0|200.00"])
    #expect(told(900_00) == ["rate|45.00, as in the entry of plan for 2025-01-01..2025-12-31|0|0|-100.00"])
    #expect(
      told(1_200_01) == [
        "rate|60.00 for every work RVU, the rate of the tier from 3000|0|0|200.00", "arithmetic||0|0|0.01",
      ])
    #expect(told(1_000_01) == ["arithmetic||0|0|0.01"])
    #expect(told(1_111_11) == ["arithmetic||0|0|111.11"])
  }

  @Test func `the rate is looked for with the employer's own work`() {
    var tiered = fixture
    tiered.terms.production?.tiers = Fixture.tiers((0, 50), (3_000, 60)).tiers
    // 110 work RVUs, 30 above the threshold, at 60.
    let result = reconciled(tiered, .init(employer("2026-01-01", "2026-01-31", work: 110_000_000, cents: 1_800_00)))
    #expect(
      told(result.first) == [
        "not explained|its lines are not known|0|10|500.00",
        "rate|60.00 for every work RVU, the rate of the tier from 3000|0|0|300.00",
      ])
  }

  @Test func `dollars are not told of days that are no periods of the plan`() {
    let result = reconciled(fixture, .init(employer("2026-01-01", "2026-01-15", work: 90_000_000, cents: 500_00)))
    #expect(result.first?.amount == nil)
    #expect(result.first?.amountDifference == nil)
    #expect(told(result.first) == ["not explained|its lines are not known|0|-10|n/a"])
    let noAmount = reconciled(fixture, .init(employer("2026-01-01", "2026-01-31", work: 90_000_000, cents: nil)))
    #expect(told(noAmount.first) == ["not explained|its lines are not known|0|-10|n/a"])
    let noWork = reconciled(fixture, .init(employer("2026-01-01", "2026-01-31", work: nil, cents: 900_00)))
    #expect(told(noWork.first) == ["arithmetic||0|0|-100.00"])
    #expect(noWork.first?.workDifference == nil)
  }

  @Test(arguments: [UInt64](1...60))
  func `the parts add up to the whole difference, work to the millionth and dollars to the cent`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let fixture = RandomPlan.fixture(&random)
    let member = fixture.member()
    var items: [StatementComparison.Item] = []
    for (_, days) in DayRange(year: 2026).months where Int.random(in: 0..<4, using: &random) > 0 {
      let own = (0..<days.count).reduce(Int64(0)) { sum, offset in
        sum + member.work.millionths[Int(days.first.daysSinceEpoch - member.work.days.first.daysSinceEpoch) + offset]
      }
      let ours = [LineFixture.ours(own, day: days.first.description)]
      let theirs = [
        LineFixture.theirs(own / 2, day: days.first.description),
        LineFixture.theirs(Int64.random(in: 0...90_000_000, using: &random), "44310", day: days.last.description),
      ]
      let statement = EmployerStatement(
        clinicianID: "C-1", days: days, work: WorkRVU(millionths: Int64.random(in: 0...900_000_000, using: &random)),
        amount: Money(cents: Int64.random(in: 0...50_000_00, using: &random)),
        position: SourcePosition(file: "e.csv", line: 2))
      items.append(.init(statement, lines: Bool.random(using: &random) ? (ours, theirs) : nil))
    }
    let results = StatementComparison(of: member, through: Fixture.day("2026-12-31"), history: []).reconciled(items)
    #expect(results.count == items.count)
    for result in results {
      #expect(result.differences.reduce(WorkRVU.zero) { $0 + $1.work } == result.workDifference, "seed \(seed)")
      guard let difference = result.amountDifference else { continue }
      #expect(result.differences.reduce(Money.zero) { $0 + ($1.amount ?? .zero) } == difference, "seed \(seed)")
    }
    // Plans that measure months have all their dollars told.
    if fixture.terms.every == .month {
      #expect(results.filter { $0.amountDifference == nil }.isEmpty, "seed \(seed)")
    }
  }
}

import ProductivityModel
import Testing

@testable import Compensation

struct PlanChangeTests {
  private typealias Fixture = PlanFixture

  private func plan(_ id: String, _ days: DayRange, _ change: (inout PlanTerms) -> Void = { _ in }) -> CompensationPlan
  {
    var terms = PlanTerms()
    terms.base = BaseTerms(annual: Fixture.money(300_000))
    terms.production = Fixture.tiers((0, 50))
    terms.production?.threshold = .fromBase
    change(&terms)
    return CompensationPlan(id: id, effective: days, terms: terms, position: SourcePosition(file: "plans.yaml"))
  }

  private func days(_ first: String, _ last: String) throws -> DayRange {
    try #require(DayRange(Fixture.day(first), through: Fixture.day(last)))
  }

  @Test func `entries that stay, and those of other days, are no change`() throws {
    let own = [plan("a", try days("2025-01-01", "2025-12-31")), plan("a", try days("2026-01-01", "2026-12-31"))]
    let period = try days("2026-01-01", "2026-06-30")
    #expect(PlanChange.changes(from: own, to: own, in: period).isEmpty)
    var scenario = Scenario(name: "more")
    scenario.rate = .add(2_000_000)
    let changes = PlanChange.changes(from: own, to: try scenario.applied(to: own), in: period)
    #expect(changes.count == 1)
    let change = try #require(changes.first)
    #expect(change.before == own[1] && change.changesTiers && change.changesThreshold && !change.changesOtherTerms)
    #expect(change.after.terms.annualThreshold == WorkRVU(millionths: 5_769_230_769))
    #expect(PlanTerms.thresholdFromBase(change.after.terms) == WorkRVU(millionths: 5_769_230_769))
  }

  @Test func `an entry is held against that of the job with which it shares the most days`() throws {
    let own = [
      plan("a", try days("2026-01-01", "2026-02-28")),
      plan("a", try days("2026-03-01", "2026-12-31")) { $0.limits.totalCap = Fixture.money(400_000) },
    ]
    let new = [plan("a", try days("2026-01-01", "2026-12-31")), plan("b", try days("2026-01-01", "2026-12-31"))]
    let changes = PlanChange.changes(from: own, to: new, in: try days("2026-01-01", "2026-12-31"))
    #expect(changes.map(\.before) == [own[1], nil])
    #expect(changes[0].changesOtherTerms && !changes[0].changesTiers && !changes[0].changesThreshold)
  }
}

import Compensation
import ProductivityModel
import Testing

/// Where a plan is measured anew within a measurement year.
@Suite struct PlanRestartTests {
  private static func entry(
    _ first: String, _ last: String, id: String = "a", _ change: (inout PlanTerms) -> Void = { _ in }
  ) throws -> CompensationPlan {
    var terms = PlanTerms()
    terms.production = PlanFixture.tiers((0, 50))
    terms.production?.threshold = .fixed(WorkRVU(millionths: 6_000_000_000))
    change(&terms)
    return CompensationPlan(
      id: id, effective: try #require(DayRange(PlanFixture.day(first), through: PlanFixture.day(last))), terms: terms,
      position: SourcePosition(file: "plans.yaml", line: 2))
  }

  private static func spring(_ change: (inout PlanTerms) -> Void = { _ in }) throws -> CompensationPlan {
    try entry("2026-01-01", "2026-04-30", change)
  }

  private static func rest(_ change: (inout PlanTerms) -> Void = { _ in }) throws -> CompensationPlan {
    try entry("2026-05-01", "2026-12-31", change)
  }

  private func restarts(_ plans: CompensationPlan...) -> Int { PlanRestart.all(plans).count }

  @Test func `an entry with other terms in one measurement year is measured anew, in whatever order the file has them`()
    throws
  {
    let (before, after) = (try Self.spring(), try Self.rest { $0.production?.clawback = true })
    for plans in [[before, after], [after, before]] {
      let restart = try #require(PlanRestart.all(plans).first)
      #expect(restart.before == before && restart.after == after && restart.year.days == DayRange(year: 2026))
      #expect(!restart.isOfStipendsAlone)
    }
    // A gap in between does not end it.
    #expect(restarts(before, try Self.entry("2026-08-01", "2026-12-31") { $0.production?.clawback = true }) == 1)
  }

  @Test func `what only starts or ends a stipend is told as that`() throws {
    let after = try Self.rest {
      $0.stipends = [
        Stipend(
          name: "director", measure: .annual(Money(cents: 3_000_000)), position: SourcePosition(file: "plans.yaml"))
      ]
    }
    #expect(try #require(PlanRestart.all([try Self.spring(), after]).first).isOfStipendsAlone)
  }

  @Test func `equal terms, other plans and a new measurement year are no restart`() throws {
    let before = try Self.spring()
    #expect(restarts(before, try Self.rest()) == 0)
    #expect(
      restarts(before, try Self.entry("2026-05-01", "2026-12-31", id: "b") { $0.production?.clawback = true }) == 0)
    #expect(
      restarts(
        try Self.entry("2026-01-01", "2026-12-31"),
        try Self.entry("2027-01-01", "2027-12-31") { $0.production?.clawback = true }) == 0)
    let october: (inout PlanTerms) -> Void = { $0.yearStart = 10 }
    #expect(
      restarts(
        try Self.entry("2025-10-01", "2026-09-30", october),
        try Self.entry("2026-10-01", "2027-09-30") {
          october(&$0)
          $0.production?.clawback = true
        }) == 0)
  }

  @Test func `where measuring anew cannot pay otherwise there is nothing to tell`() throws {
    let salary: (inout PlanTerms, Int64) -> Void = { terms, dollars in
      terms.production = nil
      terms.base = BaseTerms(annual: PlanFixture.money(dollars))
    }
    #expect(
      restarts(try Self.spring { salary(&$0, 210_000) }, try Self.rest { salary(&$0, 216_000) })
        == 0)
    #expect(
      restarts(
        try Self.spring { salary(&$0, 210_000) },
        try Self.rest {
          salary(&$0, 216_000)
          $0.limits.totalCap = PlanFixture.money(700_000)
        }) == 1)
    #expect(
      restarts(
        try Self.spring { $0.production = PlanFixture.tiers((0, 50)) },
        try Self.rest { $0.production = PlanFixture.tiers((0, 52)) }) == 0)
    func alone(_ every: MeasurementPeriod, _ rate: Int64) -> (inout PlanTerms) -> Void {
      { terms in
        terms.how = .standAlone
        terms.every = every
        terms.production?.tiers[0].rate = ConversionRate(millionths: rate * 1_000_000)
      }
    }
    // May starts a month and lies within a quarter.
    #expect(restarts(try Self.spring(alone(.month, 50)), try Self.rest(alone(.month, 52))) == 0)
    #expect(
      restarts(try Self.spring(alone(.quarter, 50)), try Self.rest(alone(.quarter, 52))) == 1)
  }
}

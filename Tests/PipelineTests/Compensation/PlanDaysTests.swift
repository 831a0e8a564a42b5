import Benchmarking
import Compensation
import Crediting
import Ingest
import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// A day of a test.
func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

/// Days of a test, as `2026` or `2026-01-01..2026-03-31`.
func days(_ text: String) throws -> DayRange { try #require(JobFile.period(text)) }

/// A plan of a test that pays production.
func plan(_ id: String, _ effective: String, _ change: (inout PlanTerms) -> Void = { _ in }) throws -> CompensationPlan
{
  var terms = PlanTerms()
  terms.production = ProductionTerms(tiers: [.init(from: .zero, rate: ConversionRate(millionths: 50_000_000))])
  change(&terms)
  return CompensationPlan(
    id: id, effective: try days(effective), terms: terms, position: SourcePosition(file: "plans.yaml", line: 1))
}

private func row(
  _ plan: String, _ start: String, _ end: String? = nil, share: Int64 = 1_000_000, fte: Int64 = 1_000_000,
  total: Int64? = nil, specialty: String = "Alpha", leave: [DayRange] = [], line: Int = 2
) throws -> RosterInterval {
  RosterInterval(
    clinicianID: "C-1", name: "", specialty: specialty, plan: plan, shareMillionths: share,
    clinicalFTEMillionths: fte, start: try day(start), end: try end.map { try day($0) }, leave: leave,
    totalFTEMillionths: total, position: SourcePosition(file: "roster.csv", line: line))
}

@Suite struct `A clinician's plan` {
  private func shown(_ days: PlanDays) -> [String] { days.assignments.map { "\($0.plan.id) \($0.days)" } }

  @Test func `holds on the roster's days that the plan is in effect, through its measurement year`() throws {
    let own = PlanDays(
      [try row("a", "2020-01-01")], [try plan("a", "2026-03-01..2026-10-31")],
      period: try days("2026-01-01..2026-06-30"))
    #expect(shown(own) == ["a 2026-03-01..2026-10-31"])
    #expect(own.days == DayRange(year: 2026))
    let gap = try #require(own.gaps.first)
    #expect(own.gaps.count == 1 && gap.days.map(\.description) == ["2026-01-01..2026-02-28"])
  }

  @Test func `goes on over a change of FTE, and from one entry to the next`() throws {
    let own = PlanDays(
      [try row("a", "2026-01-01", "2026-02-10"), try row("a", "2026-02-11", fte: 500_000, line: 3)],
      [try plan("a", "2026-01-01..2026-04-30"), try plan("a", "2026-05-01..2026-12-31")], period: DayRange(year: 2026))
    #expect(shown(own) == ["a 2026-01-01..2026-04-30", "a 2026-05-01..2026-12-31"])
    #expect(own.gaps.isEmpty && own.conflict == nil && own.unknown.isEmpty)
  }

  @Test func `of a year that starts in October is told over that year`() throws {
    let own = PlanDays(
      [try row("a", "2020-01-01")], [try plan("a", "2024-10-01..2026-12-31") { $0.yearStart = 10 }],
      period: try days("2025-10-01..2026-03-31"))
    #expect(own.days.description == "2025-10-01..2026-09-30")
    #expect(shown(own) == ["a 2025-10-01..2026-09-30"])
  }

  @Test func `cannot be told where two rows of one day name two plans`() throws {
    let own = PlanDays(
      [try row("a", "2026-01-01", "2026-06-30"), try row("b", "2026-06-01", line: 3)],
      [try plan("a", "2026"), try plan("b", "2026")], period: DayRange(year: 2026))
    #expect(own.assignments.isEmpty)
    #expect(own.conflict?.days.description == "2026-06-01..2026-06-30")
    #expect(own.conflict?.second.position.line == 3)
  }

  @Test func `of a split role may be named by both parts, or by one`() throws {
    for second in ["a", ""] {
      let own = PlanDays(
        [
          try row("a", "2026-01-01", share: 600_000),
          try row(second, "2026-01-01", share: 400_000, specialty: "Beta", line: 3),
        ], [try plan("a", "2026")], period: DayRange(year: 2026))
      #expect(shown(own) == ["a 2026-01-01..2026-12-31"] && own.conflict == nil)
    }
  }

  @Test func `that there is not is told with its row`() throws {
    let own = PlanDays([try row("z", "2026-01-01")], [try plan("a", "2026")], period: DayRange(year: 2026))
    #expect(own.unknown.map(\.plan) == ["z"] && own.assignments.isEmpty)
  }

  @Test(arguments: [
    ("2026-01-01..2026-12-31", MeasurementPeriod.month, "2026-03-01..2026-12-31"),
    ("2026-01-01..2026-12-31", .quarter, "2026-04-01..2026-12-31"),
    ("2026-03-05..2026-12-31", .month, "2026-03-05..2026-12-31"),
    ("2026-02-05..2026-02-20", .month, "2026-02-05..2026-02-20"),
    ("2026-01-05..2026-02-20", .month, ""),
  ])
  func `that measures each period by itself is told from the first whole one`(
    own: String, every: MeasurementPeriod, told: String
  ) throws {
    let plan = try plan("a", own) {
      $0.how = .standAlone
      $0.every = every
    }
    let cut = StandAloneStart.cut([PlanAssignment(plan, days: try days(own))], knownFrom: try day("2026-02-02"))
    #expect(cut.map(\.days.description) == (told.isEmpty ? [] : [told]))
  }

  @Test func `that measures the year, or carries a draw, is not cut`() throws {
    let changes: [(inout PlanTerms) -> Void] = [
      { $0.how = .cumulative }, { $0.every = .year },
      { $0.withhold = WithholdTerms(shareMillionths: 100_000) }, { $0.draw = DrawTerms() },
    ]
    for change in changes {
      let plan = try plan("a", "2026") {
        $0.how = .standAlone
        $0.every = .month
        change(&$0)
      }
      let assignments = [PlanAssignment(plan, days: plan.effective)]
      #expect(StandAloneStart.cut(assignments, knownFrom: try day("2026-02-02")) == assignments)
    }
  }
}

@Suite struct `FTE for plans` {
  private let year = DayRange(year: 2026)

  @Test func `is that of all rows of a day, and not cut at one`() throws {
    let time = try RosterTime(
      [
        try row("a", "2026-01-01", fte: 800_000, total: 900_000),
        try row("a", "2026-07-01", fte: 500_000, total: 500_000),
      ],
      days: year
    ).time
    #expect(time.clinical[0] == 800_000 && time.total[0] == 900_000)
    #expect(time.clinical[200] == 1_300_000 && time.total[200] == 1_400_000)
  }

  @Test func `of a split role with shares is that of each part, total FTE too`() throws {
    let time = try RosterTime(
      [
        try row("a", "2026-01-01", share: 750_000, fte: 800_000, total: 1_000_000),
        try row("a", "2026-01-01", share: 250_000, fte: 800_000, total: 1_000_000, specialty: "Beta"),
      ], days: year
    ).time
    #expect(Set(time.clinical) == [800_000] && Set(time.total) == [1_000_000])
  }

  @Test func `stays on leave, which is told by day`() throws {
    let leave = try days("2026-02-01..2026-02-10")
    let time = try RosterTime([try row("a", "2026-01-01", fte: 600_000, leave: [leave])], days: year).time
    #expect(time.isLeave.count { $0 } == 10 && time.isLeave[31] && !time.isLeave[30])
    #expect(Set(time.clinical) == [600_000])
  }

  @Test func `that is blank as total is taken from clinical FTE, and told`() throws {
    let time = try RosterTime([try row("a", "2026-01-01", fte: 600_000, line: 7)], days: year)
    #expect(Set(time.time.total) == [600_000] && time.withoutTotal?.line == 7)
  }

  @Test(arguments: [UInt64(5), 6, 7])
  func `adds up to the clinical time that benchmarks count`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let leave = Bool.random(using: &random) ? [try days("2026-04-01..2026-04-20")] : []
      let rows = try (0..<Int.random(in: 1...3, using: &random)).map { number in
        let start = year.first.advanced(by: Int.random(in: 0..<300, using: &random))
        let end = Bool.random(using: &random) ? start.advanced(by: Int.random(in: 0..<200, using: &random)) : nil
        return try row(
          "a", start.description, end?.description, fte: Int64.random(in: 1...20, using: &random) * 50_000,
          leave: leave,
          line: number + 2)
      }
      let time = try RosterTime(rows, days: year)
      let present = year.everyDay.indices.filter { time.isEmployed[$0] && !time.time.isLeave[$0] }
      var rules = TimeRules()
      rules.capsAtFull = false
      rules.ramp = .include
      let clinical = ClinicalTime(rows, in: year, rules: rules)
      #expect(present.count == clinical?.days, "seed \(seed)")
      #expect(present.reduce(Int64(0)) { $0 + Int64(time.time.clinical[$1]) } == clinical?.fteDays, "seed \(seed)")
    }
  }
}

@Suite struct `Policies that plans name` {
  private func named(_ id: String, _ policy: String?, _ vintage: String?) throws -> CompensationPlan {
    var plan = try plan(id, "2026")
    plan.credit = CompensationPlan.Credit(policy: policy, vintage: vintage)
    return plan
  }

  private func assignment(_ plan: String, _ policy: String, _ start: String? = nil) throws -> PolicyAssignments.Row {
    PolicyAssignments.Row(
      subject: .plan(plan), policy: policy, days: ServiceDays(start: try start.map { try day($0) }),
      position: SourcePosition(file: "assign.csv", line: 4))
  }

  @Test func `are a row each, the vintage in the name`() throws {
    let found = try PlanPolicies(
      [try named("a", "own.yaml", nil), try named("b", nil, "frozen 2025D"), try named("c", nil, nil)],
      pay: "unadjusted",
      own: [], isSame: ==)
    #expect(found.rows.map(\.policy) == ["own.yaml", "unadjusted (frozen 2025D)"])
    #expect(found.named.map(\.key) == ["own.yaml", "unadjusted (frozen 2025D)"])
    #expect(found.rows.map(\.subject) == [.plan("a"), .plan("b")])
  }

  @Test func `may be repeated by an assignment, and not contradicted`() throws {
    let plan = try named("a", "own.yaml", nil)
    _ = try PlanPolicies([plan], pay: "unadjusted", own: [try assignment("a", "own.yaml")], isSame: ==)
    _ = try PlanPolicies(
      [plan], pay: "unadjusted", own: [try assignment("a", "other.yaml", "2027-01-01")], isSame: ==)
    _ = try PlanPolicies([plan], pay: "unadjusted", own: [try assignment("b", "other.yaml")], isSame: ==)
    let failure = #expect(throws: InputFailure.self) {
      try PlanPolicies([plan], pay: "unadjusted", own: [try assignment("a", "other.yaml")], isSame: ==)
    }
    #expect(failure?.position == SourcePosition(file: "assign.csv", line: 4))
    #expect(failure?.message.contains("plans.yaml:1") == true && failure?.isUsage == true)
  }
}

import Compensation
import Ingest
import ProductivityModel
import TestSupport
import Testing

/// Plans as their file has them.
@Suite struct PlanFileTests {
  @Test func `every key of the example is read`() throws {
    let plans = try PlanSample.read(PlanSample.full)
    #expect(plans.ids == ["surgery-2026", "draw-2026"] && plans.findings.isEmpty)
    let plan = plans.plans[0]
    #expect(plan.title == "surgery-2026" && plan.effective == DayRange(year: 2026) && plan.position.line == 2)
    #expect(plan.credit == CompensationPlan.Credit(policy: "unadjusted"))
    var production = ProductionTerms(tiers: [
      .init(from: .zero, rate: ConversionRate(millionths: 50_000_000)),
      .init(from: WorkRVU(millionths: 8_000_000_000), rate: ConversionRate(millionths: 55_000_000)),
    ])
    production.threshold = .fromBase
    var terms = PlanTerms()
    (terms.every, terms.how) = (.quarter, .cumulative)
    terms.base = BaseTerms(annual: Money(cents: 30_000_000))
    terms.production = production
    terms.guarantee = GuaranteeTerms(annual: Money(cents: 28_000_000), until: CalendarDate(iso: "2026-06-30"))
    terms.ramp = [RampStep(through: try #require(CalendarDate(iso: "2026-03-31")), thresholdMillionths: 500_000)]
    terms.limits.totalCap = Money(cents: 75_000_000)
    terms.limits.totalFloor = Money(cents: 25_000_000)
    terms.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv")
    let nowhere = SourcePosition(file: "")
    terms.stipends = [
      Stipend(
        name: "call", measure: .perUnit("shift", Money(cents: 100_000), source: "shifts.csv"), position: nowhere),
      Stipend(name: "director", measure: .annual(Money(cents: 2_400_000)), position: nowhere),
    ]
    terms.panel = PanelTerms(perMemberPerMonth: ConversionRate(millionths: 3_500_000), source: "panel.csv")
    terms.pool = PoolTerms(name: "group-quality", annual: Money(cents: 12_000_000), split: .clinicalFTE)
    #expect(plan.terms == terms)
    #expect(
      plans.components == [
        "base", "call", "director", "floor", "group-quality", "guarantee", "panel", "production", "quality",
      ])
  }

  @Test func `a draw, a fiscal year, months and a vintage are read`() throws {
    let plan = try PlanSample.read(PlanSample.full).plans[1]
    #expect(plan.title == "A draw against production" && plan.effective == DayRange(year: 2026))
    #expect(plan.credit == CompensationPlan.Credit(policy: "ours.yaml", vintage: "frozen 2025D"))
    var production = ProductionTerms(tiers: [.init(from: .zero, rate: ConversionRate(millionths: 50_000_000))])
    (production.method, production.per, production.against) = (.retroactive, .total, .draw)
    (production.clawback, production.proration) = (true, .months)
    var terms = PlanTerms()
    (terms.yearStart, terms.proration) = (10, .months)
    terms.leave = LeaveTerms(base: .exclude, thresholds: .count)
    terms.base = BaseTerms(annual: Money(cents: 24_000_000), per: .person, proration: .months)
    terms.production = production
    terms.draw = DrawTerms(recovery: .carryForward, months: 12, yearEnd: .forgive)
    #expect(plan.terms == terms)
  }

  @Test func `what a plan does not say has its default`() throws {
    let plan = try PlanSample.read(PlanSample.plan()).plans[0]
    var terms = PlanTerms()
    terms.base = BaseTerms(annual: Money(cents: 30_000_000))
    #expect(plan.terms == terms && plan.credit == CompensationPlan.Credit() && plan.title == "a")
    #expect(terms.every == .month && terms.how == .cumulative && terms.yearStart == 1 && terms.base?.per == .total)
  }

  @Test func `every word of every choice is read`() throws {
    func terms(_ keys: String...) throws -> PlanTerms {
      try PlanSample.read("plans:\n  - id: a\n    effective: 2026\n" + keys.map { "    \($0)\n" }.joined())
        .plans[0].terms
    }
    let base = "base: {annual: 1}"
    for per in FTEBasis.allCases {
      #expect(try terms("base: {annual: 1, per: \(per.rawValue)}").base?.per == per)
      #expect(try terms("production: {rate: 1, per: \(per.rawValue)}").production?.per == per)
      #expect(try terms("guarantee: {annual: 1, per: \(per.rawValue)}").guarantee?.per == per)
      #expect(try terms("limits: {floor: {total: 1}, per: \(per.rawValue)}").limits.per == per)
    }
    for proration in Proration.allCases {
      let read = try terms("proration: \(proration.rawValue)", base, "production: {rate: 1}")
      #expect(read.proration == proration && read.base?.proration == proration)
      #expect(read.production?.proration == proration)
      #expect(try terms("base: {annual: 1, proration: \(proration.rawValue)}").base?.proration == proration)
      #expect(
        try terms("production: {rate: 1, proration: \(proration.rawValue)}").production?.proration == proration)
    }
    for every in MeasurementPeriod.allCases {
      for how in MeasurementMode.allCases {
        let measure = "measure: {every: \(every.rawValue), how: \(how.rawValue)}"
        for read in [try terms(base, measure), try terms("production: {rate: 1, \(measure)}")] {
          #expect(read.every == every && read.how == how)
        }
      }
    }
    for rule in LeaveTerms.Rule.allCases {
      #expect(try terms("leave: \(rule.rawValue)", base).leave == LeaveTerms(base: rule, thresholds: rule))
    }
    for method in ProductionTerms.Method.allCases {
      #expect(try terms("production: {rate: 1, method: \(method.rawValue)}").production?.method == method)
    }
    for split in PoolTerms.Split.allCases {
      #expect(try terms("pool: {name: q, annual: 1, split: \(split.rawValue)}").pool?.split == split)
    }
    for of in WithholdTerms.Subject.allCases {
      #expect(
        try terms(base, "production: {rate: 1}", "withhold: {share: 10%, of: \(of.rawValue)}").withhold
          == WithholdTerms(shareMillionths: 100_000, of: of))
    }
    let against = "production: {rate: 1, against: draw}"
    for yearEnd in DrawTerms.YearEnd.allCases {
      #expect(try terms(base, against, "draw: {yearEnd: \(yearEnd.rawValue)}").draw == DrawTerms(yearEnd: yearEnd))
    }
    for recovery in DrawTerms.Recovery.allCases {
      #expect(try terms(base, against, "draw: {recovery: \(recovery.rawValue)}").draw == DrawTerms(recovery: recovery))
    }
    for against in ProductionTerms.Against.allCases {
      let draw = against == .draw ? ["draw: {yearEnd: carry}"] : []
      let text = ([base, "production: {rate: 1, against: \(against.rawValue)}"] + draw).joined(separator: "\n    ")
      #expect(try terms(text).production?.against == against)
    }
    let thresholds: [(String, ProductionTerms.Threshold)] = [
      ("none", .none), ("0", .none), ("from-base", .fromBase), ("6000.5", .fixed(WorkRVU(millionths: 6_000_500_000))),
    ]
    for (word, threshold) in thresholds {
      #expect(try terms(base, "production: {rate: 1, threshold: \(word)}").production?.threshold == threshold)
    }
  }

  @Test(arguments: [("10", 10), ("1", 1), ("12", 12), ("10-01", 10), ("07-01", 7)])
  func `a measurement year starts in a month`(text: String, month: Int) throws {
    #expect(try PlanSample.read(PlanSample.plan("yearStarts: \(text)")).plans[0].terms.yearStart == month)
  }

  @Test(arguments: [
    ("2026", "2026-01-01..2026-12-31"), ("2026-02", "2026-02-01..2026-02-28"),
    ("2025-10-01..2026-09-30", "2025-10-01..2026-09-30"),
  ])
  func `the days of a plan are a range, a month or a year`(text: String, days: String) throws {
    let plans = try PlanSample.read("plans: [{id: a, effective: \(text), base: {annual: 1}}]")
    #expect(plans.plans[0].effective.description == days)
  }

  @Test func `a stipend by the month is twelve of them, and may be some people's`() throws {
    let stipend = try PlanSample.read(
      PlanSample.plan("stipends: [{name: lead, monthly: 1500, clinicians: [DR-1, DR-2]}]")
    ).plans[0].terms.stipends[0]
    #expect(stipend.measure == .annual(Money(cents: 1_800_000)) && stipend.clinicians == ["DR-1", "DR-2"])
  }

  @Test func `falling rates are taken where the plan says that they are meant`() throws {
    let tiers = "production: {fallingRates: allowed, tiers: [{from: 0, rate: 50}, {from: 9000, rate: 40}]}"
    #expect(try PlanSample.read(PlanSample.plan(tiers)).plans[0].terms.production?.tiers.count == 2)
  }

  @Test func `a plan has a history, and days without terms are told`() throws {
    let entries = [("2026-01-01..2026-06-30", 1), ("2026-08-01..2026-12-31", 2), ("2027", 3)]
      .map { "  - {id: a, effective: \($0.0), base: {annual: \($0.1)}}\n" }
    // Whatever the order in the file.
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let plans = try PlanSample.read("plans:\n" + order.map { entries[$0] }.joined())
      #expect(plans.history(of: "a").map(\.terms.base?.annual.cents) == [100, 200, 300])
      #expect(plans.findings.map(\.problem) == [.planGap] && plans.findings[0].severity == .warning)
      #expect(plans.findings[0].position?.line == (order.firstIndex(of: 1) ?? 0) + 2)
      #expect(plans.findings[0].message.contains("from 2026-07-01 to 2026-07-31"))
    }
  }

  @Test func `a file is named with its size and checksum`() throws {
    let scratch = try TemporaryFolder()
    let path = try scratch.write("pay/plans.yaml", PlanSample.full)
    let plans = try PlanFile.read(path, shownAs: "pay/plans.yaml")
    #expect(plans.input.path == "pay/plans.yaml" && Int(plans.input.size) == PlanSample.full.utf8.count)
    #expect(plans.input.sha256.count == 64)
    #expect(plans.resolve("shifts.csv") == "\(scratch.path)/pay/shifts.csv" && plans.resolve("/a.csv") == "/a.csv")
  }

  @Test func `all that is wrong is told at once, by line`() throws {
    let scratch = try TemporaryFolder()
    let text = """
      plans:
        - id: a
          effective: 2026-01-01..
          base: {anual: 300000}
          production: {rate: -1}
        - id: b
          effective: 2026
          lease: count

      """
    let faults = try PlanFile.faults(try scratch.write("plans.yaml", text), shownAs: "plans.yaml")
    #expect(faults.map(\.position.line) == [3, 4, 5, 8])
    #expect(try PlanFile.faults(try scratch.write("ok.yaml", PlanSample.full), shownAs: "ok.yaml").isEmpty)
  }
}

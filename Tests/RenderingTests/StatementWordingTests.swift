import ProductivityModel
import Testing

@testable import Compensation
@testable import Reporting

/// A statement answers from itself why a sum was earned: its lines as they are read, number for number.
struct StatementWordingTests {
  private static let year = DayRange(year: 2026)

  /// A clinician at one FTE with work on some days.
  static func member(
    _ terms: PlanTerms, _ work: [(day: String, whole: Int64)], fte: Int32 = 1_000_000,
    quantities: PlanQuantities = PlanQuantities(), effective: DayRange = year
  ) -> PlanMember {
    var time = DailyTime(year)
    for index in time.clinical.indices {
      time.clinical[index] = fte
      time.total[index] = fte
    }
    var daily = DailyWork(year)
    for item in work {
      let index = Int(PayFixture.day(item.day).daysSinceEpoch - year.first.daysSinceEpoch)
      daily.millionths[index] += item.whole * 1_000_000
      daily.lines[index] += 1
    }
    let plan = CompensationPlan(
      id: "p", effective: effective, terms: terms, position: SourcePosition(file: "plans.yaml", line: 2))
    return PlanMember(
      id: "C-1", assignments: [PlanAssignment(plan, days: effective)], time: time, work: daily, quantities: quantities)
  }

  static func derivations(of member: PlanMember, through: String = "2026-12-31") -> [PeriodDerivation] {
    PlanArithmetic.statements(of: member, through: PayFixture.day(through)).flatMap { statement in
      let context = StatementContext(
        of: statement, member, through: PayFixture.day(through), credit: "policy unadjusted, release 2026A")
      return statement.periods.indices.map { PeriodDerivation(ofPeriodAt: $0, in: statement, context) }
    }
  }

  /// The lines of a period as a person reads them: what | how | figure.
  static func lines(_ derivation: PeriodDerivation) -> [String] {
    (derivation.parts + [derivation.components, derivation.apart]).flatMap(\.steps)
      .map { "\($0.label) | \($0.words) | \($0.figure.text)" }
  }

  private static func fromBase(_ every: MeasurementPeriod = .year) -> PlanTerms {
    var terms = PlanTerms()
    terms.every = every
    terms.base = BaseTerms(annual: PayFixture.money(300_000))
    terms.production = PayFixture.tiers((0, 5_000))
    terms.production?.threshold = .fromBase
    return terms
  }

  // The first worked example: base 300,000 at 50, 7,250 wRVUs.
  @Test func `a surgeon reads why 62,500`() throws {
    let period = try #require(
      Self.derivations(of: Self.member(Self.fromBase(), [("2026-03-02", 7_000), ("2026-11-09", 250)])).first)
    #expect(
      Self.lines(period) == [
        "Credited | 2 lines of service in the pay ledger: policy unadjusted, release 2026A | 7,250 wRVUs",
        "Share of the year | the threshold is set for a whole year at 1.0 clinical FTE: 365 days at 1.00 clinical FTE, of the 365 days of the year | 1.000000",
        "Threshold | 6,000 wRVUs a year = base $300,000.00 / $50.00 a wRVU; times 365 / 365 | 6,000 wRVUs",
        "Above the threshold | 7,250 - 6,000 | 1,250 wRVUs",
        "At the plan's rate | 1,250 x $50.00 | $62,500.00",
        "Base | $300,000.00 a year at 1.0 total FTE: 365 days at 1.00 total FTE, of the year's 365 | $300,000.00",
        "Production | as worked out above | $62,500.00",
      ])
    #expect(period.earned == PayFixture.money(362_500))
    #expect(period.title == "January 1 to December 31, 2026")
  }

  @Test func `the answer in one sentence has the product and the threshold`() throws {
    let member = Self.member(Self.fromBase(), [("2026-03-02", 7_250)])
    let statement = try #require(PlanArithmetic.statements(of: member, through: Self.year.last).first)
    #expect(
      ProductionAnswer(of: statement)?.text
        == "Production of January 1 to December 31, 2026: $62,500.00 = 1,250 x $50.00, the part of 7,250 wRVUs above the threshold of 6,000."
    )
  }

  @Test func `a part of the year names the days and the FTE, and the fraction gives the threshold`() throws {
    let half = try #require(DayRange(PayFixture.day("2026-01-01"), through: PayFixture.day("2026-06-30")))
    let member = Self.member(Self.fromBase(), [("2026-03-02", 1_000)], fte: 600_000, effective: half)
    let lines = Self.lines(try #require(Self.derivations(of: member).first))
    #expect(
      lines.contains(
        "Threshold | 6,000 wRVUs a year = base $300,000.00 / $50.00 a wRVU; times 108.6 / 365 | 1,785.205479 wRVUs"))
    #expect(
      lines.contains(
        "Below the threshold | 1,785.205479 - 1,000 are missing; work up to the threshold pays no production | 785.205479 wRVUs"
      ))
    #expect(lines.contains { $0.contains("181 days at 0.60 clinical FTE, of the 365 days of the year") })
  }

  @Test func `work below zero is taken off in brackets`() throws {
    let member = Self.member(Self.fromBase(), [("2026-03-02", -22)])
    let lines = Self.lines(try #require(Self.derivations(of: member).first))
    #expect(lines.contains { $0.contains("| 6,000 - (-22) are missing; ") }, "\(lines)")
  }

  @Test func `a later quarter says what was earned before, and a quarter that is not over says so`() throws {
    let member = Self.member(Self.fromBase(.quarter), [("2026-02-02", 2_000), ("2026-04-20", 1_600)])
    let periods = Self.derivations(of: member, through: "2026-05-31")
    #expect(periods.map(\.isComplete) == [true, false])
    #expect(periods[1].title == "April 1 to May 31, 2026, to date: the period is not complete")
    let lines = Self.lines(periods[1])
    #expect(
      lines.contains("Credited | 1 line of service in the pay ledger: policy unadjusted, release 2026A | 1,600 wRVUs"))
    #expect(lines.contains("Credited to date | 2 lines since January 1, 2026, measured together | 3,600 wRVUs"))
    #expect(lines.contains("Less earned before | production of the periods before this one in the year | -$26,027.40"))
    #expect(lines.contains { $0.hasPrefix("Production | earned to date less earned before") })
  }

  @Test func `retroactive tiers say that one rate is for all`() throws {
    var terms = PlanTerms()
    terms.every = .year
    terms.production = PayFixture.tiers((0, 5_000), (5_000, 5_500), (8_000, 6_000))
    terms.production?.method = .retroactive
    let lines = Self.lines(try #require(Self.derivations(of: Self.member(terms, [("2026-03-02", 9_000)])).first))
    #expect(
      lines.contains("Tier above 8,000 | 9,000 x $60.00: the rate of the tier reached, for all wRVUs | $540,000.00"))
  }

  @Test func `a deficit of a draw is told from what it was to what it is`() throws {
    var terms = PlanTerms()
    terms.base = BaseTerms(annual: PayFixture.money(240_000), proration: .months)
    terms.production = PayFixture.tiers((0, 5_000))
    terms.production?.against = .draw
    terms.draw = DrawTerms()
    let periods = Self.derivations(
      of: Self.member(terms, [("2026-01-09", 300), ("2026-02-09", 600)]), through: "2026-02-28")
    #expect(
      periods[0].apart.steps.map { "\($0.label) \($0.figure.text)" } == ["Added $5,000.00", "Deficit after $5,000.00"])
    #expect(
      Self.lines(periods[1]).suffix(6)
        == [
          "Draw | $240,000.00 a year at 1.0 total FTE: 28 days at 1.00 total FTE, each month a twelfth of the year, an advance on production | $20,000.00",
          "Production | earned to date less earned before, as worked out above | $30,000.00",
          "Already paid by the draw | production of the period that the draw has paid in advance | -$20,000.00",
          "Recovery of the draw | from the deficit of $5,000.00 that draws of earlier periods left | -$5,000.00",
          "Deficit before | of the draw, owed by later production | $5,000.00",
          "Recovered | from the period's production | -$5,000.00",
          "Deficit after | of the draw, owed by later production | $0.00",
        ].suffix(6))
    #expect(periods[1].earned == PayFixture.money(25_000))
  }

  @Test func `work that falls off is no part larger than the whole`() throws {
    let member = Self.member(Self.fromBase(.quarter), [("2026-02-02", 2_000), ("2026-04-20", 1_000)])
    let statement = try #require(PlanArithmetic.statements(of: member, through: PayFixture.day("2026-06-30")).first)
    let text = try #require(ProductionAnswer(of: statement)?.text)
    #expect(
      text.contains(
        "; the periods before the last were paid $26,027.40, $24,794.52 more than that, which is not taken back"))
    #expect(!text.contains("of it in"))
  }

  @Test func `at the cap more work pays nothing more, and what is cut stands beside production`() throws {
    var terms = Self.fromBase(.quarter)
    terms.limits.totalCap = PayFixture.money(310_000)
    func answer(_ whole: Int64) throws -> (next: [String], production: String) {
      let member = Self.member(terms, [("2026-03-02", whole)])
      let through = PayFixture.day("2026-09-30")
      let statement = try #require(PlanArithmetic.statements(of: member, through: through).first)
      let context = StatementContext(of: statement, member, through: through, credit: "")
      let caps = PeriodNotes.caps(of: statement, context)
      return (PeriodNotes.next(in: statement, context), try #require(ProductionAnswer(of: statement, caps: caps)).text)
    }
    let reached = try answer(7_000)
    #expect(reached.next.count == 1)
    #expect(
      reached.next[0].hasPrefix(
        "The cap of $310,000.00 on everything together for January 1 to December 31, 2026 is reached, and $"))
    #expect(reached.next[0].hasSuffix("more work pays nothing more in the 92 days that are left."))
    #expect(reached.production.contains("above the cap of $310,000.00 on everything together = $"))
    let below = try answer(1_400)
    #expect(below.next.last?.contains("is left below the cap of $310,000.00 on everything together") == true)
    #expect(!below.production.contains("above the cap"))
  }

  @Test func `what no file says of a withhold is told without a double no`() throws {
    var terms = Self.fromBase()
    terms.withhold = WithholdTerms(shareMillionths: 100_000, release: nil)
    let period = try #require(Self.derivations(of: Self.member(terms, [("2026-03-02", 7_250)])).first)
    #expect(
      period.notes == [
        "Not settled: no file says which share of what was held back for 2026 is earned back, so nothing of it is in the pay."
      ])
  }

  @Test func `distance and pace to the threshold`() throws {
    let member = Self.member(Self.fromBase(), [("2026-03-02", 3_000)])
    let statement = try #require(PlanArithmetic.statements(of: member, through: PayFixture.day("2026-07-19")).first)
    let period = try #require(statement.periods.last)
    #expect(
      PeriodNotes.next(after: period, in: statement)
        == "3,000 wRVUs more reach the threshold of 6,000 wRVUs for January 1 to December 31, 2026, from where each wRVU pays $50.00. At the pace so far, 15.00 wRVUs a day over 200 days, that is not reached in the 165 days that are left."
    )
  }

  @Test func `what no file says is told as not settled`() throws {
    var terms = PlanTerms()
    terms.panel = PanelTerms(perMemberPerMonth: PayFixture.rate(350), source: "panel.csv")
    var quantities = PlanQuantities()
    quantities.panel[YearMonth(containing: Self.year.first)] = 1_000_000_000
    let periods = Self.derivations(
      of: Self.member(terms, [], quantities: quantities), through: "2026-02-28")
    #expect(Self.lines(periods[0]).last == "Panel | 1,000 member months x $3.50, as panel.csv counts them | $3,500.00")
    #expect(
      periods[1].notes == [
        "Not settled: panel.csv has no members for Feb 2026, so the panel of that month is not in the pay."
      ])
  }
}

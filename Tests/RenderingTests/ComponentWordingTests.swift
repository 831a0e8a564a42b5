import ProductivityModel
import Testing

@testable import Compensation
@testable import Reporting

/// Every kind of component has its words, and its words have its numbers.
struct ComponentWordingTests {
  private static func terms(_ change: (inout PlanTerms) -> Void) -> PlanTerms {
    var terms = PlanTerms()
    terms.every = .quarter
    terms.base = BaseTerms(annual: PayFixture.money(200_000))
    terms.production = PayFixture.tiers((0, 5_000))
    change(&terms)
    return terms
  }

  private struct Case: CustomTestStringConvertible {
    var kind: StatementComponent.Kind
    var terms: PlanTerms
    /// What the words of the last component of the kind say.
    var words: String
    var testDescription: String { kind.code }
  }

  private static let cases: [Case] = [
    Case(kind: .base, terms: terms { _ in }, words: "$200,000.00 a year at 1.0 total FTE"),
    Case(kind: .production, terms: terms { _ in }, words: "as worked out above"),
    Case(
      kind: .productionCap, terms: terms { $0.limits.productionCap = PayFixture.money(100_000) },
      words:
        "production is at most $100,000.00 a year at 1.0 total FTE, here $100,000.00, and comes to $400,000.00 to date; what is above is not paid"
    ),
    Case(
      kind: .withhold, terms: terms { $0.withhold = WithholdTerms(shareMillionths: 125_000) },
      words: "12.5% of production, held back until the quality of the year is known"),
    Case(
      kind: .release, terms: terms { $0.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv") },
      words: "80% of the $40,000.00 held back for 2026, as quality.csv says"),
    Case(
      kind: .lessDraw,
      terms: terms {
        $0.production?.against = .draw
        $0.draw = DrawTerms()
      }, words: "production of the period that the draw has paid in advance"),
    Case(
      kind: .drawRecovery,
      terms: terms {
        $0.base = BaseTerms(annual: PayFixture.money(420_000))
        $0.production?.against = .draw
        $0.draw = DrawTerms()
      }, words: "from the deficit of $"),
    Case(
      kind: .drawRepayment,
      terms: terms {
        $0.base = BaseTerms(annual: PayFixture.money(800_000))
        $0.production?.against = .draw
        $0.draw = DrawTerms(yearEnd: .repay)
      }, words: "is left at the end of the year"),
    Case(
      kind: .guarantee, terms: terms { $0.guarantee = GuaranteeTerms(annual: PayFixture.money(900_000)) },
      words:
        "base and production are at least $900,000.00 a year at 1.0 total FTE, here $900,000.00, and come to $600,000.00 to date"
    ),
    Case(
      kind: .guaranteeMadeGood,
      terms: terms {
        $0.guarantee = GuaranteeTerms(annual: PayFixture.money(900_000))
        $0.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv")
      }, words: "in the place of what was held back"),
    Case(
      kind: .stipend,
      terms: terms {
        $0.stipends = [
          Stipend(
            name: "call", measure: .perUnit("shift", PayFixture.money(1_000), source: "shifts.csv"),
            position: PayFixture.place)
        ]
      }, words: "2.5 x $1,000.00 a shift, as shifts.csv counts them"),
    Case(
      kind: .panel,
      terms: terms { $0.panel = PanelTerms(perMemberPerMonth: PayFixture.rate(350), source: "panel.csv") },
      words: "300 member months x $3.50, as panel.csv counts them"),
    Case(
      kind: .pool,
      terms: terms { $0.pool = PoolTerms(name: "quality", annual: PayFixture.money(12_000), split: .workRVU) },
      words: "a share for Nov 2026 of $12,000.00 a year among those with the plan, split month by month by work RVUs"),
    Case(
      kind: .totalCap, terms: terms { $0.limits.totalCap = PayFixture.money(320_000) },
      words:
        "everything together is at most $320,000.00 a year at 1.0 total FTE, here $320,000.00, and comes to $600,000.00 to date; what is above is not paid"
    ),
    Case(
      kind: .totalFloor, terms: terms { $0.limits.totalFloor = PayFixture.money(900_000) },
      words:
        "everything together is at least $900,000.00 a year at 1.0 total FTE, here $900,000.00, and comes to $600,000.00 to date"
    ),
  ]

  private static func member(_ terms: PlanTerms) -> PlanMember {
    var quantities = PlanQuantities()
    quantities.quality[2026] = 800_000
    for (month, _) in DayRange(year: 2026).months { quantities.panel[month] = 100_000_000 }
    quantities.duties = [
      PlanQuantities.Duty(stipend: "call", date: PayFixture.day("2026-10-04"), unitsMillionths: 2_500_000)
    ]
    let member = StatementWordingTests.member(
      terms, [("2026-02-02", 1_000), ("2026-05-04", 3_000), ("2026-08-03", 2_000), ("2026-11-02", 2_000)],
      quantities: quantities)
    var members = [member]
    _ = PoolSplit.split(
      among: &members, plans: member.assignments.map(\.plan), counted: DayRange(year: 2026))
    return members[0]
  }

  @Test(arguments: cases)
  private func `a component says where it comes from`(_ item: Case) throws {
    let member = Self.member(item.terms)
    let statement = try #require(PlanArithmetic.statements(of: member, through: PayFixture.day("2026-12-31")).first)
    let derivations = StatementWordingTests.derivations(of: member)
    let own = zip(statement.periods, derivations).flatMap { period, derivation in
      zip(period.components, derivation.components.steps).filter { $0.0.kind == item.kind }.map(\.1)
    }
    let last = try #require(own.last, "no component of the kind")
    #expect(last.words.contains(item.words), "\(last.words)")
    #expect(!last.label.isEmpty)
  }

  @Test func `every kind is among the cases, and no two have one code`() {
    let kinds: [StatementComponent.Kind] = [
      .base, .production, .productionCap, .withhold, .lessDraw, .drawRecovery, .drawRepayment, .guarantee, .stipend,
      .panel, .pool, .release, .guaranteeMadeGood, .totalCap, .totalFloor,
    ]
    #expect(Set(Self.cases.map(\.kind)) == Set(kinds))
    #expect(Set(kinds.map(\.code)).count == kinds.count)
  }

  @Test(arguments: cases)
  private func `the lines under Pay add up to what the period earns`(_ item: Case) {
    for derivation in StatementWordingTests.derivations(of: Self.member(item.terms)) {
      let sum = derivation.components.steps.reduce(into: Money.zero) { sum, step in
        if case .money(let money) = step.figure { sum += money }
      }
      #expect(sum == derivation.earned)
      #expect(derivation.components.steps.allSatisfy { !$0.words.isEmpty })
    }
  }
}

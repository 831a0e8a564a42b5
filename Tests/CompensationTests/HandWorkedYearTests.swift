import ProductivityModel
import Testing

@testable import Compensation

/// The year of docs/work-out-a-year.md, worked there by hand: the same numbers from the engine alone.
struct HandWorkedYearTests {
  private typealias Fixture = PlanFixture

  /// Work by quarter: 44140 at 22.03, 47562 at 10.21, 49505 at 7.76 and 99213 at 1.30 by their numbers of lines.
  private static let quarters: [(day: String, millionths: Int64)] = [
    ("2026-01-15", 1_585_900_000), ("2026-04-15", 1_960_100_000), ("2026-07-15", 1_218_200_000),
    ("2026-10-15", 1_747_100_000),
  ]

  private var statements: [PlanStatement] {
    var fixture = Fixture()
    fixture.terms.every = .quarter
    fixture.terms.base = BaseTerms(annual: Fixture.money(300_000))
    fixture.terms.production = Fixture.tiers((0, 50), (7_000, 55))
    fixture.terms.production?.threshold = .fromBase
    fixture.terms.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv")
    fixture.quantities.quality = [2026: 800_000]
    fixture.work = Self.quarters.map { (Fixture.day($0.day), $0.millionths) }
    var member = fixture.member()
    // Clinical FTE 0.8 from 1 July, the 182nd day; total FTE stays 1.0.
    for index in 181..<365 { member.time.clinical[index] = 800_000 }
    return PlanArithmetic.statements(of: member, through: Fixture.day("2026-12-31"))
  }

  @Test func `the quarters of the hand-worked year come to the cents of the page`() {
    #expect(statements.cents(.base) == [73_972_60, 74_794_52, 75_616_44, 75_616_44])
    #expect(statements.cents(.production) == [5_322_40, 23_584_31, 43_02, 27_947_11])
    #expect(statements.cents(.withhold) == [-532_24, -2_358_43, -4_30, -2_794_71])
    #expect(statements.cents(.release) == [0, 0, 0, 4_551_74])
  }

  @Test func `its thresholds and tiers are those of the page`() {
    let steps = statements.flatMap(\.periods).compactMap(\.production)
    #expect(steps.map(\.threshold.millionths) == [1_479_452_055, 2_975_342_466, 4_185_205_479, 5_395_068_493])
    #expect(steps.map { $0.tiers[1].from.millionths } == [1_726_027_397, 3_471_232_877, 4_882_739_726, 6_294_246_575])
    #expect(steps.map(\.earned.cents) == [5_322_40, 28_906_71, 28_949_73, 56_896_84])
  }
}

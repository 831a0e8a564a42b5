import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@testable import Compensation

struct AlignmentTests {
  typealias Position = Placement.Position

  static func row(
    _ metric: SurveyMetric, n: Int? = 100, at points: KeyValuePairs<Int, Int64>
  ) -> SurveyRow {
    SurveyRow(
      survey: "Invented", year: 2026, dataYear: 2025, specialty: "Urology", metric: metric, respondents: n,
      points: points.map { SurveyPoint(percent: $0, millionths: $1 * 1_000_000) },
      position: SourcePosition(file: "s.csv", line: 2))
  }

  private let payRow = row(.totalCompensation, at: [10: 200_000, 25: 300_000, 50: 400_000, 75: 500_000, 90: 600_000])
  private let rateRow = row(.compensationPerWorkRVU, at: [10: 40, 25: 45, 50: 50, 75: 60, 90: 80])
  private let workRow = row(.workRVU, at: [10: 4_000, 25: 5_000, 50: 6_000, 75: 8_000, 90: 10_000])

  private func alignment(
    pay dollars: Int64, fte: Int64 = 1_000_000, days: Int = 365, work: Int64,
    offer: SurveyOffer? = nil, rate: SurveyOffer? = nil, rules: AlignmentRules = AlignmentRules()
  ) -> ClinicianAlignment {
    ClinicianAlignment(
      clinicianID: "C-1",
      pay: PayRate(
        total: Money(cents: dollars * 100), work: WorkRVU(millionths: work * 1_000_000), days: days,
        fteDays: Int64(days) * fte, yearDays: 365),
      work: SurveyStanding(ofMillionths: fte > 0 ? work * 1_000_000 * 1_000_000 / fte : 0, in: workRow),
      payRow: offer ?? .row(payRow, notes: []), rateRow: rate ?? .row(rateRow, notes: []), rules: rules)
  }

  @Test(arguments: [
    (Position.at(80), Position.at(60), AlignmentGap.exactly(20)), (.at(40), .at(60), .exactly(-20)),
    (.above(90), .at(75), .atLeast(15)), (.at(40), .below(10), .atLeast(30)), (.above(90), .below(10), .atLeast(80)),
    (.below(10), .at(30), .atMost(-20)), (.at(75), .above(90), .atMost(-15)), (.below(25), .above(75), .atMost(-50)),
    (.above(90), .above(90), .unknown), (.below(10), .below(10), .unknown), (.ratioOnly, .at(50), .unknown),
    (.at(50), .ratioOnly, .unknown), (.above(75), .above(90), .unknown),
  ])
  func `a gap is a difference, a bound outside the published points, or unknown on the same side`(
    pay: Position, work: Position, gap: AlignmentGap
  ) {
    #expect(AlignmentGap(pay: pay, work: work) == gap)
  }

  @Test(arguments: [
    (Position.at(50), Position.at(50), AlignmentQuadrant?.some(.highPayHighWork)),
    (.at(49.9), .at(50), .lowPayHighWork), (.at(50), .at(49.9), .highPayLowWork), (.at(10), .at(10), .lowPayLowWork),
    (.above(90), .below(10), .highPayLowWork), (.below(25), .above(75), .lowPayHighWork),
    (.above(50), .below(50), .highPayLowWork), (.above(25), .at(60), nil), (.at(60), .below(75), nil),
    (.ratioOnly, .at(60), nil),
  ])
  func `a quadrant is by both medians, and none where a bound lies across one`(
    pay: Position, work: Position, quadrant: AlignmentQuadrant?
  ) {
    #expect(AlignmentQuadrant(pay: pay, work: work) == quadrant)
  }

  @Test func `pay is brought to 1.0 and a year, and pay per work RVU is placed in its own table`() throws {
    // 273 days at 0.5: 150,000 x 365 / 136.5 = 401,098.90.
    let alignment = alignment(pay: 150_000, fte: 500_000, days: 273, work: 3_000)
    let pay = try #require(alignment.pay)
    #expect(pay.annualPerFTE == Money(cents: 401_098_90))
    #expect(pay.perWorkRVU == ConversionRate(millionths: 50_000_000))
    #expect(alignment.rateStanding?.placement.position == .at(50))
    #expect(alignment.rateStanding?.row.metric == .compensationPerWorkRVU)
    let percentile = 50 + (401_098.90 - 400_000) / 100_000 * 25
    guard case .at(let value)? = alignment.payStanding?.placement.position else {
      Issue.record("not placed")
      return
    }
    #expect(abs(value - percentile) < 1e-9)
  }

  @Test func `pay and work that agree raise no flag`() {
    let alignment = alignment(pay: 400_000, work: 6_000)
    #expect(alignment.gap == .exactly(0))
    #expect(alignment.quadrant == .highPayHighWork)
    #expect(alignment.flags == [])
    #expect(alignment.missing == [])
  }

  @Test func `flags say why, and whether they are certain`() {
    // Pay above the 90th and work at the 25th; 126 dollars a work RVU is above the 90th.
    let high = alignment(pay: 630_000, fte: 1_000_000, work: 5_000)
    #expect(high.gap == .atLeast(65))
    #expect(
      high.flags.map(\.reason) == [
        .payAboveWork(points: 15), .highPay(percent: 75), .highPay(percent: 90),
        .highRateLowWork(ratePercent: 75, workPercent: 50),
      ])
    #expect(high.flags.filter { !$0.isCertain } == [])
    #expect(
      high.flags.map(\.code) == ["pay-above-work", "pay-above-75", "pay-above-90", "high-rate-low-work"])
    // Work at the 75th of a survey that ends there: the gap is open.
    let low = alignment(pay: 300_000, work: 8_001)
    #expect(low.flags == [ReviewFlag(.workAbovePay(points: 15))])
    let part = alignment(pay: 240_000, fte: 600_000, work: 3_600)
    #expect(part.flags == [ReviewFlag(.lowFTE(millionths: 600_000, leastMillionths: 700_000))])
  }

  @Test func `where a bound leaves it open, a flag says that it may be`() {
    let narrow = Self.row(.totalCompensation, at: [25: 300_000, 50: 400_000, 75: 500_000])
    let open = alignment(pay: 550_000, work: 9_999, offer: .row(narrow, notes: []))
    #expect(open.flags == [ReviewFlag(.highPay(percent: 75)), ReviewFlag(.highPay(percent: 90), isCertain: false)])
    // Above the 75th and at the 70th: between 5 and 30 points.
    let gap = alignment(pay: 550_000, work: 7_600, offer: .row(narrow, notes: []))
    #expect(gap.gap == .atLeast(5))
    #expect(gap.flags.first == ReviewFlag(.payAboveWork(points: 15), isCertain: false))
  }

  @Test func `few respondents place nobody, and are told`() {
    var small = payRow
    small.respondents = 9
    let alignment = alignment(pay: 400_000, work: 6_000, offer: .row(small, notes: []))
    #expect(alignment.payStanding == nil)
    #expect(alignment.gap == nil)
    #expect(alignment.flags == [ReviewFlag(.fewRespondents(.totalCompensation, respondents: 9, least: 10))])
    #expect(alignment.missing == [.noSurveyRow(.totalCompensation)])
  }

  @Test func `what is not there is not defined, and says why`() {
    let short = alignment(pay: 100_000, days: 89, work: 6_000)
    #expect(short.payStanding == nil)
    #expect(short.missing == [.shortPeriod(days: 89)])
    let idle = alignment(pay: 100_000, fte: 0, work: 0)
    #expect(idle.missing == [.noFTE, .noWork])
    #expect(idle.rateStanding == nil)
    let none = alignment(pay: 100_000, work: 6_000, offer: SurveyOffer.none, rate: .notAged(.noDataYear))
    #expect(none.missing == [.noSurveyRow(.totalCompensation), .notAged(.compensationPerWorkRVU, .noDataYear)])
    // A table of another metric is never used.
    let wrong = alignment(pay: 400_000, work: 6_000, offer: .row(workRow, notes: []))
    #expect(wrong.missing == [.noSurveyRow(.totalCompensation)])
    let unpaid = ClinicianAlignment(clinicianID: "C", pay: nil, work: nil, payRow: .none, rateRow: .none)
    #expect(unpaid.missing == [.noWorkPlacement, .noStatement])
    #expect(unpaid.gap == nil && unpaid.quadrant == nil && unpaid.flags == [])
  }

  @Test(arguments: [UInt64](1...50))
  func `a gap's bound, its flags and its quadrant hold for any percentiles that the bounds allow`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func position() -> (Position, Double) {
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        let percentile = Double.random(in: 10...90, using: &random)
        return (.at(percentile), percentile)
      case 1: return (.above(75), Double.random(in: 75.001...99.9, using: &random))
      default: return (.below(25), Double.random(in: 0.1...24.999, using: &random))
      }
    }
    for _ in 0..<40 {
      let (pay, truePay) = position()
      let (work, trueWork) = position()
      switch AlignmentGap(pay: pay, work: work) {
      case .exactly(let gap): #expect(gap == truePay - trueWork, "seed \(seed)")
      case .atLeast(let gap): #expect(truePay - trueWork >= gap, "seed \(seed)")
      case .atMost(let gap): #expect(truePay - trueWork <= gap, "seed \(seed)")
      case .unknown: break
      }
      let payRange = try #require(PercentileRange(pay))
      let workRange = try #require(PercentileRange(work))
      let range = payRange - workRange
      switch range.isAbove(15) {
      case .certain: #expect(truePay - trueWork > 15, "seed \(seed)")
      case .excluded: #expect(truePay - trueWork <= 15, "seed \(seed)")
      case .possible: break
      }
      if let quadrant = AlignmentQuadrant(pay: pay, work: work) {
        #expect(quadrant == AlignmentQuadrant(pay: .at(truePay), work: .at(trueWork)), "seed \(seed)")
      }
    }
  }

  @Test func `pay over statements counts each day with a plan once, with its total FTE at most 1.0`() throws {
    var fixture = PlanFixture()
    fixture.fte = 1_200_000
    fixture.terms.base = BaseTerms(annual: PlanFixture.money(365_000), per: .person)
    fixture.terms.production = PlanFixture.tiers((0, 50))
    fixture.add("2026-02-01", 100)
    fixture.payments = [Payment(date: PlanFixture.day("2026-01-31"), component: "base", amount: PlanFixture.money(7))]
    let member = fixture.member()
    let statements = fixture.statements(through: "2026-06-30")
    let rate = try #require(PayRate(statements, of: member))
    #expect(rate.days == 181)
    #expect(rate.fteDays == 181_000_000)
    #expect(rate.yearDays == 365)
    #expect(rate.work == WorkRVU(millionths: 100_000_000))
    #expect(rate.total == PlanFixture.money(181_000 + 5_000))
    let uncut: Int64 = 181 * 1_200_000
    #expect(PayRate(statements, of: member, capsAtFull: false)?.fteDays == uncut)
    #expect(PayRate(statements, of: member, basis: .paid)?.total == PlanFixture.money(7))
    #expect(PayRate([], of: member) == nil)
  }
}

import Compensation
import ProductivityModel
import Reporting
import Testing

/// What a plan says, in sentences.
@Suite struct PlanTermsWordingTests {
  private static func plan(_ change: (inout PlanTerms) -> Void) -> CompensationPlan {
    var terms = PlanTerms()
    terms.base = BaseTerms(annual: Money(cents: 30_000_000))
    change(&terms)
    return CompensationPlan(
      id: "a", effective: DayRange(year: 2026), terms: terms, position: SourcePosition(file: "plans.yaml", line: 2))
  }

  private static func production(_ threshold: ProductionTerms.Threshold, _ rates: Int64...) -> ProductionTerms {
    var terms = ProductionTerms(
      tiers: rates.enumerated().map { index, rate in
        .init(
          from: WorkRVU(millionths: Int64(index) * 8_000_000_000), rate: ConversionRate(millionths: rate * 1_000_000))
      })
    terms.threshold = threshold
    return terms
  }

  private func text(_ change: (inout PlanTerms) -> Void) -> String {
    PlanTermsWording(Self.plan(change)).sentences.map(\.text).joined(separator: "\n")
  }

  @Test func `a threshold from the base is worked out`() {
    // COMPENSATION's worked example: 300,000 / 50 = 6,000.
    #expect(
      text { $0.production = Self.production(.fromBase, 50) }
        .contains("above a threshold of base / first rate: $300,000.00 / $50.00 = 6,000 a year."))
    #expect(
      text { $0.production = Self.production(.fromBase, 55) }.contains("$300,000.00 / $55.00 = 5,454.545455 a year."))
  }

  @Test func `a threshold from a base that is scaled by another FTE is told in numbers`() {
    func scaled(_ base: FTEBasis, _ production: FTEBasis) -> String {
      text {
        $0.base?.per = base
        $0.production = Self.production(.fromBase, 50)
        $0.production?.per = production
      }
    }
    // 0.9 x 6,000 = 5,400, and 5,400 x 50 = 270,000.
    #expect(
      scaled(.total, .clinical).contains(
        "at 0.9 clinical and 1.0 total FTE the base is $300,000.00 and the threshold 5,400.00 work RVUs, 0.9 of those at 1.0, worth $270,000.00 at $50.00; per: total-fte in production scales both alike."
      ))
    #expect(scaled(.clinical, .total).contains("the base is $270,000.00 and the threshold 6,000.00 work RVUs, worth"))
    #expect(scaled(.person, .total).contains("at 0.9 total FTE the base is $300,000.00 and the threshold 5,400.00"))
    for basis in FTEBasis.allCases { #expect(!scaled(basis, basis).contains("scales both alike")) }
    #expect(!text { $0.production = Self.production(.fixed(.zero), 50) }.contains("scales both alike"))
  }

  @Test func `tiers are told with where they start and what they pay`() {
    let marginal = text { $0.production = Self.production(.none, 50, 55, 60) }
    #expect(marginal.contains("from 0 to 8,000 $50.00, from 8,000 to 16,000 $55.00 and from 16,000 on $60.00."))
    #expect(marginal.contains("Tiers are marginal") && marginal.contains("paid from the first."))
    let retroactive = text {
      $0.production = Self.production(.none, 50, 55)
      $0.production?.method = .retroactive
    }
    #expect(retroactive.contains("Tiers are retroactive: all work RVUs"))
  }

  /// A change of a plan that pays differently.
  static let changes: [(name: String, change: @Sendable (inout PlanTerms) -> Void)] = [
    ("yearStart", { $0.yearStart = 10 }), ("every", { $0.every = .quarter }), ("how", { $0.how = .standAlone }),
    ("proration", { $0.proration = .months }), ("leave", { $0.leave.base = .exclude }),
    ("leave of thresholds", { $0.leave.thresholds = .exclude }), ("base", { $0.base?.annual.cents += 1 }),
    ("base per", { $0.base?.per = .person }), ("base proration", { $0.base?.proration = .months }),
    ("rate", { $0.production?.tiers[1].rate.millionths += 10_000 }),
    ("from", { $0.production?.tiers[1].from.millionths += 1 }), ("method", { $0.production?.method = .retroactive }),
    ("threshold", { $0.production?.threshold = .fixed(WorkRVU(millionths: 1)) }),
    ("per", { $0.production?.per = .total }), ("against", { $0.production?.against = .draw }),
    ("clawback", { $0.production?.clawback = true }), ("production proration", { $0.production?.proration = .months }),
    ("guarantee", { $0.guarantee?.annual.cents += 1 }), ("guarantee per", { $0.guarantee?.per = .clinical }),
    ("until", { $0.guarantee?.until = nil }), ("guarantee proration", { $0.guarantee?.proration = .months }),
    ("ramp", { $0.ramp[0].thresholdMillionths += 1 }),
    ("ramp day", { $0.ramp[0].through = $0.ramp[0].through.advanced(by: 1) }),
    ("cap", { $0.limits.totalCap?.cents += 1 }), ("production cap", { $0.limits.productionCap?.cents += 1 }),
    ("floor", { $0.limits.totalFloor?.cents += 1 }), ("limits per", { $0.limits.per = .clinical }),
    ("withhold", { $0.withhold?.shareMillionths += 1 }), ("withhold of", { $0.withhold?.of = .baseAndProduction }),
    ("release", { $0.withhold?.release = nil }), ("stipend", { $0.stipends[0].name = "lead" }),
    ("stipend's clinicians", { $0.stipends[0].clinicians = ["X"] }),
    ("stipend's unit", { $0.stipends[1].measure = .perUnit("night", Money(cents: 5), source: "s.csv") }),
    ("panel", { $0.panel?.perMemberPerMonth.millionths += 10_000 }), ("panel source", { $0.panel?.source = "x.csv" }),
    ("pool", { $0.pool?.annual.cents += 1 }), ("split", { $0.pool?.split = .equal }),
    ("pool name", { $0.pool?.name = "other" }),
  ]

  private static func everything(_ terms: inout PlanTerms) {
    terms.production = production(.fixed(WorkRVU(millionths: 4_000_000_000)), 50, 55)
    terms.guarantee = GuaranteeTerms(annual: Money(cents: 28_000_000), until: CalendarDate(iso: "2026-06-30"))
    terms.ramp = CalendarDate(iso: "2026-03-31").map { [RampStep(through: $0, thresholdMillionths: 500_000)] } ?? []
    terms.limits.totalCap = Money(cents: 75_000_000)
    terms.limits.productionCap = Money(cents: 45_000_000)
    terms.limits.totalFloor = Money(cents: 25_000_000)
    terms.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv")
    let position = SourcePosition(file: "plans.yaml")
    terms.stipends = [
      Stipend(name: "director", measure: .annual(Money(cents: 2_400_000)), position: position),
      Stipend(name: "call", measure: .perUnit("shift", Money(cents: 5), source: "s.csv"), position: position),
    ]
    terms.panel = PanelTerms(perMemberPerMonth: ConversionRate(millionths: 3_500_000), source: "panel.csv")
    terms.pool = PoolTerms(name: "quality-pool", annual: Money(cents: 12_000_000), split: .clinicalFTE)
  }

  @Test(arguments: changes.indices)
  func `whatever changes what is paid changes the words`(index: Int) {
    let (name, change) = Self.changes[index]
    let before = text(Self.everything)
    let after = text {
      Self.everything(&$0)
      change(&$0)
    }
    #expect(before != after, "\(name)")
  }

  @Test(arguments: DrawTerms.YearEnd.allCases)
  func `a draw says how its deficit is recovered and what becomes of it`(end: DrawTerms.YearEnd) {
    func draw(_ draw: DrawTerms) -> String {
      text {
        $0.production = Self.production(.none, 50)
        $0.production?.against = .draw
        $0.draw = draw
      }
    }
    let words = draw(DrawTerms(months: 12, yearEnd: end))
    #expect(words.contains("A draw of $300,000.00 a year is advanced on production."))
    #expect(words.contains("A deficit lapses after 12 months."))
    let others = DrawTerms.YearEnd.allCases.filter { $0 != end }.map { draw(DrawTerms(months: 12, yearEnd: $0)) }
    #expect(!others.contains(words) && draw(DrawTerms(recovery: .none)).contains("is not recovered"))
  }

  @Test func `every sentence names its keys and ends with a full stop, and parts stand in order`() {
    let sentences = PlanTermsWording(Self.plan(Self.everything)).sentences
    #expect(sentences.allSatisfy { !$0.keys.isEmpty && $0.text.hasSuffix(".") && !$0.text.contains("  ") })
    let order = sentences.map { PlanSentence.Part.allCases.firstIndex(of: $0.part) ?? -1 }
    #expect(order == order.sorted() && Set(order).count == PlanSentence.Part.allCases.count)
    let paragraphs = PlanTermsWording(Self.plan(Self.everything)).paragraphs
    #expect(paragraphs.map(\.heading) == PlanSentence.Part.allCases.map(\.rawValue))
  }
}

import Benchmarking
import ProductivityModel
import Reporting

@testable import Compensation

/// The invented practice with plans of every kind: its statements are made by the plan arithmetic itself.
enum PayFixture {
  static func money(_ dollars: Int64) -> Money { Money(cents: dollars * 100) }
  static func work(_ whole: Int64) -> WorkRVU { WorkRVU(millionths: whole * 1_000_000) }
  static func rate(_ cents: Int64) -> ConversionRate { ConversionRate(millionths: cents * 10_000) }
  static let place = SourcePosition(file: "plans.yaml", line: 2)

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(daysSinceEpoch: 0)
  }

  static func tiers(_ tiers: (from: Int64, cents: Int64)...) -> ProductionTerms {
    ProductionTerms(tiers: tiers.map { ProductionTerms.Tier(from: work($0.from), rate: rate($0.cents)) })
  }

  /// Base, threshold from it, two tiers, withhold, guarantee, cap, two stipends; quarters, cumulative.
  static var surgery: PlanTerms {
    var terms = PlanTerms()
    terms.every = .quarter
    terms.base = BaseTerms(annual: money(300_000))
    var production = tiers((0, 5_000), (8_000, 5_500))
    production.threshold = .fromBase
    terms.production = production
    terms.guarantee = GuaranteeTerms(annual: money(330_000), until: day("2026-06-30"))
    terms.limits.totalCap = money(420_000)
    terms.withhold = WithholdTerms(shareMillionths: 100_000, release: "quality.csv")
    terms.stipends = [
      Stipend(name: "call", measure: .perUnit("shift", money(1_000), source: "shifts.csv"), position: place),
      Stipend(name: "director", measure: .annual(money(24_000)), position: place),
    ]
    return terms
  }

  /// A draw against production, month by month, with a ramp.
  static var draw: PlanTerms {
    var terms = PlanTerms()
    terms.base = BaseTerms(annual: money(400_000))
    var production = tiers((0, 4_800))
    production.against = .draw
    terms.production = production
    terms.draw = DrawTerms(recovery: .carryForward, months: 12, yearEnd: .forgive)
    return terms
  }

  /// A ramp on a fixed threshold, a panel, a pool and a floor; quarters that stand alone.
  static var clinic: PlanTerms {
    var terms = PlanTerms()
    terms.every = .quarter
    terms.how = .standAlone
    terms.base = BaseTerms(annual: money(180_000))
    var production = tiers((0, 4_000))
    production.threshold = .fixed(work(4_000))
    terms.production = production
    terms.ramp = [RampStep(through: day("2026-03-31"), thresholdMillionths: 500_000)]
    terms.panel = PanelTerms(perMemberPerMonth: rate(350), source: "panel.csv")
    terms.pool = PoolTerms(name: "group-quality", annual: money(120_000), split: .clinicalFTE)
    terms.limits.totalFloor = money(220_000)
    return terms
  }

  /// No base: the whole volume at the rate of the tier reached, with a cap on production.
  static var retroactive: PlanTerms {
    var terms = PlanTerms()
    terms.every = .quarter
    var production = tiers((0, 5_000), (5_000, 5_500), (8_000, 6_000))
    production.method = .retroactive
    terms.production = production
    terms.limits.productionCap = money(500_000)
    return terms
  }

  static func plan(_ id: String, _ terms: PlanTerms) -> CompensationPlan {
    CompensationPlan(id: id, title: "Plan \(id)", effective: DayRange(year: 2026), terms: terms, position: place)
  }

  /// A clinician with work on each day of the period, by the months of the practice's results.
  static func member(
    _ clinician: ClinicianResult, _ plan: CompensationPlan, in results: RunResults
  ) -> PlanMember {
    var time = DailyTime(DayRange(year: 2026))
    var daily = DailyWork(results.period)
    let fte = Int32(clinician.clinicalFTEMillionths ?? 1_000_000)
    for index in time.clinical.indices {
      time.clinical[index] = fte
      time.total[index] = min(fte + 100_000, 1_000_000)
    }
    for (month, totals) in zip(results.months, clinician.monthly) {
      let start = Int(month.days.first.daysSinceEpoch - results.period.first.daysSinceEpoch)
      let days = Int64(month.days.count)
      let each = totals.pay.millionths / 10_000 / days * 10_000
      for index in 0..<month.days.count {
        daily.millionths[start + index] =
          index == 0 ? totals.pay.millionths / 10_000 * 10_000 - each * (days - 1) : each
        daily.lines[start + index] = Int32(totals.lines / month.days.count)
      }
    }
    var quantities = PlanQuantities()
    for month in results.months where month.month != 9 { quantities.panel[month] = 1_200_000_000 }
    for month in results.months {
      quantities.duties.append(
        PlanQuantities.Duty(stipend: "call", date: month.days.first, unitsMillionths: 3_500_000))
    }
    let payments = results.months.map { month in
      Payment(date: month.days.last, component: "base", amount: Money(cents: 2_500_000))
    }
    return PlanMember(
      id: clinician.id, assignments: [PlanAssignment(plan, days: plan.effective)], time: time, work: daily,
      quantities: quantities,
      payments: payments + [Payment(date: day("2026-05-15"), component: "call", amount: money(9_000))],
      opening: ["base": Money(cents: 123_456)])
  }

  /// The plans by clinician's id.
  static func plan(for id: String) -> CompensationPlan {
    switch id {
    case "C008", "C009", "C010": plan("surgery-2026", surgery)
    case "C001", "C002", "C004", "C005": plan("gi-draw", draw)
    case "C011", "C012": plan("clinic", clinic)
    default: plan("gi-volume", retroactive)
    }
  }

  /// The practice's results with compensation through a day.
  static func results(through: String = "2026-09-30", people: [PracticeFixture.Person] = PracticeFixture.people)
    -> RunResults
  {
    var results = PracticeFixture.results(people: people)
    var seen: Set<String> = []
    let own = results.clinicians.filter { seen.insert($0.id).inserted }
    var members = own.map { member($0, plan(for: $0.id), in: results) }
    let plans = ["surgery-2026", "gi-draw", "clinic", "gi-volume"].map { id in
      members.lazy.flatMap(\.assignments).map(\.plan).first { $0.id == id } ?? plan(id, PlanTerms())
    }
    let counted = DayRange(results.period.first, through: day(through)) ?? results.period
    _ = PoolSplit.split(among: &members, plans: plans, counted: counted)
    let clinicians = zip(own, members).map { clinician, member in
      var result = CompensationResults.Clinician(
        id: clinician.id, name: clinician.name, specialty: clinician.specialty,
        statements: PlanArithmetic.statements(of: member, through: day(through)), member: member, days: counted.count,
        clinicalFTEMillionths: Int64(member.time.clinical[0]), totalFTEMillionths: Int64(member.time.total[0]),
        basis: ["Work: pay ledger, policy unadjusted, release 2026A, by day of service through \(through)."])
      result.alignment = alignment(of: result, clinician)
      result.projectionRefusals = [CompensationResults.RefusedProjection(.season, .noSeason)]
      return result
    }
    results.compensation = CompensationResults(
      plans: plans, clinicians: clinicians, period: counted,
      findings: [
        Finding(.noSurveyRow, at: place, "there is no row of total compensation for Palliative medicine")
      ],
      basis: ["Plans: plans.yaml.", "Last day counted: \(through)."])
    return results
  }

  /// Invented distributions of dollars by specialty.
  static func payRow(_ specialty: String, _ metric: SurveyMetric) -> SurveyRow? {
    guard var row = PracticeFixture.survey(specialty) else { return nil }
    row.metric = metric
    row.points = row.points.enumerated().map { index, point in
      let pay = metric == .totalCompensation ? point.millionths * 47 : Int64(40 + 6 * index) * 1_000_000
      return SurveyPoint(percent: point.percent, millionths: pay)
    }
    return row
  }

  private static func alignment(
    of clinician: CompensationResults.Clinician, _ result: ClinicianResult
  ) -> ClinicianAlignment {
    var alignment = ClinicianAlignment(clinicianID: clinician.id)
    let pay = PayRate(
      total: clinician.earned, work: clinician.work, days: clinician.days,
      fteDays: (clinician.totalFTEMillionths ?? 0) * Int64(clinician.days), yearDays: 365)
    alignment.pay = pay
    if let annual = pay.annualPerFTE, let row = payRow(result.specialty, .totalCompensation) {
      alignment.payStanding = Compensation.SurveyStanding(ofMillionths: annual.cents * 10_000, in: row)
    } else {
      alignment.missing.append(.noSurveyRow(.totalCompensation))
    }
    if let rate = pay.perWorkRVU, let row = payRow(result.specialty, .compensationPerWorkRVU) {
      alignment.rateStanding = Compensation.SurveyStanding(ofMillionths: rate.millionths, in: row)
    }
    if let annual = result.annualizedPerFTE, let row = result.surveyRow {
      alignment.workStanding = Compensation.SurveyStanding(ofMillionths: annual.millionths, in: row)
    } else {
      alignment.missing.append(.noWorkPlacement)
    }
    if let pay = alignment.payStanding?.placement.position, let work = alignment.workStanding?.placement.position {
      let gap = AlignmentGap(pay: pay, work: work)
      alignment.gap = gap
      alignment.quadrant = AlignmentQuadrant(pay: pay, work: work)
      switch gap {
      case .exactly(let points) where points > 15: alignment.flags = [ReviewFlag(.payAboveWork(points: 15))]
      case .atMost: alignment.flags = [ReviewFlag(.workAbovePay(points: 15), isCertain: false)]
      default: break
      }
    }
    return alignment
  }
}

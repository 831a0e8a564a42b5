import Benchmarking
import Compensation
import Ingest
import ProductivityModel

/// Puts together who has which plan: the roster's days and FTE, the plans, the work by day.
struct PlanMembers {
  /// A clinician with a plan on some day.
  struct Candidate {
    var member: PlanMember
    /// The clinician's rows of the roster.
    var intervals: [RosterInterval]
    /// The days of the period on which the roster has the clinician and no plan pays.
    var daysWithoutPlan: [DayRange]
    /// Whether rows of the roster contradict each other, as a finding says, so that nothing can be told.
    var isFaulty: Bool
    /// Whether the roster gives total FTE in every row.
    var hasTotalFTE: Bool

    /// The place of the roster that names a plan first.
    var position: SourcePosition? { (intervals.first { !$0.plan.isEmpty } ?? intervals.first)?.position }
  }

  /// Everyone with a plan on some day of the period, by id.
  private(set) var candidates: [Candidate] = []
  private let plans: [CompensationPlan]
  private let period: DayRange

  /// The clinicians of a roster who have plans.
  ///
  /// - Parameters:
  ///   - work: a clinician's work in the pay ledger by day; nil where there is none.
  init(
    _ intervals: [RosterInterval], _ plans: [CompensationPlan], period: DayRange,
    work: (String) -> DailyWork?, findings: inout FindingCollector
  ) {
    self.plans = plans
    self.period = period
    for (id, own) in Dictionary(grouping: intervals, by: \.clinicianID).sorted(by: { $0.key < $1.key })
    where own.contains(where: { !$0.plan.isEmpty && $0.days(in: period) != nil }) {
      add(id, own, work(id) ?? DailyWork(period), &findings)
    }
  }

  private mutating func add(
    _ id: String, _ own: [RosterInterval], _ work: DailyWork, _ findings: inout FindingCollector
  ) {
    let planDays = PlanDays(own, plans, period: period)
    tell(planDays, id, &findings)
    var time: RosterTime?
    do {
      time = try RosterTime(own, days: planDays.days)
    } catch {
      findings.add(
        Finding(
          .splitShares, at: error.position, "clinician \(id): \(error.message); there is no statement of pay",
          hint:
            "write in each row the FTE of the whole role and its share of it, the shares of a day adding up to 1; or no share, and the FTE of the part"
        ))
    }
    let isFaulty = time == nil || planDays.conflict != nil
    let assignments = time == nil ? [] : planDays.assignments
    if let time { tellTotal(time, assignments, &findings) }
    let employed = period.everyDay.filter { day in own.contains { $0.contains(day) } }
    candidates.append(
      Candidate(
        member: PlanMember(
          id: id, assignments: assignments, time: time?.time ?? DailyTime(planDays.days), work: work),
        intervals: own,
        daysWithoutPlan: isFaulty ? [] : PlanDays.runs(employed.filter { !planDays.hasPlan(on: $0) }),
        isFaulty: isFaulty,
        hasTotalFTE: time.map { $0.withoutTotal == nil && $0.totalFault == nil } ?? false))
  }

  // MARK: Findings

  private func tell(_ planDays: PlanDays, _ id: String, _ findings: inout FindingCollector) {
    for row in planDays.unknown {
      if let finding = PlanRosterFindings.unknownPlan(row, plans) { findings.add(finding, key: row.plan) }
    }
    for gap in planDays.gaps {
      let entries = plans.filter { $0.id == gap.plan }.map(\.effective.description).joined(separator: ", ")
      findings.add(
        Finding(
          .planGap, at: gap.position,
          "the plan \(gap.plan) of clinician \(id) is not in effect on \(gap.days.map(Self.shown).joined(separator: ", ")); on those days nothing is paid",
          hint: "it is in effect on \(entries): add an entry with terms for the other days, or correct the roster"))
    }
    if let conflict = planDays.conflict {
      findings.add(
        Finding(
          .twoPlans, at: conflict.second.position,
          "clinician \(id) has the plans \(conflict.first.plan) and \(conflict.second.plan) on \(Self.shown(conflict.days)); there is no statement of pay",
          hint:
            "end the row on \(conflict.first.position) before the other starts, or name one plan in both; a plan is of a person, not of a part of the role"
        ))
    }
  }

  /// Tells where total FTE is wanted and not given.
  private func tellTotal(_ time: RosterTime, _ assignments: [PlanAssignment], _ findings: inout FindingCollector) {
    guard let position = time.withoutTotal ?? time.totalFault?.position,
      let plan = assignments.first(where: { $0.plan.terms.usesTotalFTE })?.plan
    else { return }
    let reason = time.withoutTotal == nil ? "the rows' shares of total FTE do not fit together" : "total_fte is blank"
    findings.add(
      Finding(
        .noTotalFTE, at: position,
        "the plan \(plan.id) pays by total FTE and \(reason); clinical FTE is taken in its place",
        hint:
          "fill in total_fte, of each part by itself where a role is split and has no shares, or let the plan pay per clinical-fte"
      ), key: plan.id)
  }

  /// A day, or days.
  static func shown(_ days: DayRange) -> String { days.count == 1 ? days.first.description : days.description }
}

extension PlanTerms {
  /// Whether a part of the plan is scaled by total FTE.
  var usesTotalFTE: Bool {
    base?.per == .total || production?.per == .total || guarantee?.per == .total
      || (limits.per == .total && (limits.totalCap ?? limits.productionCap ?? limits.totalFloor) != nil)
  }
}

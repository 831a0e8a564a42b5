import Benchmarking
import Compensation
import ProductivityModel

/// What plans pay everyone who has one: members with work, duties, payments and shares of pools, and their statements.
struct PlanStatements {
  /// A clinician with what the plans pay.
  struct Paid {
    var candidate: PlanMembers.Candidate
    var statements: [PlanStatement]
    /// Days of the period on which a plan is in effect and of which no statement tells.
    var untold: [PlanAssignment]

    var member: PlanMember { candidate.member }
  }

  /// Everyone with a plan on some day of the period, by id.
  private(set) var paid: [Paid] = []
  /// Months of pools in which nobody has a share.
  let undistributed: [PoolSplit.Undistributed]

  /// The statements of a roster's clinicians.
  ///
  /// - Parameters:
  ///   - work: a clinician's work in the pay ledger by day; nil where there is none.
  init(
    _ intervals: [RosterInterval], _ inputs: CompensationInputs, period: DayRange,
    work: (String) -> DailyWork?, findings: inout FindingCollector
  ) {
    let candidates = PlanMembers(intervals, inputs.plans, period: period, work: work, findings: &findings).candidates
    var members = candidates.map { candidate in
      var member = candidate.member
      member.assignments = StandAloneStart.cut(member.assignments, knownFrom: period.first)
      member.quantities = inputs.quantities[member.id] ?? PlanQuantities()
      // What was paid before the first day is in the opening balance.
      member.payments = inputs.payments[member.id]?.map(\.payment).filter { $0.date >= period.first } ?? []
      member.opening = inputs.opening[member.id] ?? [:]
      member.openingDeficit = max(inputs.openingDeficits[member.id] ?? .zero, .zero)
      return member
    }
    undistributed = PoolSplit.split(among: &members, plans: inputs.plans, counted: period)
    for (candidate, member) in zip(candidates, members) {
      let measured = PlanArithmetic.intervals(of: member, through: period.last)
      let told = measured.flatMap(\.assigned)
      let untold = candidate.member.assignments.flatMap { assignment in
        let days = assignment.days.intersection(period).map(\.everyDay) ?? []
        return PlanDays.runs(days.filter { day in !told.contains { $0.contains(day) } })
          .map { PlanAssignment(assignment.plan, days: $0) }
      }
      var candidate = candidate
      candidate.member = member
      paid.append(
        Paid(
          candidate: candidate,
          statements: PlanArithmetic.statements(measured, of: member, through: period.last), untold: untold))
    }
  }
}

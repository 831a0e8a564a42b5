import ProductivityModel

/// What is taken of duties, panel and pools for the days to come, each with what is assumed.
struct FutureQuantities {
  /// The clinician with what is assumed.
  private(set) var member: PlanMember
  /// What is assumed, in the order in which statements have it.
  private(set) var assumptions: [ProjectionAssumption] = []
  private let days: ProjectionDays

  init(of member: PlanMember, _ days: ProjectionDays) {
    self.member = member
    self.days = days
  }

  /// Adds what is assumed after the last day counted.
  mutating func add(through: CalendarDate) {
    let future = ProjectionDays.each(days.future)
    let fte = future.reduce(Int128(0)) { $0 + Int128(days.fte(on: $1)) }
    assumptions.append(.fte(millionths: Int64(rounded(fte, over: Int128(max(future.count, 1))))))
    let plans = member.assignments.filter { assignment in
      days.future.contains { $0.intersection(assignment.days) != nil }
    }
    addDuties(of: plans, through)
    addPanel(of: plans, through)
    addPools(of: plans, through)
    let year = days.year.number
    if plans.contains(where: { $0.plan.terms.withhold != nil }), member.quantities.quality[year] == nil {
      assumptions.append(.nothingReleased(year: year))
    }
  }

  /// Units of each duty as so far, by days under a plan that pays it; in each month on its last day.
  private mutating func addDuties(of plans: [PlanAssignment], _ through: CalendarDate) {
    member.quantities.duties.removeAll { $0.date > through }
    var told: Set<String> = []
    for stipend in plans.flatMap(\.plan.terms.stipends) where told.insert(stipend.name).inserted {
      guard case .perUnit = stipend.measure, stipend.pays(member.id) else { continue }
      let paying = member.assignments.filter { assignment in
        assignment.plan.terms.stipends.contains { $0.name == stipend.name }
      }.map(\.days)
      func both(_ ranges: [DayRange]) -> [DayRange] {
        ranges.flatMap { range in paying.compactMap { range.intersection($0) } }
      }
      let past = both(days.past)
      let passed = past.reduce(0) { $0 + $1.count }
      let units = member.quantities.duties.filter { duty in
        duty.stipend == stipend.name && past.contains { $0.contains(duty.date) }
      }.reduce(Int64(0)) { $0 + $1.unitsMillionths }
      guard passed > 0 else { continue }
      var counted = 0
      var before: Int64 = 0
      for part in both(days.future).flatMap({ $0.months.map(\.days) }) {
        counted += part.count
        let sum = Int64(rounded(Int128(units) * Int128(counted), over: Int128(passed)))
        member.quantities.duties.append(
          PlanQuantities.Duty(stipend: stipend.name, date: part.last, unitsMillionths: sum - before))
        before = sum
      }
      assumptions.append(.duties(stipend: stipend.name, unitsMillionths: before))
    }
  }

  /// The panel of the last month known, for every month after it that is not over.
  private mutating func addPanel(of plans: [PlanAssignment], _ through: CalendarDate) {
    guard plans.contains(where: { $0.plan.terms.panel != nil }) else { return }
    let current = YearMonth(containing: through)
    guard let known = member.quantities.panel.keys.filter({ $0 <= current }).max(),
      let members = member.quantities.panel[known]
    else { return }
    for (month, _) in days.year.days.months where month.days.last > through && month > known {
      member.quantities.panel[month] = members
    }
    assumptions.append(.panel(month: known, membersMillionths: members))
  }

  /// The share of the last whole month, for the rest of the present month and each to come.
  private mutating func addPools(of plans: [PlanAssignment], _ through: CalendarDate) {
    for name in Set(plans.compactMap(\.plan.terms.pool?.name)).sorted() {
      let own = member.quantities.pools.filter { $0.pool == name }
      // A month of which only a part is counted has only a part of its sum.
      guard let known = own.filter({ $0.month.days.last <= through }).max(by: { $0.month < $1.month }) else { continue }
      member.quantities.pools.removeAll { $0.pool == name && $0.month.days.last > through }
      for (month, monthDays) in days.year.days.months where month.days.last > through {
        let paying = plans.filter { $0.plan.terms.pool?.name == name }.compactMap { $0.days.intersection(monthDays) }
        guard let last = paying.map(\.last).max() else { continue }
        member.quantities.pools.append(
          PlanQuantities.PoolPart(pool: name, month: month, day: last, amount: known.amount))
      }
      assumptions.append(.pool(name, month: known.month, amount: known.amount))
    }
  }
}

import ProductivityModel

/// Puts a clinician's plans together into what is measured as one.
enum PlanRuns {
  /// The intervals of a clinician, in the order of their days: of plans that follow each other with equal terms and credit one,
  /// for each measurement year.
  ///
  /// Intervals that start before the clinician's first day of known work are left out: what was earned in them cannot be told.
  ///
  /// - Parameter through: the last day counted; intervals that start after it are left out.
  static func intervals(of member: PlanMember, through: CalendarDate) -> [MeasuredInterval] {
    var groups: [[PlanAssignment]] = []
    for assignment in member.assignments.sorted(by: { $0.days.first < $1.days.first }) {
      if let last = groups.last?.last, last.plan.terms == assignment.plan.terms,
        last.plan.credit == assignment.plan.credit
      {
        groups[groups.count - 1].append(assignment)
      } else {
        groups.append([assignment])
      }
    }
    return groups.flatMap { years(of: $0, member, through) }
  }

  private static func years(
    of group: [PlanAssignment], _ member: PlanMember, _ through: CalendarDate
  ) -> [MeasuredInterval] {
    guard let first = group.first, let last = group.last else { return [] }
    var intervals: [MeasuredInterval] = []
    var day = first.days.first
    while day <= last.days.last {
      let year = MeasurementYear(containing: day, startMonth: first.plan.terms.yearStart)
      let runs = group.compactMap { run in
        run.days.intersection(year.days).map { PlanAssignment(run.plan, days: $0) }
      }
      if let start = runs.first?.days.first, start <= through, start >= member.work.days.first,
        let interval = MeasuredInterval(runs, year: year, of: member, through: through)
      {
        intervals.append(interval)
      }
      day = year.days.last.advanced(by: 1)
    }
    return intervals
  }
}

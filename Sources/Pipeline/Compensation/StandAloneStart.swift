import Compensation
import ProductivityModel

/// From which day plans can be told whose measurement year began before the first day of known work.
///
/// Where each month or quarter is measured by itself, the first whole one of the job can be told; where a year is measured, or
/// a draw or a withhold goes through it, nothing of that year can.
enum StandAloneStart {
  /// The assignments without the days before the first measurement period that lies within known work.
  static func cut(_ assignments: [PlanAssignment], knownFrom first: CalendarDate) -> [PlanAssignment] {
    assignments.compactMap { assignment in
      let terms = assignment.plan.terms
      guard terms.isToldByPeriod, assignment.days.first < first else { return assignment }
      let year = MeasurementYear(containing: first, startMonth: terms.yearStart)
      let start =
        year.periods(terms.every).map(\.first).first { $0 >= first } ?? year.days.last.advanced(by: 1)
      return DayRange(start, through: assignment.days.last).map { PlanAssignment(assignment.plan, days: $0) }
    }
  }
}

extension PlanTerms {
  /// Whether what a period pays depends on no other period.
  fileprivate var isToldByPeriod: Bool {
    how == .standAlone && every != .year && withhold == nil
      && (draw == nil || draw?.recovery == DrawTerms.Recovery.none)
  }
}

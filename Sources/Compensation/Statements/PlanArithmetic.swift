import ProductivityModel

/// What plans pay: the one place where a clinician's days become money.
///
/// The order in a period is production, its cap, withhold, draw, guarantee, stipends, panel, pool, what is earned back of a
/// withhold, limits of the total. Each part is computed exactly and rounded once, half away from zero, to a cent. Parts that
/// depend on a year are what is due to date less what was due before, so periods add up to the year.
public enum PlanArithmetic {
  /// The statements of a clinician, in the order of their days, balanced with what was paid.
  ///
  /// A measurement year under a plan that began before the clinician's first day of known work has none: what was earned in
  /// it cannot be told.
  ///
  /// - Parameter through: the last day counted; a period that goes on after it is to date.
  public static func statements(of member: PlanMember, through: CalendarDate) -> [PlanStatement] {
    statements(intervals(of: member, through: through), of: member, through: through)
  }

  /// What is measured of a clinician, in the order of the days: to be paid by the plans' own terms, or by others that measure
  /// alike.
  public static func intervals(of member: PlanMember, through: CalendarDate) -> [MeasuredInterval] {
    PlanRuns.intervals(of: member, through: through)
  }

  /// The statements of what was measured before.
  public static func statements(
    _ intervals: [MeasuredInterval], of member: PlanMember, through: CalendarDate
  ) -> [PlanStatement] {
    var statements = unbalanced(intervals, of: member)
    AccountLedger.balance(&statements, of: member, through: through)
    return statements
  }

  /// The statements without their accounts: for what asks only how much is earned.
  static func unbalanced(_ intervals: [MeasuredInterval], of member: PlanMember) -> [PlanStatement] {
    var statements: [PlanStatement] = []
    var carried = CarriedPay(openingDeficit: member.openingDeficit)
    for interval in intervals {
      var arithmetic = IntervalArithmetic(interval, of: member, carried: carried)
      statements.append(arithmetic.statement())
      carried = arithmetic.carried
    }
    return statements
  }
}

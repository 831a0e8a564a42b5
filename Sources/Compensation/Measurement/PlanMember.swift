import ProductivityModel

/// A clinician with all that plans pay for, a value a day.
public struct PlanMember: Sendable {
  /// The clinician's id.
  public var id: String
  /// The plans, by their days; no two on one day.
  public var assignments: [PlanAssignment]
  /// FTE by day, over whole measurement years.
  public var time: DailyTime
  /// Work by day, through the last day counted.
  public var work: DailyWork
  /// Duties, panel, quality and pools.
  public var quantities: PlanQuantities
  /// What was paid, in the order of its file.
  public var payments: [Payment]
  /// What was owed before the first day, by component.
  public var opening: [String: Money]
  /// What of a draw production had not covered before the first day; zero or more.
  public var openingDeficit = Money.zero

  /// A clinician.
  public init(
    id: String, assignments: [PlanAssignment], time: DailyTime, work: DailyWork,
    quantities: PlanQuantities = PlanQuantities(), payments: [Payment] = [], opening: [String: Money] = [:]
  ) {
    self.id = id
    self.assignments = assignments
    self.time = time
    self.work = work
    self.quantities = quantities
    self.payments = payments
    self.opening = opening
  }
}

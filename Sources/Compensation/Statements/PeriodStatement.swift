import ProductivityModel

/// What a plan pays a clinician for a measurement period, each figure with what it came from.
public struct PeriodStatement: Hashable, Sendable {
  /// The days, cut to those of the plan and to the last day counted.
  public var days: DayRange
  /// Whether the period is over: otherwise all figures are to date.
  public var isComplete: Bool
  /// The lines that bring the work.
  public var lines: Int
  /// Work of the period in the pay ledger.
  public var work: WorkRVU
  /// Work since the plan's first day in the measurement year.
  public var workToDate: WorkRVU
  /// How production came to what it pays; nil for a plan without production.
  public var production: ProductionSteps?
  /// What the period pays, in order.
  public var components: [StatementComponent]
  /// The deficit of a draw; nil where base is no draw.
  public var draw: DrawState?
  /// Of production or total, what is above a cap in the year to date and not paid.
  public var aboveCap: Money
  /// What is held back in the year to date and not released.
  public var withheld: Money
  /// The next threshold or tier; nil where there is none.
  public var next: NextStep?
  /// What the plan pays for and no file says, such as a month's panel: the period is not settled.
  public var missing: [MissingQuantity]
  /// Opening balance, earned, paid, closing balance of each component.
  public var accounts: [AccountBalance]

  /// What the period pays in all.
  public var earned: Money { components.reduce(into: .zero) { $0 += $1.amount } }

  /// A period of which nothing is known yet but its days.
  init(days: DayRange, isComplete: Bool, lines: Int, work: WorkRVU, workToDate: WorkRVU) {
    self.days = days
    self.isComplete = isComplete
    self.lines = lines
    self.work = work
    self.workToDate = workToDate
    components = []
    aboveCap = .zero
    withheld = .zero
    missing = []
    accounts = []
  }
}

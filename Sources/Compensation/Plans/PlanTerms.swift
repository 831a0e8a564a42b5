/// What a plan pays and how it measures, without its name and days: two plans with equal terms pay as one.
public struct PlanTerms: Hashable, Sendable {
  /// The month in which the measurement year starts, 1 to 12: 1 for the calendar year.
  public var yearStart = 1
  /// How often pay is measured.
  public var every = MeasurementPeriod.month
  /// Whether a period is measured with those before it in the year, or by itself.
  public var how = MeasurementMode.cumulative
  /// How a year's amounts and thresholds fall on its days, where a part does not say otherwise.
  public var proration = Proration.days
  /// Whether days of leave count towards base and thresholds.
  public var leave = LeaveTerms()
  /// The salary, or the draw; nil for none.
  public var base: BaseTerms?
  /// What work RVUs are paid; nil for none.
  public var production: ProductionTerms?
  /// What becomes of a draw that production does not cover; nil where base is no draw.
  public var draw: DrawTerms?
  /// What is paid at least for some time; nil for none.
  public var guarantee: GuaranteeTerms?
  /// Days on which only a share of the threshold counts, by their last day.
  public var ramp: [RampStep] = []
  /// What is paid at most and at least.
  public var limits = PayLimits()
  /// What is held back until quality is known; nil for nothing.
  public var withhold: WithholdTerms?
  /// What is paid for duties: call, directorship, supervision.
  public var stipends: [Stipend] = []
  /// What is paid for a panel of patients; nil for nothing.
  public var panel: PanelTerms?
  /// A sum that those with the plan share; nil for none.
  public var pool: PoolTerms?

  /// Terms that pay nothing yet.
  public init() {}
}

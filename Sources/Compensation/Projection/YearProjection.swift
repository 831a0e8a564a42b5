import ProductivityModel

/// What a clinician's plans would pay by the end of the measurement year: the year to date, and a stated pace for the rest.
///
/// No forecast: what the plan pays if the pace holds. The engine that makes statements makes it, from work that is put on the
/// days to come, so thresholds, tiers, caps and draws hold as they would.
public struct YearProjection: Hashable, Sendable {
  /// A possible rest of the year.
  public struct Outcome: Hashable, Sendable {
    /// Work of the whole year.
    public var work: WorkRVU
    /// What the plans of the year pay.
    public var earned: Money
    /// Their statements through the end of the year.
    public var statements: [PlanStatement]
  }

  /// A complete month by whose pace the rest of the year is bounded.
  public struct Pace: Hashable, Sendable {
    /// The month.
    public var month: YearMonth
    /// Its work for 1.0 clinical FTE and day, in millionths of a work RVU.
    public var perFTEDay: Int64
  }

  /// The fewest complete months of a measurement year from which its rest is projected.
  public static let leastMonths = 3

  /// The clinician's id.
  public var clinicianID: String
  /// The pace that is assumed.
  public var method: ProjectionMethod
  /// The measurement year.
  public var year: DayRange
  /// The days that are projected: after the last day counted, through the last day of the plan in the year.
  public var projected: DayRange
  /// Work of the year to date.
  public var workToDate: WorkRVU
  /// What the plans of the year have earned to date.
  public var earnedToDate: Money
  /// The year at the assumed pace.
  public var expected: Outcome
  /// The year if its rest is as the slowest complete month so far, for an FTE-day.
  public var low: Outcome
  /// That month.
  public var slowest: Pace
  /// The year if its rest is as the busiest complete month so far, for an FTE-day.
  public var high: Outcome
  /// That month.
  public var busiest: Pace
  /// What is taken for what is not known yet, in the order in which statements have it.
  public var assumptions: [ProjectionAssumption]
}

import Benchmarking
import ProductivityModel

/// A clinician's target for a year, and how far the work has come.
public struct GoalStanding: Hashable, Sendable {
  /// A month of the year.
  public struct Month: Hashable, Sendable {
    /// The month.
    public var month: YearMonth
    /// Its part of the target: as given for the month, or the year's by working days.
    public var target: WorkRVU
    /// The work of its days counted; nil where the month is to come or not known.
    public var actual: WorkRVU?

    /// A month of a target.
    public init(month: YearMonth, target: WorkRVU, actual: WorkRVU?) {
      self.month = month
      self.target = target
      self.actual = actual
    }
  }

  /// Which ledger the target is in.
  public enum Ledger: String, Hashable, Sendable {
    /// Work RVUs under the pay policy.
    case pay
    /// Work RVUs under the benchmark policy.
    case benchmark
  }

  /// The clinician's id.
  public var id: String
  /// The name in the roster; the id where there is none.
  public var name: String
  /// The specialty of the largest role; empty where there is none.
  public var specialty: String
  /// The target's year: twelve months.
  public var year: DayRange
  /// The days of it for which the target holds: employed, in the year.
  public var days: DayRange
  /// The target for the year, as given.
  public var target: WorkRVU
  /// Where it is given.
  public var source: SourcePosition
  /// The ledger that it is in.
  public var ledger: Ledger
  /// Work from the year's first day to the last day counted; nil where ``gap`` says why it is not known.
  public var actual: WorkRVU?
  /// The part of the target that falls to these days, by working days or by months.
  public var expected: WorkRVU
  /// Working days of ``days`` up to the last day counted: Monday to Friday, no holidays, not on leave.
  public var workingDaysCounted: Int
  /// Working days of ``days``.
  public var workingDays: Int
  /// What of ``actual`` is of days of leave or outside employment: no day to come is like them, so it is projected once.
  public var uncounted = WorkRVU.zero
  /// The work of the whole year at the pace so far, by working days; nil where ``projectionGap`` says why it cannot be told.
  public var projected: WorkRVU?
  /// Why the year is not projected, in words without a full stop; nil where it is.
  public var projectionGap: String?
  /// Where the projected year would stand in the survey; nil where ``placementGap`` says why it is not placed.
  public var projectedPlacement: Placement?
  /// Why the projected year is not placed, in words without a full stop; nil where it is.
  public var placementGap: String?
  /// The benchmark work RVUs per 1.0 clinical FTE of the whole year that are so placed, by working days; nil where nothing is placed.
  public var projectedPerFTE: WorkRVU?
  /// The survey's row of that placement; nil where there is none.
  public var projectedRow: SurveyRow?
  /// The work that each working day to come must bring to reach the target; nil where the year is over or nothing is known.
  public var neededPerWorkingDay: WorkRVU?
  /// The months of the year, in order.
  public var months: [Month]
  /// Why the work is not known, in words without a full stop; nil where it is.
  public var gap: String?
  /// The mean clinical FTE of the days that are placed, in millionths; nil where nothing is placed or there is no roster.
  public var clinicalFTEMillionths: Int64?
  /// What the figures stand on, in sentences.
  public var basis: [String] = []
  /// The same without what is the clinician's own: sentences that are alike for all for whom the same holds.
  public var rules: [String] = []

  /// The work over the target's part to date, 1 for just as much; nil where either is not known or nothing is expected.
  public var pace: Double? {
    guard let actual, expected.millionths > 0 else { return nil }
    return Double(actual.millionths) / Double(expected.millionths)
  }

  /// A target and how far the work has come.
  public init(
    id: String, name: String, specialty: String, year: DayRange, days: DayRange, target: WorkRVU,
    source: SourcePosition, ledger: Ledger, actual: WorkRVU?, expected: WorkRVU, workingDaysCounted: Int,
    workingDays: Int, projected: WorkRVU? = nil, projectedPlacement: Placement? = nil,
    projectedRow: SurveyRow? = nil, neededPerWorkingDay: WorkRVU? = nil, months: [Month], gap: String? = nil
  ) {
    self.id = id
    self.name = name
    self.specialty = specialty
    self.year = year
    self.days = days
    self.target = target
    self.source = source
    self.ledger = ledger
    self.actual = actual
    self.expected = expected
    self.workingDaysCounted = workingDaysCounted
    self.workingDays = workingDays
    self.projected = projected
    self.projectedPlacement = projectedPlacement
    self.projectedRow = projectedRow
    self.neededPerWorkingDay = neededPerWorkingDay
    self.months = months
    self.gap = gap
  }
}

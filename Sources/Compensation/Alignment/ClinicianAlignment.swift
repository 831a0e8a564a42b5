import Benchmarking
import ProductivityModel

/// A clinician's pay beside the work that it is for: two percentiles, each in its own distribution, and what is worth a review.
public struct ClinicianAlignment: Hashable, Sendable {
  /// Why a figure is not there.
  public enum Missing: Hashable, Sendable {
    /// No plan pays the clinician in the period.
    case noStatement
    /// Statements of so few days are not made into a year.
    case shortPeriod(days: Int)
    /// There is no total FTE to which pay could be brought.
    case noFTE
    /// There is no work by which pay could be divided.
    case noWork
    /// No survey has a row of the metric for the specialty.
    case noSurveyRow(SurveyMetric)
    /// A survey's dollars cannot be brought to the day that the job asks for.
    case notAged(SurveyMetric, SurveyAgeing.Refusal)
    /// The run does not place the clinician's work.
    case noWorkPlacement
  }

  /// The clinician's id.
  public var clinicianID: String
  /// Pay and the time and work that it is for; nil without a statement.
  public var pay: PayRate?
  /// Total cash compensation per 1.0 total FTE and year, in the survey's table of it.
  public var payStanding: SurveyStanding?
  /// Work RVUs per 1.0 clinical FTE and year, as the run places them.
  public var workStanding: SurveyStanding?
  /// Compensation per work RVU, in the survey's own table of it: never derived from percentiles.
  public var rateStanding: SurveyStanding?
  /// The compensation percentile less the productivity percentile; nil where one of them is not there.
  public var gap: AlignmentGap?
  /// Where the clinician stands by the median of both; nil where one is not there or a bound leaves it open.
  public var quadrant: AlignmentQuadrant?
  /// What is worth a review, in the order of ``ReviewFlag/Reason``.
  public var flags: [ReviewFlag]
  /// Why figures are not there.
  public var missing: [Missing]

  /// A clinician of whom nothing is placed yet.
  init(clinicianID: String) {
    self.clinicianID = clinicianID
    flags = []
    missing = []
  }
}

import Benchmarking
import ProductivityModel

/// What the percentiles of a survey come to in a month: a year's, for the clinician's clinical time in the month.
enum MonthBand {
  /// The points of each month of a run; empty where there is no survey or the clinical time by month is not known.
  ///
  /// A year's value at 1.0 clinical FTE, times the month's FTE days, over the days of the year: by days, whatever way a year is annualised.
  static func points(of clinician: ClinicianResult, in results: RunResults) -> [[SurveyPoint]] {
    guard let row = clinician.surveyRow, clinician.placement != nil,
      clinician.monthlyFTEDays.count == results.months.count
    else { return [] }
    return clinician.monthlyFTEDays.map { fteDays in
      fteDays <= 0
        ? []
        : row.points.map { point in
          SurveyPoint(
            percent: point.percent,
            millionths: Int64(Double(point.millionths) * Double(fteDays) / 1_000_000 / Double(daysOfYear)))
        }
    }
  }

  /// The days of the year that a survey's values are of.
  private static let daysOfYear = 365
}

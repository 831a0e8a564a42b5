import Benchmarking
import Compensation
import ProductivityModel

/// The words for pay beside productivity.
public enum AlignmentWording {
  /// A gap in points with its sign, or its bound: `+12.3`, `at least +15.0`.
  public static func gap(_ gap: AlignmentGap) -> String {
    switch gap {
    case .exactly(let points): signed(points)
    case .atLeast(let points): "at least \(signed(points))"
    case .atMost(let points): "at most \(signed(points))"
    case .unknown: "not known"
    }
  }

  /// A gap for data files: a number, or `>=15`, `<=-20`; nothing where nothing is known.
  static func data(_ gap: AlignmentGap) -> CellValue {
    switch gap {
    case .exactly(let points): .ratio(points)
    case .atLeast(let points): .text(">=" + CellValue.ratio(points).dataText)
    case .atMost(let points): .text("<=" + CellValue.ratio(points).dataText)
    case .unknown: .notAvailable("both percentiles are outside the published points on the same side")
    }
  }

  private static func signed(_ points: Double) -> String {
    let tenths = Int64((points * 10).rounded())
    return (tenths > 0 ? "+" : "") + DecimalText.fixed(tenths, scale: 1, decimals: 1)
  }

  /// A reason for a review, in a sentence.
  public static func sentence(_ flag: ReviewFlag) -> String {
    let may = flag.isCertain ? "" : "may be "
    switch flag.reason {
    case .payAboveWork(let points):
      return
        "Review: the compensation percentile \(flag.isCertain ? "is" : "may be") more than \(points) points above the productivity percentile."
    case .workAbovePay(let points):
      return
        "Review: the productivity percentile \(flag.isCertain ? "is" : "may be") more than \(points) points above the compensation percentile."
    case .highPay(let percent):
      return
        "Review: compensation \(flag.isCertain ? "is" : "may be") above the \(PlacementWording.ordinal(percent)) percentile of the survey."
    case .lowFTE(let fte, let least):
      return
        "Review: pay of a mean of \(CellValue.clinicalFTE(fte).text) total FTE is brought to 1.0, and below \(CellValue.clinicalFTE(least).text) that says little."
    case .fewRespondents(let metric, let respondents, let least):
      return
        "Review: the survey's row of \(metric.words) has \(CountWording.count(respondents, "respondent")), fewer than \(least)."
    case .highRateLowWork(let rate, let work):
      return
        "Review: compensation per work RVU \(may.isEmpty ? "is" : "may be") above the \(PlacementWording.ordinal(rate)) percentile while work is below the "
        + "\(PlacementWording.ordinal(work)): such rates belong mostly to those who produce least."
    }
  }

  /// A reason for a review in a few words, for tables.
  static func short(_ flag: ReviewFlag) -> String {
    let may = flag.isCertain ? "" : " (may be)"
    return
      switch flag.reason
    {
    case .payAboveWork(let points): "pay \(points)+ points above work\(may)"
    case .workAbovePay(let points): "work \(points)+ points above pay\(may)"
    case .highPay(let percent): "pay above the \(PlacementWording.ordinal(percent))\(may)"
    case .lowFTE: "FTE is low"
    case .fewRespondents(let metric, _, _): "few respondents: \(metric.words)"
    case .highRateLowWork: "high rate, low work\(may)"
    }
  }

  /// Why a figure is not there, in a phrase.
  static func why(_ missing: ClinicianAlignment.Missing) -> String {
    switch missing {
    case .noStatement: "no plan pays the clinician in the period"
    case .shortPeriod(let days):
      "\(CountWording.count(days, "day")) under a plan \(days == 1 ? "is" : "are") too few to make a year of"
    case .noFTE: "total FTE is not known"
    case .noWork: "there is no work above zero"
    case .noSurveyRow(let metric): "no row of \(metric.words) can be used for the specialty"
    case .notAged(let metric, let refusal): "the survey's \(metric.words) cannot be aged: \(why(refusal))"
    case .noWorkPlacement: "the work is not placed in a survey; the clinician's page says why"
    }
  }

  private static func why(_ refusal: SurveyAgeing.Refusal) -> String {
    switch refusal {
    case .notDollars: "it is not in dollars"
    case .noDataYear: "the survey does not say in which year its dollars were earned"
    case .beforeData: "the day lies before the survey's data"
    case .tooOld: "the survey's data are too old"
    case .outOfRange: "the values are beyond what can be held"
    }
  }

  /// A standing as a cell: its percentile or bound.
  static func cell(_ standing: Compensation.SurveyStanding?, otherwise reason: String) -> CellValue {
    guard let standing else { return .notAvailable(reason) }
    guard standing.placement.position != .ratioOnly else {
      return .notAvailable("the survey publishes too few points to give a percentile")
    }
    return .placement(standing.placement)
  }
}

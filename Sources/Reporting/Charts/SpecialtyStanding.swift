import Benchmarking
import ProductivityModel

/// The picture of a specialty's clinicians beside its survey.
enum SpecialtyStanding {
  /// The specialty's survey and its clinicians' annualised figures; nil where there is no median or no figure.
  static func row(of specialty: SpecialtyResult, in results: RunResults) -> StandingChart.Row? {
    guard let survey = specialty.surveyRow, let median = survey.medianMillionths, median > 0 else { return nil }
    let values = results.clinicians(of: specialty.specialty)
      .filter { $0.placement != nil }
      .compactMap { $0.annualizedPerFTE?.millionths }
      .sorted()
    guard !values.isEmpty else { return nil }
    return StandingChart.Row(
      label: StandingWording.specialty(specialty.specialty), points: survey.points, values: values)
  }

  /// The chart of some specialties.
  static func chart(of rows: [StandingChart.Row], title: String) -> StandingChart {
    let description = rows.map { row in
      let median = row.points.first { $0.percent == 50 }?.millionths ?? 0
      let reached = row.values.count { $0 >= median }
      return "\(row.label): \(reached) of \(row.values.count) at or above the survey's median."
    }
    return StandingChart(
      title: title, description: description.joined(separator: " "),
      axis: "annualised wRVUs per 1.0 clinical FTE, as a multiple of the survey's median",
      legend:
        "Dot: a clinician. Bar: the survey's published percentiles, its dark part the 25th to 75th. Line: the median.",
      rows: rows)
  }
}

import Benchmarking
import ProductivityModel

/// The pictures of a specialty's clinicians by name: each beside the survey, and each through the months.
enum SpecialtyCharts {
  /// The most clinicians of one picture, or of one set of small pictures.
  private static let most = 24

  /// A bar for each clinician with an annualised figure, over the survey's published points.
  static func bars(
    of clinicians: [ClinicianResult], _ specialty: SpecialtyResult, in results: RunResults
  ) -> [ReportBlock] {
    let ranked = clinicians.filter { $0.annualizedPerFTE != nil }
      .map { ($0, value: $0.annualizedPerFTE ?? .zero, order: NameOrder($0.name, id: $0.id)) }
      .sorted { ($1.value, $0.order) < ($0.value, $1.order) }.map(\.0)
    guard ranked.count > 1 else { return [] }
    let points = specialty.surveyRow?.points ?? []
    let rows = ranked.prefix(most).map { clinician in
      let value = clinician.annualizedPerFTE ?? .zero
      let place = clinician.placement.map { ", " + PlacementWording.statement($0) } ?? ""
      return BulletChart.Row(
        label: clinician.name, value: value.millionths, points: clinician.split.isEmpty ? points : [], target: nil,
        text: CellValue.workRVURate(value).text + place)
    }
    var blocks: [ReportBlock] = [
      .chart(
        .bullets(
          BulletChart(
            title: "Annualised wRVUs per 1.0 clinical FTE, the highest first",
            description: rows.map { "\($0.label): \($0.text)." }.joined(separator: " "),
            axis: "wRVUs a year per 1.0 clinical FTE",
            legend: points.isEmpty
              ? "Bar: the clinician's figure."
              : "Bar: the clinician's figure. Behind it: the survey's published percentiles, dark from the 25th to the 75th; the line is the median.",
            rows: Array(rows))))
    ]
    if ranked.count > most {
      blocks.append(.paragraph("The picture shows the \(most) highest; the table has all."))
    }
    return blocks
  }

  /// The months of each clinician, all on scales of their own, with what the survey's percentiles come to.
  static func multiples(of clinicians: [ClinicianResult], in results: RunResults) -> [ReportBlock] {
    let shown = clinicians.filter { $0.totals.lines > 0 }.prefix(most)
    guard shown.count > 1, results.months.count > 2 else { return [] }
    let charts = shown.map { clinician in
      var chart = MonthSeries.chart(
        of: Array(clinician.monthly), days: MonthSeries.days(of: clinician, in: results), in: results,
        title: clinician.name)
      chart.band = MonthBand.points(of: clinician, in: results)
      return ReportChart.months(chart)
    }
    var blocks: [ReportBlock] = [
      .heading("Each clinician"),
      .paragraph("Benchmark wRVUs by month of service, each picture on its own scale from zero."),
      .charts(Array(charts)),
    ]
    if clinicians.count > most { blocks.append(.paragraph("The pictures are of the first \(most).")) }
    return blocks
  }
}

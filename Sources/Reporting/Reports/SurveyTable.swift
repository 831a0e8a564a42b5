import Benchmarking
import ProductivityModel

/// A table of a survey's published points, with a practice's own quantiles beside them.
enum SurveyTable {
  /// A row of the table.
  enum Row {
    /// What a survey publishes.
    case survey(SurveyRow)
    /// What the practice's own clinicians give.
    case practice(SpecialtyDistribution, ranked: Int)
    /// The practice's own quantiles where they are not shown, and why.
    case withheld(ranked: Int, reason: String)

    var points: [SurveyPoint] {
      switch self {
      case .survey(let survey): survey.points
      case .practice(let distribution, _): distribution.quantiles
      case .withheld: []
      }
    }
  }

  /// The table, with one column for each percent that any row has; the usual five where there are more than nine.
  static func table(of rows: [Row]) -> ReportTable {
    let all = Set(rows.flatMap { $0.points.map(\.percent) }).sorted()
    let percents = all.count <= 9 ? all : all.filter { [10, 25, 50, 75, 90].contains($0) }
    var notes: [String] = []
    if rows.contains(where: { if case .practice = $0 { true } else { false } }) {
      notes.append("The practice's percentiles are quantiles of its clinicians' annualised figures by definition 7.")
    }
    if percents.count < all.count { notes.append("The survey publishes \(all.count) points; five are shown.") }
    return ReportTable(
      "Annual wRVUs per 1.0 clinical FTE at each percentile",
      columns: [.words("Source"), .numbers("n")] + percents.map { .numbers(PlacementWording.ordinal($0)) },
      rows: rows.map { cells(of: $0, percents: percents) }, notes: notes)
  }

  private static func cells(of row: Row, percents: [Int]) -> [Cell] {
    let values: [Cell] = percents.map { percent in
      if case .withheld(_, let reason) = row { return Cell(.notAvailable(reason)) }
      let point = row.points.first { $0.percent == percent }
      let isPublished = if case .survey = row { true } else { false }
      return Cell(
        .of(
          point.map { WorkRVU(millionths: $0.millionths) },
          isPublished ? CellValue.surveyValue : CellValue.workRVURate, otherwise: "this percentile is not published"))
    }
    switch row {
    case .survey(let survey):
      let count = CellValue.of(survey.respondents, CellValue.integer, otherwise: "the survey does not say how many")
      return [Cell(.text("\(survey.survey) \(survey.year)"), detail: detail(of: survey)), Cell(count)] + values
    case .practice(_, let ranked), .withheld(let ranked, _):
      return [Cell(.text("This practice"), detail: "clinicians with an annualised figure"), Cell(.integer(ranked))]
        + values
    }
  }

  private static func detail(of row: SurveyRow) -> String {
    var parts = [row.specialty]
    if !row.region.isEmpty { parts.append(row.region) }
    if !row.providerType.isEmpty { parts.append(row.providerType) }
    if let dataYear = row.dataYear { parts.append("data of \(dataYear)") }
    if let organisations = row.organisations { parts.append(CountWording.count(organisations, "organisation")) }
    return parts.joined(separator: ", ")
  }
}

import Benchmarking
import ProductivityModel

/// Whether a survey's respondents and the benchmark ledger are valued by fee schedules of the same year.
struct VintageComparison {
  /// The years of the releases that value the benchmark ledger.
  let years: [Int]

  init(_ slots: DaySlots) {
    let used = Set(slots.slots.compactMap { $0.benchmark.schedule })
    years = Set(used.map { slots.schedules[$0].info.effective.first.year }).sorted()
  }

  /// What is to be said where the years differ; nil where they do not, or the survey does not tell its own.
  func sentence(_ row: SurveyRow) -> String? {
    guard [.workRVU, .medicareWorkRVU].contains(row.metric), let dataYear = row.dataYear,
      years.contains(where: { $0 != dataYear })
    else {
      return nil
    }
    return
      "\(row.survey) holds data of \(dataYear), valued by the fee schedule of that year, and these work RVUs are valued by \(years.map(String.init).joined(separator: " and ")): placements are not quite like for like"
  }

  /// Tells it as a finding.
  func tell(_ row: SurveyRow, _ findings: inout FindingCollector) {
    guard let sentence = sentence(row) else { return }
    findings.add(
      Finding(
        .vintageMismatch, at: SourcePosition(file: row.position.file), sentence,
        hint: "for a like comparison value all lines by the release of the survey's data year: fees: {vintage: survey}")
    )
  }
}

import Benchmarking
import ProductivityModel
import Tabular

/// Writes survey rows in the standard long form, which every run reads.
public enum LongSurvey {
  /// The file's bytes: a column for each percent that any row has, blank where a row has it not.
  ///
  /// - Parameter caution: the sentences of a row that every page made from the survey carries; empty for none.
  public static func bytes(of rows: [SurveyRow], caution: (SurveyRow) -> String = { _ in "" }) -> [UInt8] {
    bytes(of: rows, cautions: rows.map(caution))
  }

  /// The file's bytes, with the sentences of each row in the order of the rows.
  ///
  /// Texts that a spreadsheet would take for formulas have a quote before them, as in the data files of a run.
  ///
  /// - Precondition: as many cautions as rows.
  public static func bytes(of rows: [SurveyRow], cautions: [String]) -> [UInt8] {
    let hasCaution = cautions.contains { !$0.isEmpty }
    let percents = Set(rows.flatMap { $0.points.map(\.percent) }).sorted()
    let names = SurveyColumn.allCases.filter { $0 != .caution }.map(\.rawValue)
    var writer = DelimitedWriter()
    writer.record(names + percents.map { "p\($0)" } + (hasCaution ? [SurveyColumn.caution.rawValue] : []))
    func number(_ value: Int64?) -> String { value.map { DecimalText.plain($0, scale: 6) } ?? "" }
    func count(_ value: Int?) -> String { value.map(String.init) ?? "" }
    for (row, caution) in zip(rows, cautions) {
      let fields = SurveyColumn.allCases.filter { $0 != .caution }.map { column in
        switch column {
        case .survey: FormulaGuard.harmless(row.survey)
        case .year: String(row.year)
        case .dataYear: count(row.dataYear)
        case .specialty: FormulaGuard.harmless(row.specialty)
        case .region: FormulaGuard.harmless(row.region)
        case .providerType: FormulaGuard.harmless(row.providerType)
        case .metric: row.metric.rawValue
        case .respondents: count(row.respondents)
        case .organisations: count(row.organisations)
        case .mean: number(row.meanMillionths)
        case .deviation: number(row.deviationMillionths)
        case .caution: ""
        }
      }
      writer.record(
        fields + percents.map { number(row.millionths(atPercent: $0)) }
          + (hasCaution ? [FormulaGuard.harmless(caution)] : []))
    }
    return writer.bytes
  }
}

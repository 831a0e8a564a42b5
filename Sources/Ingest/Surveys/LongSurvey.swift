import Benchmarking
import ProductivityModel
import Tabular

/// Writes survey rows in the standard long form, which every run reads.
public enum LongSurvey {
  /// The file's bytes: a column for each percent that any row has, blank where a row has it not.
  ///
  /// - Parameter caution: a sentence that every page made from the survey carries; empty for none.
  public static func bytes(of rows: [SurveyRow], caution: String = "") -> [UInt8] {
    let percents = Set(rows.flatMap { $0.points.map(\.percent) }).sorted()
    let names = SurveyColumn.allCases.filter { $0 != .caution }.map(\.rawValue)
    var writer = DelimitedWriter()
    writer.record(names + percents.map { "p\($0)" } + (caution.isEmpty ? [] : [SurveyColumn.caution.rawValue]))
    func number(_ value: Int64?) -> String { value.map { DecimalText.plain($0, scale: 6) } ?? "" }
    func count(_ value: Int?) -> String { value.map(String.init) ?? "" }
    for row in rows {
      let fields = SurveyColumn.allCases.filter { $0 != .caution }.map { column in
        switch column {
        case .survey: row.survey
        case .year: String(row.year)
        case .dataYear: count(row.dataYear)
        case .specialty: row.specialty
        case .region: row.region
        case .providerType: row.providerType
        case .metric: row.metric.rawValue
        case .respondents: count(row.respondents)
        case .organisations: count(row.organisations)
        case .mean: number(row.meanMillionths)
        case .deviation: number(row.deviationMillionths)
        case .caution: ""
        }
      }
      writer.record(
        fields + percents.map { number(row.millionths(atPercent: $0)) } + (caution.isEmpty ? [] : [caution]))
    }
    return writer.bytes
  }
}

import Benchmarking

/// How the columns of a survey's file become the standard ones: the layout of an analyst's table.
public struct SurveyMap: Sendable {
  /// What stands for a column that the file does not have.
  struct Fixed: Hashable, Sendable {
    var survey: String?
    var year: Int?
    var dataYear: Int?
    var region: String?
    var providerType: String?
    var metric: SurveyMetric?
  }

  /// The columns of one metric.
  struct Measure: Hashable, Sendable {
    /// The metric; nil where the record's own column says it.
    var metric: SurveyMetric?
    /// The percentile columns.
    var percentiles: [PercentileHeaders]
    /// The other columns that are this metric's own, by their possible headers.
    var columns: [SurveyColumn: [String]] = [:]

    /// What a header is to the percentiles, by the first of its spellings that says so; nil where it is none of theirs.
    func meaning(of spellings: [String]) -> PercentileHeaders.Meaning? {
      spellings.lazy.map(LogHeader.normalized).compactMap { name in
        percentiles.lazy.compactMap { $0.meaning(of: name) }.first
      }.first
    }
  }

  /// The name by which it is told of.
  public var name: String
  /// What it is for, in a phrase.
  public var title = ""
  /// Where the layout is from.
  public var source = ""
  /// The sheet of a workbook; nil for the first that fits.
  var sheet: String?
  /// How many rows the header has.
  var headerRows = 1
  /// The possible headers of each column, best first.
  var columns: [SurveyColumn: [String]] = [:]
  var fixed = Fixed()
  var measures: [Measure] = []
  /// What the words of a metric column mean, in small letters; nil for those that are left out knowingly.
  var metricWords: [String: SurveyMetric?] = [:]
  /// Marks of what is not published, beyond those that every survey may have.
  var marks: Set<String> = []
  /// The metrics whose values the file gives in thousands.
  var thousands: Set<SurveyMetric> = []
  /// The columns whose blank cells mean the cell above, as under merged cells.
  var filledDown: Set<SurveyColumn> = []
  /// Whether other headers that look like misspelt columns are refused.
  var isStandard = false

  /// The standard long form.
  static let standard: SurveyMap = {
    var map = SurveyMap(name: "standard")
    map.title = "Long form: one row a specialty and metric"
    for column in SurveyColumn.allCases { map.columns[column] = [column.rawValue] }
    map.measures = [
      Measure(
        metric: nil,
        percentiles: [PercentileHeaders(pattern: "p{percent}", takesOrdinals: false)].compactMap { $0 })
    ]
    for metric in SurveyMetric.allCases { map.metricWords[metric.rawValue] = metric }
    map.isStandard = true
    return map
  }()
}

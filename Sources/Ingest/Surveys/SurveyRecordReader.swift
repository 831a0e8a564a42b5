import Benchmarking
import ProductivityModel

/// Makes rows of a survey's records by a layout, and findings where it cannot.
struct SurveyRecordReader {
  /// What became of one metric of a record.
  enum Outcome {
    case row(SurveyRow)
    case failure(Finding)
    case notPublished
    /// A metric that is not read, in the file's word where it is not known.
    case otherMetric(String?)
  }

  let layout: SurveyLayout
  let fixed: SurveyMap.Fixed
  let file: String
  /// The last text of each column whose blanks are filled down.
  private var above: [SurveyColumn: String] = [:]

  init(_ layout: SurveyLayout, fixed: SurveyMap.Fixed, file: String) {
    self.layout = layout
    self.fixed = fixed
    self.file = file
  }

  /// Reads a record: an outcome for each metric that the layout has.
  mutating func read(_ record: SurveyRecord) -> [Outcome] {
    for column in layout.map.filledDown.sorted(by: { $0.rawValue < $1.rawValue }) {
      if let text = record.text(layout.columns[column]) { above[column] = text }
    }
    let reader = self
    return layout.measures.map { measure in
      do throws(RowFailure) {
        return try reader.outcome(of: measure, in: record)
      } catch {
        return .failure(error.finding)
      }
    }
  }

  private struct RowFailure: Error { var finding: Finding }

  private func failure(
    _ record: SurveyRecord, _ field: Int?, _ message: String, _ hint: String, _ problem: Problem = .badSurveyRow
  ) -> RowFailure {
    RowFailure(finding: Finding(problem, at: record.position(field, in: file), message, hint: hint))
  }

  private func outcome(of measure: SurveyLayout.Measure, in record: SurveyRecord) throws(RowFailure) -> Outcome {
    if let fault = record.fault {
      throw failure(record, nil, "the record \(fault)", "look for a comma, quote or line break inside a value")
    }
    if record.cells.count > layout.headers.count,
      record.cells[layout.headers.count...].contains(where: { !$0.trimmed.isEmpty })
    {
      throw failure(
        record, nil, "the record has \(record.cells.count) fields and the header \(layout.headers.count)",
        "look for a comma, quote or line break inside a value")
    }
    let (survey, year, specialty) = try names(record)
    var metric = measure.metric ?? fixed.metric
    if measure.metric == nil, let field = layout.columns[.metric] {
      guard let word = record.text(field) else { throw blank(record) }
      switch layout.map.metricWords[LogHeader.normalized(word)] {
      case .some(.some(let known)): metric = known
      case .some(.none): return .otherMetric(nil)
      case .none: return try otherMetric(word, record, field)
      }
    }
    guard let metric else { throw blank(record) }
    var numbers = SurveyCells(record: record, layout: layout, metric: metric, file: file)
    let points = try points(of: measure, &numbers)
    if points.isEmpty {
      let isSaidSo = numbers.notPublished > 0 || !layout.map.isStandard
      guard isSaidSo else {
        throw failure(record, layout.field(ofPercent: 50), "the row has no percentile", "fill in at least p50")
      }
      return .notPublished
    }
    func field(_ column: SurveyColumn) -> Int? { measure.columns[column] ?? layout.columns[column] }
    let counts = try [SurveyColumn.dataYear, .respondents, .organisations].map { column throws(RowFailure) in
      try count(column, field(column), &numbers)
    }
    let moments = try [SurveyColumn.mean, .deviation].map { column throws(RowFailure) in
      try moment(column, field(column), &numbers)
    }
    let dataYear = fixed.dataYear ?? counts[0]
    try checkYears(year, dataYear, record)
    let row = SurveyRow(
      survey: survey, year: year, dataYear: dataYear, specialty: specialty,
      region: text(.region, record) ?? fixed.region ?? "",
      providerType: text(.providerType, record) ?? fixed.providerType ?? "", metric: metric, respondents: counts[1],
      organisations: counts[2], meanMillionths: moments[0], deviationMillionths: moments[1], points: points,
      position: SourcePosition(file: file, line: record.line))
    return .row(row)
  }

  // MARK: Words

  private func text(_ column: SurveyColumn, _ record: SurveyRecord) -> String? {
    record.text(layout.columns[column]) ?? above[column]
  }

  private func blank(_ record: SurveyRecord) -> RowFailure {
    failure(
      record, layout.columns[.survey] ?? layout.columns[.specialty],
      "survey, year, specialty or metric is blank or not readable", "fill in all four")
  }

  private func names(_ record: SurveyRecord) throws(RowFailure) -> (survey: String, year: Int, specialty: String) {
    let year = fixed.year ?? text(.year, record).flatMap(Int.init)
    guard let survey = fixed.survey ?? text(.survey, record), let year, let specialty = text(.specialty, record) else {
      throw blank(record)
    }
    for (column, name) in [(SurveyColumn.survey, survey), (.specialty, specialty)] {
      guard let first = name.first, "=+-@".contains(first) else { continue }
      throw failure(
        record, layout.columns[column], "\(column.rawValue) starts with \(first), as a formula does",
        "write the name as the survey does")
    }
    return (survey, year, specialty)
  }

  /// The years that a survey can be of.
  private static let years = 1990...2100

  /// No work is surveyed before it is done, and a year beyond reason is a slip: which of the two years is wrong is not known
  /// here, and the data year decides which row is used.
  private func checkYears(_ year: Int, _ dataYear: Int?, _ record: SurveyRecord) throws(RowFailure) {
    for (column, year) in [(SurveyColumn.year, year), (.dataYear, dataYear ?? year)] where !Self.years.contains(year) {
      throw failure(
        record, layout.columns[column],
        "\(column.rawValue) \(year) is no year from \(Self.years.lowerBound) to \(Self.years.upperBound)",
        "write the year of the survey, such as 2025")
    }
    guard let dataYear, dataYear > year else { return }
    throw failure(
      record, layout.columns[.dataYear] ?? layout.columns[.year],
      "data_year \(dataYear) is after the year of publication, \(year)",
      "data_year is the year in which the work was done, year that of publication")
  }

  /// A metric that the map does not name: an error where it is likely a slip, and otherwise one that is not read.
  private func otherMetric(_ word: String, _ record: SurveyRecord, _ field: Int) throws(RowFailure) -> Outcome {
    let known = layout.map.metricWords.keys.sorted()
    guard let nearest = SpellingSuggestion.nearest(to: LogHeader.normalized(word), in: known) else {
      return .otherMetric(HeaderShape.isName(word) ? word : nil)
    }
    throw failure(record, field, "metric \(HeaderShape.quoted(word)) is not known", "is it \(nearest)?")
  }

  // MARK: Numbers

  private func points(
    of measure: SurveyLayout.Measure, _ numbers: inout SurveyCells
  ) throws(RowFailure) -> [SurveyPoint] {
    var points: [SurveyPoint] = []
    for point in measure.points {
      guard let value = try number("p\(point.percent)", point.field, &numbers, "write a plain number, such as 5996")
      else { continue }
      if let last = points.last, value < last.millionths {
        throw failure(
          numbers.record, point.field,
          "p\(point.percent) (\(DecimalText.plain(value, scale: 6))) is below p\(last.percent) (\(DecimalText.plain(last.millionths, scale: 6))): percentiles never fall",
          "check the row against the survey; nothing is placed in it")
      }
      points.append(SurveyPoint(percent: point.percent, millionths: value))
    }
    return points
  }

  private func moment(
    _ column: SurveyColumn, _ field: Int?, _ numbers: inout SurveyCells
  ) throws(RowFailure) -> Int64? {
    guard let field else { return nil }
    return try number(column.rawValue, field, &numbers, "write a plain number, or leave the cell blank")
  }

  private func number(
    _ name: String, _ field: Int, _ numbers: inout SurveyCells, _ hint: String
  ) throws(RowFailure) -> Int64? {
    switch numbers.number(field) {
    case .value(_, hasDollarSign: true) where !numbers.metric.isDollars:
      throw failure(
        numbers.record, field, "\(name) of \(numbers.metric.words) is in dollars",
        "see whether the row's metric is right", .mistakenMetric)
    case .value(let value, _): return value
    case .blank, .notPublished: return nil
    case .negative:
      throw failure(numbers.record, field, "\(name) \(numbers.record.shown(field)) is below zero", hint)
    case .notANumber:
      throw failure(numbers.record, field, "\(name) \(numbers.record.shown(field)) is not a number", hint)
    }
  }

  /// A count that cannot be read is not the same as none: fewer respondents than the least allowed place nobody. So does a mark
  /// in place of the respondents, by which surveys say that there are fewer than can be shown.
  private func count(_ column: SurveyColumn, _ field: Int?, _ numbers: inout SurveyCells) throws(RowFailure) -> Int? {
    guard let field else { return nil }
    switch numbers.count(field) {
    case .value(let value, _) where value % 1_000_000 == 0: return Int(value / 1_000_000)
    case .notPublished where column == .respondents:
      throw failure(
        numbers.record, field,
        "n \(numbers.record.shown(field)) says that there are fewer respondents than can be shown, so nobody is placed in the row",
        "write n where the survey publishes it, or leave the cell blank where it does not say it of any row",
        .fewRespondents)
    case .blank, .notPublished: return nil
    default:
      throw failure(
        numbers.record, field, "\(column.rawValue) \(numbers.record.shown(field)) is not a whole number",
        "write a plain number, or leave the cell blank")
    }
  }
}

/// The numbers of a record, read by the rules of its map.
private struct SurveyCells {
  let record: SurveyRecord
  let layout: SurveyLayout
  let metric: SurveyMetric
  let file: String
  /// How many cells say that their value is not published.
  private(set) var notPublished = 0

  init(record: SurveyRecord, layout: SurveyLayout, metric: SurveyMetric, file: String) {
    self.record = record
    self.layout = layout
    self.metric = metric
    self.file = file
  }

  mutating func number(_ field: Int) -> SurveyNumber {
    read(field, thousands: layout.map.thousands.contains(metric))
  }
  mutating func count(_ field: Int) -> SurveyNumber { read(field, thousands: false) }

  private mutating func read(_ field: Int, thousands: Bool) -> SurveyNumber {
    let number = SurveyNumber(record.text(field) ?? "", marks: layout.map.marks, thousands: thousands)
    if number == .notPublished { notPublished += 1 }
    return number
  }
}

extension SurveyLayout {
  /// The field of a percent of the first metric; nil where it has none.
  func field(ofPercent percent: Int) -> Int? { measures.first?.points.first { $0.percent == percent }?.field }
}

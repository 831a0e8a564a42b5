import Benchmarking
import ProductivityModel

/// Holds the rows of a survey against what can be, against each other, and against how percentiles may be made.
struct SurveyCheck {
  private let layout: SurveyLayout
  private let file: String
  private let records: [Int: SurveyRecord]

  init(_ opening: SurveyOpening, file: String) {
    layout = opening.layout
    self.file = file
    records = Dictionary(opening.table.records.map { ($0.line, $0) }, uniquingKeysWith: { $1 })
  }

  /// Leaves out the rows with an error and tells of all doubts.
  func apply(to survey: inout Survey) {
    var kept: [SurveyRow] = []
    for row in survey.rows {
      let doubts = SurveyDoubt.all(about: row)
      for doubt in doubts {
        let new = finding(doubt, row)
        // Metrics side by side share their counts, and what is wrong with them.
        let isTold = survey.findings.last.map { $0.position == new.position && $0.message == new.message } ?? false
        if !isTold { survey.findings.append(new) }
      }
      if doubts.contains(where: \.isError) { survey.account.leftOut += 1 } else { kept.append(row) }
    }
    survey.rows = kept
    leaveOutRepeated(&survey)
    leaveOutFallacies(&survey)
    for triple in SurveyTriple.all(in: survey.rows) where triple.isImplausible {
      survey.findings.append(
        Finding(
          .doubtfulSurveyRow, at: position(of: triple.rate, column: "p50"),
          "\(Self.shown(triple.rate)): the median of compensation per work RVU is more than \(SurveyTriple.mostFactor) times the quotient of the medians of pay and work RVUs, or less than a third",
          hint: "see whether columns are exchanged"))
    }
    let without = survey.rows.filter { $0.respondents == nil }
    if let first = without.first {
      survey.findings.append(
        Finding(
          .doubtfulSurveyRow, at: first.position,
          "the row does not say how many respondents it has, so it cannot be told whether they are too few",
          hint: "add a column n, or n_incumbents, where the survey publishes it", count: without.count))
    }
  }

  private func finding(_ doubt: SurveyDoubt, _ row: SurveyRow) -> Finding {
    let problem: Problem =
      switch doubt.kind {
      case .allZero: .badSurveyRow
      case .wrongMagnitude: .mistakenMetric
      case .oddMagnitude, .meanOutside, .noMedian, .fewerThanOrganisations: .doubtfulSurveyRow
      }
    return Finding(
      problem, at: position(of: row, column: doubt.column), "\(Self.shown(row)): \(doubt.message)", hint: doubt.hint)
  }

  /// A row's specialty where it looks like one, otherwise what kind of text it is: columns shift in bad files.
  private static func shown(_ row: SurveyRow) -> String {
    var text = row.specialty
    let isName =
      text.count <= 60
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType == nil && " -:/&()'.".unicodeScalars.contains($0)
      }
    return isName ? text : text.withUTF8 { CellShape.kind($0) }
  }

  /// Where a column of a row stands: the row as a whole where the file has no such column.
  private func position(of row: SurveyRow, column name: String) -> SourcePosition {
    guard let line = row.position.line, let record = records[line] else { return row.position }
    let measure = layout.measures.first { $0.metric == row.metric } ?? layout.measures.first
    let column = SurveyColumn(rawValue: name)
    let percent = Int(name.dropFirst())
    let field =
      column.flatMap { measure?.columns[$0] ?? layout.columns[$0] }
      ?? measure?.points.first { $0.percent == percent }?.field
    return record.position(field, in: file)
  }

  // MARK: Rows that are there twice

  private struct Key: Hashable {
    var survey: String
    var year: Int
    var dataYear: Int?
    var specialty: String
    var region: String
    var providerType: String
    var metric: SurveyMetric

    init(_ row: SurveyRow) {
      survey = row.survey
      year = row.year
      dataYear = row.dataYear
      specialty = SpecialtyNames.normalized(row.specialty)
      region = SpecialtyNames.normalized(row.region)
      providerType = SpecialtyNames.normalized(row.providerType)
      metric = row.metric
    }
  }

  /// Of rows that say the same of the same the first is kept; of rows that say different things none is.
  private func leaveOutRepeated(_ survey: inout Survey) {
    let groups = Dictionary(grouping: survey.rows, by: Key.init)
    var leftOut: Set<SourcePosition> = []
    var findings: [Finding] = []
    for rows in groups.values where rows.count > 1 {
      guard let first = rows.first else { continue }
      func content(_ row: SurveyRow) -> SurveyRow {
        var row = row
        row.position = first.position
        return row
      }
      let isSame = rows.allSatisfy { content($0) == first }
      let metric = first.metric
      for row in rows.dropFirst() {
        findings.append(
          Finding(
            .repeatedSurveyRow, at: row.position,
            "\(Self.shown(row)), \(metric.words): the row is there already in line \(first.position.line ?? 0)"
              + (isSame ? ", and says the same" : " with other values, so neither is used"),
            hint: isSame ? "take one of the two out" : "take out the one that is wrong"))
      }
      for row in isSame ? Array(rows.dropFirst()) : rows { leftOut.insert(place(of: row)) }
    }
    survey.findings += findings
    leaveOut(leftOut, &survey)
  }

  // MARK: Fallacies

  private func leaveOutFallacies(_ survey: inout Survey) {
    var leftOut: Set<SourcePosition> = []
    for fallacy in PercentileFallacy.all(in: survey.rows) {
      let (row, percents): (SurveyRow, [Int])
      switch fallacy {
      case .productOfPercentiles(let total, let at):
        (row, percents) = (total, at)
        survey.findings.append(
          Finding(
            .productOfPercentiles, at: row.position,
            "\(Self.shown(row)): total compensation is at \(list(percents)) the product of the percentiles of work RVUs and of compensation per work RVU, which is no percentile of pay",
            hint: "take the survey's own row of total compensation"))
      case .quotientOfPercentiles(let rate, let at):
        (row, percents) = (rate, at)
        survey.findings.append(
          Finding(
            .quotientOfPercentiles, at: row.position,
            "\(Self.shown(row)): compensation per work RVU is at \(list(percents)) the quotient of the percentiles of total compensation and of work RVUs, which is no percentile of it",
            hint: "take the survey's own row of compensation per work RVU"))
      }
      leftOut.insert(place(of: row))
    }
    leaveOut(leftOut, &survey)
  }

  private func list(_ percents: [Int]) -> String { percents.map { "p\($0)" }.joined(separator: ", ") }

  /// A place that tells the metrics of one record apart.
  private func place(of row: SurveyRow) -> SourcePosition {
    SourcePosition(file: row.metric.rawValue, line: row.position.line)
  }

  private func leaveOut(_ places: Set<SourcePosition>, _ survey: inout Survey) {
    let before = survey.rows.count
    survey.rows.removeAll { places.contains(place(of: $0)) }
    survey.account.leftOut += before - survey.rows.count
  }
}

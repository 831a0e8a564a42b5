import Benchmarking
import ProductivityModel

/// A survey map laid over the header of a file: which field is what.
struct SurveyLayout {
  /// A percentile column.
  struct Point {
    var percent: Int
    var field: Int
  }

  /// The fields of one metric.
  struct Measure {
    /// The metric; nil where the record says it.
    var metric: SurveyMetric?
    /// The percentile columns, percents ascending.
    var points: [Point]
    var columns: [SurveyColumn: Int]
  }

  let map: SurveyMap
  /// The line of the header's last row, and the index of the first record after it.
  let headerLine: Int
  let firstRecord: Int
  /// The headers, as they are written.
  let headers: [String]
  private(set) var columns: [SurveyColumn: Int] = [:]
  private(set) var measures: [Measure] = []
  /// The fields with a header that nothing is read of.
  private(set) var unread: [Int] = []

  /// Lays a map over rows of a file; nil where they are not its header.
  init?(_ map: SurveyMap, over rows: ArraySlice<SurveyRecord>, constants: SurveyReading) {
    guard rows.count == map.headerRows, let last = rows.last, rows.allSatisfy({ $0.fault == nil }) else { return nil }
    self.map = map
    headerLine = last.line
    firstRecord = rows.endIndex
    let header = LogHeader(rows.map(\.cells), line: last.line)
    headers = header.texts
    var read: Set<Int> = []
    func field(_ wanted: [String]?) -> Int? {
      let found = wanted?.lazy.compactMap { header.fields(named: $0).first }.first
      if let found { read.insert(found) }
      return found
    }
    // Most rows of a file are no header: they are known by this first.
    columns[.specialty] = field(map.columns[.specialty])
    guard columns[.specialty] != nil else { return nil }
    for column in SurveyColumn.allCases { columns[column] = field(map.columns[column]) }
    for measure in map.measures {
      var points: [Point] = []
      for (number, spellings) in header.spellings.enumerated() {
        guard case .percent(let percent) = measure.meaning(of: spellings) else { continue }
        points.append(Point(percent: percent, field: number))
        read.insert(number)
      }
      var own: [SurveyColumn: Int] = [:]
      for (column, names) in measure.columns { own[column] = field(names) }
      guard !points.isEmpty else { continue }
      measures.append(
        Measure(
          metric: measure.metric, points: points.sorted { ($0.percent, $0.field) < ($1.percent, $1.field) },
          columns: own))
    }
    unread = headers.indices.filter { !read.contains($0) && !headers[$0].trimmed.isEmpty }
    let hasMetric = columns[.metric] != nil || map.measures.allSatisfy { ($0.metric ?? map.fixed.metric) != nil }
    guard hasMetric else { return nil }
    // The standard form is known by its names, so that its missing percentiles can be told of.
    if map.isStandard {
      guard columns[.survey] != nil || constants.name != nil, columns[.year] != nil || constants.year != nil else {
        return nil
      }
    } else if measures.isEmpty {
      return nil
    }
  }

  /// What keeps the file from being read at all.
  ///
  /// - Throws: ``InputFailure`` with the line of the header.
  func check(file: String) throws(InputFailure) {
    for measure in map.measures {
      for (number, header) in headers.enumerated() where measure.meaning(of: [header]) == .refused {
        throw refusal(of: number, file)
      }
    }
    if map.isStandard { try checkNames(file) }
    guard !measures.isEmpty else {
      throw InputFailure(
        file, line: headerLine, "there is no percentile column",
        hint: "name the columns of percentiles p10, p25, p50, p75, p90")
    }
    for measure in measures {
      for (point, next) in zip(measure.points, measure.points.dropFirst()) where point.percent == next.percent {
        throw InputFailure(
          file, line: headerLine,
          "the columns \(HeaderShape.shown(headers[point.field])) and \(HeaderShape.shown(headers[next.field])) are the same percentile"
        )
      }
    }
  }

  private func refusal(of field: Int, _ file: String) -> InputFailure {
    InputFailure(
      file, line: headerLine, "the column \(HeaderShape.quoted(headers[field])) is not read",
      hint: "rename it or take it out: percentiles are whole numbers from 1 to 99")
  }

  /// Refuses headers of the standard form that are meant for one of its columns and are not called as it is.
  private func checkNames(_ file: String) throws(InputFailure) {
    let names = headers.map(LogHeader.normalized)
    for (number, name) in names.enumerated() where !name.isEmpty && names[..<number].contains(name) {
      throw InputFailure(file, line: headerLine, "the column \(HeaderShape.shown(headers[number])) is there twice")
    }
    let absent = SurveyColumn.allCases.map(\.rawValue).filter { !names.contains($0) }.sorted()
    for field in unread {
      let name = names[field]
      if let digits = Self.percentileDigits(name) {
        let isPercent = (1...99).contains(Int(digits) ?? 0)
        throw InputFailure(
          file, line: headerLine, "the column \(HeaderShape.quoted(name)) is not read",
          hint: isPercent
            ? "is it p\(digits)? Percentiles are whole numbers from p1 to p99" : "rename it or take it out")
      }
      let meant =
        SpellingSuggestion.nearest(to: name, in: absent.filter { $0.count >= 3 && $0 != "mean" })
        ?? absent.first { HeaderedTable.resembles(name, $0) }
      if let meant {
        throw InputFailure(
          file, line: headerLine, "the column \(HeaderShape.quoted(name)) is not read",
          hint: "is it \(meant)? Rename it")
      }
    }
  }

  /// The digits of a header that is meant for a percentile, such as `p75th`, `p 50`, `75th` or `percentile_25`; nil for
  /// any other.
  private static func percentileDigits(_ header: String) -> String? {
    var rest = header.filter { !" _-".contains($0) }[...]
    let prefix = ["percentile", "pctile", "perc", "pctl", "pct", "p"].first { rest.hasPrefix($0) }
    rest = rest.dropFirst(prefix?.count ?? 0)
    let digits = rest.prefix { "0"..."9" ~= $0 }
    guard !digits.isEmpty else { return nil }
    let isOrdinal = ["st", "nd", "rd", "th"].contains { rest.dropFirst(digits.count).hasPrefix($0) }
    return prefix != nil || isOrdinal ? String(digits) : nil
  }
}

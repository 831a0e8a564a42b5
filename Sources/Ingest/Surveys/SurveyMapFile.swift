import Benchmarking
import ProductivityModel

/// Reads survey maps from YAML.
public enum SurveyMapFile {
  private static let keys = [
    "map", "title", "source", "sheet", "headers", "survey", "columns", "percentiles", "metrics", "leaveOut", "metric",
    "measures", "notPublished", "thousands", "fill", "region", "provider_type",
  ]
  private static let columnNames = SurveyColumn.allCases.map(\.rawValue)
  /// The columns that a metric can have of its own where the metrics are side by side.
  private static let measureColumns: [SurveyColumn] = [.mean, .deviation, .respondents, .organisations]

  /// Reads a survey map.
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong, with its line.
  public static func read(_ bytes: [UInt8], file: String) throws(InputFailure) -> SurveyMap {
    let root = try SettingsNode.read(bytes, file: file)
    let entries = try root.entries(allowing: keys, in: "a survey map")
    var map = SurveyMap(name: try entries.required("map", in: root, "a survey map").text())
    map.title = try entries["title"]?.text() ?? ""
    map.source = try entries["source"]?.text() ?? ""
    map.sheet = try entries["sheet"]?.text()
    if let node = entries["headers"] {
      map.headerRows = try node.integer()
      guard (1...5).contains(map.headerRows) else { throw node.failure("a header has 1 to 5 rows") }
    }
    map.fixed.region = try entries["region"]?.text()
    map.fixed.providerType = try entries["provider_type"]?.text()
    if let node = entries["survey"] {
      let keys = try node.entries(allowing: ["name", "year", "dataYear"], in: "survey")
      map.fixed.survey = try keys["name"].map(name)
      map.fixed.year = try keys["year"]?.year()
      map.fixed.dataYear = try keys["dataYear"]?.year()
    }
    let columns = try entries.required("columns", in: root, "a survey map")
    for (key, node) in try columns.entries(allowing: columnNames, in: "columns").sorted(by: { $0.key < $1.key }) {
      if let column = SurveyColumn(rawValue: key) { map.columns[column] = try texts(node) }
    }
    guard map.columns[.specialty] != nil else { throw columns.failure("the map gives no specialty") }
    map.marks = Set(try (entries["notPublished"].map(texts) ?? []).map(LogHeader.normalized))
    for item in entries["thousands"]?.items() ?? [] { map.thousands.insert(try metric(item)) }
    for item in entries["fill"]?.items() ?? [] {
      let column = try item.choice(of: SurveyColumn.self, "a column of surveys")
      guard map.columns[column] != nil else { throw item.failure("the map gives no \(column.rawValue) to fill down") }
      map.filledDown.insert(column)
    }
    try readMeasures(entries, root, into: &map)
    return map
  }

  private static func readMeasures(
    _ entries: [String: SettingsNode], _ root: SettingsNode, into map: inout SurveyMap
  ) throws(InputFailure) {
    if let node = entries["measures"] {
      for key in ["percentiles", "metrics", "leaveOut", "metric"] {
        if let other = entries[key] { throw other.failure("a map has either \"measures\" or \"\(key)\"") }
      }
      let names = SurveyMetric.allCases.map(\.rawValue)
      for (key, value) in try node.entries(allowing: names, in: "measures").sorted(by: { $0.key < $1.key }) {
        guard let metric = SurveyMetric(rawValue: key) else { continue }
        let parts = try value.entries(
          allowing: ["percentiles"] + measureColumns.map(\.rawValue), in: "a measure")
        var measure = SurveyMap.Measure(
          metric: metric, percentiles: try percentiles(parts.required("percentiles", in: value, "a measure")))
        for column in measureColumns {
          if let node = parts[column.rawValue] { measure.columns[column] = try texts(node) }
        }
        map.measures.append(measure)
      }
      guard !map.measures.isEmpty else { throw node.failure("the map measures nothing") }
      map.measures.sort { ($0.metric ?? .workRVU) < ($1.metric ?? .workRVU) }
      return
    }
    let node = try entries.required("percentiles", in: root, "a survey map without \"measures\"")
    map.measures = [SurveyMap.Measure(metric: nil, percentiles: try percentiles(node))]
    if let node = entries["metric"] { map.fixed.metric = try metric(node) }
    if let node = entries["metrics"] {
      let names = SurveyMetric.allCases.map(\.rawValue)
      for (key, value) in try node.entries(allowing: names, in: "metrics").sorted(by: { $0.key < $1.key }) {
        for word in try texts(value) {
          let previous = map.metricWords.updateValue(SurveyMetric(rawValue: key), forKey: LogHeader.normalized(word))
          if previous != nil { throw value.failure("\"\(word)\" is there for two metrics") }
        }
      }
    }
    for word in try entries["leaveOut"].map(texts) ?? [] {
      map.metricWords.updateValue(nil, forKey: LogHeader.normalized(word))
    }
    let isTold = map.columns[.metric] != nil && !map.metricWords.isEmpty
    guard isTold != (map.fixed.metric != nil) else {
      throw root.failure(
        "the map says not what is measured, or says it twice",
        hint:
          "give \"metric: work_rvu\" for a table of one metric, or a metric column and what its words mean in \"metrics\""
      )
    }
  }

  // MARK: Values

  private static func percentiles(_ node: SettingsNode) throws(InputFailure) -> [PercentileHeaders] {
    if node.isMapping {
      var named: [String: Int] = [:]
      for (key, keyNode, value) in try node.pairs("percentiles") {
        guard let percent = Int(key), (1...99).contains(percent) else {
          throw keyNode.failure("\"\(key)\" is not a percent", hint: "percentiles are whole numbers from 1 to 99")
        }
        for text in try texts(value) { named[text] = percent }
      }
      return [PercentileHeaders(named: named)]
    }
    var patterns: [PercentileHeaders] = []
    for item in node.items() {
      if item.isMapping {
        patterns += try percentiles(item)
        continue
      }
      guard let pattern = PercentileHeaders(pattern: try item.text()) else {
        throw item.failure(
          "the pattern has no \(PercentileHeaders.placeholder)",
          hint: "write it like \"tcc_p\(PercentileHeaders.placeholder)\"")
      }
      patterns.append(pattern)
    }
    return patterns
  }

  private static func metric(_ node: SettingsNode) throws(InputFailure) -> SurveyMetric {
    try node.choice(of: SurveyMetric.self, "a metric of surveys")
  }

  private static func texts(_ node: SettingsNode) throws(InputFailure) -> [String] {
    var texts: [String] = []
    for item in node.items() {
      let text = try item.text()
      guard !text.trimmed.isEmpty else { throw item.failure("a word is blank") }
      texts.append(text)
    }
    guard !texts.isEmpty else { throw node.failure("at least one word is expected here") }
    return texts
  }

  /// A survey's name.
  static func name(_ node: SettingsNode) throws(InputFailure) -> String {
    let text = try node.text().trimmed
    guard let first = text.first, !"=+-@".contains(first), text.utf8.count <= 200 else {
      throw node.failure("the name is blank, long, or starts as a formula does")
    }
    return text
  }
}

import ProductivityModel

/// How a log's own headers and values become the standard columns.
public struct ColumnMap: Sendable {
  /// The map's name.
  public var name: String
  /// The header in the file for each standard column that it has.
  public var headers: [LogColumn: String]
  /// A value for every record of a column that the file does not have.
  public var fixed: [LogColumn: String]
  /// Whether headers that are no standard column are to be told of: in the standard layout they may be slips.
  public var isStandard: Bool

  /// The standard layout: every column under its own name.
  public static let standard = ColumnMap(
    name: "standard", headers: Dictionary(uniqueKeysWithValues: LogColumn.allCases.map { ($0, $0.rawValue) }),
    fixed: [:], isStandard: true)

  /// The map with the source's own RVUs in a column of the file.
  public func reconciling(_ header: String) -> ColumnMap {
    var map = self
    map.headers[.sourceRVU] = header
    map.fixed[.sourceRVU] = nil
    return map
  }

  /// Reads a column map from YAML: `map`, `columns` (standard name: header) and `fixed` (standard name: value).
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong, with its line.
  public static func read(_ bytes: [UInt8], file: String) throws(InputFailure) -> ColumnMap {
    let root = try SettingsNode.read(bytes, file: file)
    let entries = try root.entries(allowing: ["map", "description", "columns", "fixed"], in: "a column map")
    let allowed = LogColumn.allCases.map(\.rawValue)
    var headers: [LogColumn: String] = [:]
    let columns = try entries.required("columns", in: root, "a column map")
    for (key, node) in try columns.entries(allowing: allowed, in: "columns").sorted(by: { $0.key < $1.key }) {
      if let column = LogColumn(rawValue: key) { headers[column] = try node.text() }
    }
    var fixed: [LogColumn: String] = [:]
    if let node = entries["fixed"] {
      for (key, value) in try node.entries(allowing: allowed, in: "fixed").sorted(by: { $0.key < $1.key }) {
        guard let column = LogColumn(rawValue: key) else { continue }
        if headers[column] != nil { throw value.failure("\(key) has both a column and a fixed value") }
        fixed[column] = try value.text()
      }
    }
    for column in LogColumn.allCases where column.isRequired && headers[column] == nil && fixed[column] == nil {
      throw root.failure("the map gives no \(column.rawValue), which every log needs")
    }
    return ColumnMap(
      name: try entries.required("map", in: root, "a column map").text(), headers: headers, fixed: fixed,
      isStandard: false)
  }
}

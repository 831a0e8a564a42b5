import ProductivityModel

/// Where each standard column of a log is among its fields, and the fixed values of columns that it has not.
struct LogColumns: ~Copyable {
  /// Where each column is: its field, or one of the two below. Within the value, since every cell is found by it.
  private var indices = InlineArray<20, Int>(repeating: Self.absent)
  private var lists = [[Int]](repeating: [], count: LogColumn.allCases.count)
  private let fixed: UnsafeMutableBufferPointer<UInt8>
  private var fixedRanges = [Range<Int>](repeating: 0..<0, count: LogColumn.allCases.count)

  private init(fixedValues: [LogColumn: String]) {
    var bytes: [UInt8] = []
    for (index, column) in LogColumn.allCases.enumerated() {
      let start = bytes.count
      bytes.append(contentsOf: (fixedValues[column] ?? "").utf8)
      fixedRanges[index] = start..<bytes.count
      if start < bytes.count { indices[index] = Self.fixedValue }
    }
    fixed = .allocate(capacity: bytes.count)
    _ = fixed.initialize(from: bytes)
  }

  private init(copyOf other: borrowing LogColumns) {
    indices = other.indices
    lists = other.lists
    fixedRanges = other.fixedRanges
    fixed = .allocate(capacity: other.fixed.count)
    _ = fixed.initialize(from: other.fixed)
  }

  deinit { fixed.deallocate() }

  /// The same with memory of its own.
  func copy() -> LogColumns { LogColumns(copyOf: self) }

  /// What is below zero is no field: a column that the log has not, and one with a fixed value.
  static let absent = -1
  static let fixedValue = -2

  /// The field of a column; below zero where the log has none.
  @inline(__always)
  subscript(column: LogColumn) -> Int { indices[Self.number(column)] }

  /// The fixed value of a column; empty where there is none.
  @inline(__always)
  func fixed(_ column: LogColumn) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: fixed[fixedRanges[Self.number(column)]])
  }

  @inline(__always)
  static func number(_ column: LogColumn) -> Int {
    switch column {
    case .lineID: 0
    case .clinicianID: 1
    case .specialty: 2
    case .serviceDate: 3
    case .postDate: 4
    case .patientID: 5
    case .code: 6
    case .modifiers: 7
    case .units: 8
    case .placeOfService: 9
    case .charge: 10
    case .minutes: 11
    case .baseUnits: 12
    case .postopDays: 13
    case .billingID: 14
    case .supervisingID: 15
    case .claimID: 16
    case .voidOf: 17
    case .sourceRVU: 18
    case .claimFrequency: 19
    }
  }

  /// The columns that the log has, or that have fixed values.
  var columns: Set<LogColumn> {
    Set(LogColumn.allCases.filter { self[$0] != Self.absent })
  }

  /// Every field of a column, in the order of its headers; none where the log has none.
  func fields(_ column: LogColumn) -> [Int] { lists[Self.number(column)] }

  /// Finds the columns of a header.
  ///
  /// - Throws: ``InputFailure`` where a required column is missing or a name is there twice.
  static func resolve(
    _ header: LogHeader, map: ColumnMap, file: String, findings: inout [Finding]
  ) throws(InputFailure) -> LogColumns {
    var columns = LogColumns(fixedValues: map.fixed)
    let position = SourcePosition(file: file, line: header.line)
    for column in LogColumn.allCases {
      guard let source = map.columns[column] else { continue }
      var fields: [Int] = []
      var missing: String?
      for wanted in source.headers {
        let matches = header.fields(named: wanted)
        if matches.count > 1 {
          throw InputFailure(file, line: header.line, "the column \(wanted) is there \(matches.count) times")
        }
        if let field = matches.first { fields.append(field) } else { missing = missing ?? wanted }
      }
      columns.lists[number(column)] = fields
      if let field = fields.first { columns.indices[number(column)] = field }
      guard let missing, fields.isEmpty || !source.isOptional && source.choice == .joined else { continue }
      if source.isOptional {
        findings.append(
          Finding(
            .absentColumn, at: position, "the column \(HeaderShape.quoted(missing)) of \(column.rawValue) is not there",
            hint: "\(column.rawValue) is blank in every record of this file"))
      } else if column.isRequired || !map.isStandard || missing != column.rawValue {
        throw failure(missing, header, map, file)
      }
    }
    if map.isStandard { tellUnread(header, map, position, &findings) }
    return columns
  }

  /// The error of a column that is not there.
  static func failure(_ wanted: String, _ header: LogHeader, _ map: ColumnMap, _ file: String) -> InputFailure {
    // A file without a header starts with a record, which is not shown. In the standard layout clinician_id is missing
    // first, and no patient's name or number is spelt like that; a map may call a column as people are called.
    let isHeader = header.has(any: map.columns.values.flatMap(\.headers))
    if let place = header.place(above: wanted) {
      return InputFailure(
        file, line: header.line, "the column \(wanted) is missing",
        hint: "\(wanted) stands in row \(place.line), above the header in row \(header.line): "
          + (place.rows <= 5 ? "write headers: \(place.rows) in the column map" : "write it into that row"))
    }
    let nearest =
      isHeader || map.isStandard
      ? SpellingSuggestion.nearest(to: wanted, in: header.texts.filter { HeaderShape.isName($0.trimmed) }) : nil
    return InputFailure(
      file, line: header.line, "the column \(wanted) is missing",
      hint: nearest.map { "is it the column \"\($0)\"? Rename it, or name it in a column map" }
        ?? (isHeader
          ? "the header has: \(HeaderShape.list(header.texts))"
          : "the first line has none of the expected headers"))
  }

  private static func tellUnread(
    _ header: LogHeader, _ map: ColumnMap, _ position: SourcePosition, _ findings: inout [Finding]
  ) {
    let names = header.firstNames
    let headers = map.columns.values.flatMap(\.headers).map(LogHeader.normalized)
    let known = Set(LogColumn.allCases.map(\.rawValue)).union(headers)
    for (name, text) in zip(names, header.texts) where !known.contains(name) && !name.isEmpty {
      let nearest = SpellingSuggestion.nearest(to: name, in: known.filter { !names.contains($0) })
      findings.append(
        Finding(
          nearest == nil ? .unreadColumn : .misspeltColumn, at: position,
          "the column \(HeaderShape.quoted(text)) is not read",
          hint: nearest.map { "did you mean \($0)?" }))
    }
  }
}

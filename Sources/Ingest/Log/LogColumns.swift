import ProductivityModel

/// Where each standard column of a log is among its fields, and the fixed values of columns that it has not.
struct LogColumns: ~Copyable {
  private var indices = [Int](repeating: -1, count: LogColumn.allCases.count)
  private let fixed: UnsafeMutableBufferPointer<UInt8>
  private var fixedRanges = [Range<Int>](repeating: 0..<0, count: LogColumn.allCases.count)

  private init(fixedValues: [LogColumn: String]) {
    var bytes: [UInt8] = []
    for (index, column) in LogColumn.allCases.enumerated() {
      let start = bytes.count
      bytes.append(contentsOf: (fixedValues[column] ?? "").utf8)
      fixedRanges[index] = start..<bytes.count
    }
    fixed = .allocate(capacity: max(1, bytes.count))
    _ = fixed.initialize(from: bytes)
  }

  deinit { fixed.deallocate() }

  /// The field of a column; -1 where the log has none.
  @inline(__always)
  subscript(column: LogColumn) -> Int { indices[Self.number(column)] }

  /// The fixed value of a column; empty where there is none.
  @inline(__always)
  func fixed(_ column: LogColumn) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: fixed[fixedRanges[Self.number(column)]])
  }

  @inline(__always)
  private static func number(_ column: LogColumn) -> Int {
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
    }
  }

  /// Finds the columns of a header.
  ///
  /// - Throws: ``InputFailure`` where a required column is missing or a name is there twice.
  static func resolve(
    _ header: [String], map: ColumnMap, position: SourcePosition, findings: inout [Finding]
  ) throws(InputFailure) -> LogColumns {
    var columns = LogColumns(fixedValues: map.fixed)
    let names = header.map(normalized)
    for column in LogColumn.allCases {
      guard let wanted = map.headers[column] else { continue }
      let matches = names.indices.filter { names[$0] == normalized(wanted) }
      if matches.count > 1 {
        throw InputFailure(position.file, line: position.line, "the column \(wanted) is there \(matches.count) times")
      }
      if let index = matches.first {
        columns.indices[number(column)] = index
      } else if column.isRequired || !map.isStandard || wanted != column.rawValue {
        // A file without a header starts with a record, which is not shown. In the standard layout clinician_id is missing
        // first, and no patient's name or number is spelt like that; a map may call a column as people are called.
        let isHeader = map.headers.values.contains { names.contains(normalized($0)) }
        let nearest =
          isHeader || map.isStandard
          ? SpellingSuggestion.nearest(to: wanted, in: header.filter { HeaderShape.isName($0.trimmed) }) : nil
        throw InputFailure(
          position.file, line: position.line, "the column \(wanted) is missing",
          hint: HeaderShape.separatorHint(header)
            ?? nearest.map { "is it the column \"\($0)\"? Rename it, or name it in a column map" }
            ?? (isHeader
              ? "the header has: \(HeaderShape.list(header))" : "the first line has none of the expected headers")
        )
      }
    }
    if map.isStandard {
      let known = Set(LogColumn.allCases.map(\.rawValue)).union(map.headers.values.map(normalized))
      for (name, text) in zip(names, header) where !known.contains(name) && !name.isEmpty {
        let nearest = SpellingSuggestion.nearest(to: name, in: known.filter { !names.contains($0) })
        findings.append(
          Finding(
            nearest == nil ? .unreadColumn : .misspeltColumn, at: position,
            "the column \(HeaderShape.quoted(text)) is not read",
            hint: nearest.map { "did you mean \($0)?" }))
      }
    }
    return columns
  }

  private static func normalized(_ name: String) -> String {
    String(name.lowercased().drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

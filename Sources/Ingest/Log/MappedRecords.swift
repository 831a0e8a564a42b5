import ProductivityModel
import Tabular

/// The records of a log whose cells become standard ones on the way: several columns into one, one into several, clinicians
/// by name, rows that are no services.
struct MappedRecords<Reader: RecordReader & ~Copyable>: LogRecords, ~Copyable {
  private var reader: Reader
  private let map: ColumnMap
  private let path: String
  private let fields: LogColumns
  private let fieldCount: Int
  private let conditions: [(field: Int, condition: RowCondition)]
  private var others: OtherRows
  private let headerFindings: [Finding]
  /// How each column that is not read as it is comes about.
  private let rewritten: [(column: LogColumn, source: ColumnSource, fields: [Int])]
  private var lookups: [ClinicianLookup]
  /// The columns of days that are read as they are, and whether any number may be one.
  private let days: [(column: LogColumn, field: Int)]
  /// Where the text of each column is, in the order of the columns.
  private var places = [Place](repeating: .none, count: LogColumn.allCases.count)
  private let scratch = RewrittenText()
  private var used = 0
  private var lookupFault: Finding?
  /// The columns that are filled down, by their fields, with the last texts in them.
  private var filled: [(column: LogColumn, field: Int, text: [UInt8])] = []

  /// Where a cell's text is.
  private enum Place {
    case none
    case field(Int)
    case scratch(Int, Int)
  }

  /// Reads up to the header.
  ///
  /// - Throws: ``InputFailure`` where there is no header or a column that the map needs is missing.
  init(_ reader: consuming Reader, path: String, map: ColumnMap, clinicians: ClinicianDirectory?) throws {
    self.path = path
    self.map = map
    let named = try map.layout.map { layout in try HeaderSearch(passingOver: map.headerRows, &reader, layout) }
    guard let search = try named ?? HeaderSearch(&reader, map, file: path) else {
      throw InputFailure(path, "is empty", hint: "a log starts with a line of headers")
    }
    var findings: [Finding] = []
    let fields = try LogColumns.resolve(search.header, map: map, file: path, findings: &findings)
    var conditions: [(field: Int, condition: RowCondition)] = []
    for condition in map.keep {
      guard let field = search.header.fields(named: condition.header).first else {
        throw LogColumns.failure(condition.header, search.header, map, path)
      }
      conditions.append((field, condition))
    }
    self.conditions = conditions
    var rewritten: [(column: LogColumn, source: ColumnSource, fields: [Int])] = []
    for column in LogColumn.allCases {
      guard let source = map.columns[column], !source.isPlain, !fields.fields(column).isEmpty else { continue }
      rewritten.append((column, source, fields.fields(column)))
    }
    lookups = rewritten.map { ClinicianLookup(clinicians, by: $0.source.key) }
    self.rewritten = rewritten
    for entry in rewritten where entry.source.fillsDown { filled += entry.fields.map { (entry.column, $0, []) } }
    fieldCount = search.header.count
    others = OtherRows(search.header, rowsAbove: search.rowsAbove, map: map, file: path)
    headerFindings = findings
    for column in LogColumn.allCases where fields[column] >= 0 && map.columns[column]?.isPlain == true {
      places[LogColumns.number(column)] = .field(fields[column])
    }
    days = [LogColumn.serviceDate, .postDate].filter { fields[$0] >= 0 && map.columns[$0]?.isPlain == true }
      .map { ($0, fields[$0]) }
    self.fields = fields
    reader.expect(fields: fieldCount)
    self.reader = reader
  }

  var line: Int { reader.line }
  var findings: [Finding] { headerFindings + others.findings }
  var otherRows: Int { others.count }
  var columns: Set<LogColumn> { fields.columns }
  /// A text that is filled down is another record's.
  var isPlainText: Bool { filled.isEmpty && reader.isPlainText }
  var hasStrayQuote: Bool { reader.hasStrayQuote }

  mutating func next() throws -> Bool {
    while try reader.next() {
      lookupFault = nil
      if !reader.hasText {
        others.add(.blank, line: reader.line)
        continue
      }
      if reader.fault(expecting: fieldCount) != nil {
        // Whose the rows under such a record are cannot be known.
        for number in filled.indices { filled[number].text = [] }
        return true
      }
      if !filled.isEmpty, passesOverInBlock() { continue }
      if !conditions.allSatisfy({ $0.condition.holds(trimmed($0.field)) }) {
        others.add(others.isHeader(reader) ? .repeatedHeader : .notKept, line: reader.line)
        continue
      }
      if !map.skip.isEmpty || map.fixed[.serviceDate] != nil, passesOver() { continue }
      rewrite()
      return true
    }
    return false
  }

  var fault: Finding? {
    if let lookupFault { return lookupFault }
    guard let fault = reader.fault(expecting: fieldCount) else { return reader.hasFlaw ? flaw : nil }
    return Finding(
      fault.contains("quote") ? .unclosedQuote : .raggedRow, at: SourcePosition(file: path, line: reader.line),
      "the record \(fault)",
      hint: fault.contains("lost")
        ? TextFlaw.encodingHint : "look for a mark between fields, or a line break, inside a value")
  }

  /// A cell without a value in a column that is read.
  private var flaw: Finding? {
    for column in LogColumn.allCases {
      for field in fields.fields(column) where field < reader.fieldCount {
        guard let flaw = reader.flaw(of: field) else { continue }
        return Finding(
          .missingValue, at: SourcePosition(file: path, line: reader.line, column: reader.column(of: field)),
          "\(column.rawValue) holds \(flaw.what)", hint: flaw.hint)
      }
    }
    return nil
  }

  func cell(_ column: LogColumn) -> UnsafeBufferPointer<UInt8> {
    switch places[LogColumns.number(column)] {
    case .field(let index) where index < reader.fieldCount: reader.field(index)
    case .field: UnsafeBufferPointer(start: nil, count: 0)
    case .scratch(let start, let end): scratch[start..<end]
    case .none: fields.fixed(column)
    }
  }

  func place(of column: LogColumn) -> Int? {
    let index = fields[column]
    return index >= 0 && index < reader.fieldCount ? reader.column(of: index) : nil
  }

  mutating func passesOver() -> Bool {
    guard let kind = others.kind(of: reader) else { return false }
    others.add(kind, line: reader.line)
    return true
  }

  // MARK: Filling down

  /// Keeps the texts that stand for those below; whether the row is no record.
  ///
  /// A total in a column ends its block: what follows needs a value of its own. A repeated header does not.
  private mutating func passesOverInBlock() -> Bool {
    let kind = others.kind(of: reader)
    if let kind { others.add(kind, line: reader.line) }
    if kind == .repeatedHeader { return true }
    for number in filled.indices {
      let text = trimmed(filled[number].field)
      if text.isEmpty { continue }
      filled[number].text = kind != nil ? [] : dayText(filled[number].field, filled[number].column) ?? Array(text)
    }
    return kind != nil
  }

  // MARK: Rewriting

  /// A field without blanks around it; none where the row is shorter.
  private func trimmed(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    index < reader.fieldCount ? CellText.trimmed(reader.field(index)) : UnsafeBufferPointer(start: nil, count: 0)
  }

  private mutating func rewrite() {
    used = 0
    for (column, field) in days {
      let start = used
      places[LogColumns.number(column)] = keep(dayOf: field, column) ? .scratch(start, used) : .field(field)
    }
    for number in rewritten.indices {
      let (column, source, fields) = rewritten[number]
      let start = used
      if source.fillsDown, let field = fields.first {
        fill(column, source, field, number)
        places[LogColumns.number(column)] = .scratch(start, used)
        continue
      }
      let chosen = source.choice == .first ? fields.first { !trimmed($0).isEmpty }.map { [$0] } ?? [] : fields
      for field in chosen {
        let text = trimmed(field)
        if text.isEmpty { continue }
        if used > start { keep([0x20]) }
        if source.part == .whole, keep(dayOf: field, column) { continue }
        keep(text, column, source, field, number)
      }
      places[LogColumns.number(column)] = .scratch(start, used)
    }
  }

  /// Keeps the day that a cell counts, as it is written; false where the cell is text or another column's.
  private mutating func keep(dayOf field: Int, _ column: LogColumn) -> Bool {
    guard let text = dayText(field, column) else { return false }
    keep(text)
    return true
  }

  /// The day that a cell counts, written as days are; nil where the cell is text or another column's.
  private func dayText(_ field: Int, _ column: LogColumn) -> [UInt8]? {
    guard column == .serviceDate || column == .postDate,
      let day = reader.day(field, isAnyNumber: map.dates(of: column).contains(.serial))
    else { return nil }
    return Array(CalendarDate(daysSinceEpoch: Int32(day)).description.utf8)
  }

  /// Keeps the last text of a column that is filled down: this row's own, or that of a row above.
  private mutating func fill(_ column: LogColumn, _ source: ColumnSource, _ field: Int, _ number: Int) {
    guard let entry = filled.first(where: { $0.field == field }), !entry.text.isEmpty else { return }
    entry.text.withUnsafeBufferPointer { keep($0, column, source, field, number) }
  }

  private mutating func keep(
    _ text: UnsafeBufferPointer<UInt8>, _ column: LogColumn, _ source: ColumnSource, _ field: Int, _ number: Int
  ) {
    switch source.part {
    case .whole:
      if source.key == .id { keep(text) } else { look(up: text, number, column, field) }
    case .code: if let parts = CombinedCell.parts(text) { keep(parts.code) } else { keep(text) }
    case .modifiers:
      // Where the code is taken from a cell that does not start with one, it is a code without its zeros, or what is told of the code.
      if fields.fields(.code).contains(field), !CombinedCell.startsWithCode(text) { return }
      if let parts = CombinedCell.parts(text) { keep(parts.modifiers) }
    }
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    guard scratch.put(bytes, at: used) else {
      lookupFault = Finding(
        .raggedRow, at: SourcePosition(file: path, line: reader.line), "the record has a cell of too much text",
        hint: "look for a quote that is not closed")
      return
    }
    used += bytes.count
  }

  private mutating func look(
    up text: UnsafeBufferPointer<UInt8>, _ number: Int, _ column: LogColumn, _ field: Int
  ) {
    switch lookups[number].outcome(text) {
    case .id(let id): keep(id)
    case .fault(let fault):
      let position = SourcePosition(file: path, line: reader.line, column: reader.column(of: field))
      let (why, hint) =
        switch fault {
        case .notAnNPI:
          ("which is no national provider identifier", "write its ten digits; a spreadsheet may have rounded them")
        case .unknownName(let nearest):
          (
            "which is nobody's name in the roster",
            "write the name as the roster has it, or add it to the roster"
              + (nearest.map { "; the nearest to this one is \"\($0)\"" } ?? "")
          )
        case .ambiguous: ("which several clinicians of the roster have", "name the clinician by id in the log")
        }
      lookupFault = Finding(
        .unmatchedClinician, at: position, "\(column.rawValue) comes from \(CellShape.kind(text)), \(why)", hint: hint)
    }
  }
}

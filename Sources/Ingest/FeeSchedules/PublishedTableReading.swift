import MedicareFees
import ProductivityModel
import Tabular

/// The reading of a small published table, row by row after its header.
struct PublishedTableReading<Reader: RecordReader & ~Copyable>: ~Copyable {
  /// The most lines that a message lists.
  private static var listedLines: Int { 8 }

  /// What became of each record.
  private(set) var account = RecordAccount()

  private let path: String
  private let form: FileForm
  private let header: TableHeader
  private let impliedDecimals: [String: Int]
  private var reader: Reader
  private var rows: [PublishedTable.Row] = []
  private var lines: [String: Int] = [:]
  private var groups: [String]
  private var problems: [(line: Int, message: String)] = []

  init(
    path: String, reader: consuming Reader, form: FileForm, header: TableHeader,
    impliedDecimals: [String: Int] = [:], headerRecords: Int = 0
  ) {
    account.header = headerRecords
    self.path = path
    self.form = form
    self.reader = reader
    self.header = header
    self.impliedDecimals = impliedDecimals
    groups = [String](repeating: "", count: header.kind.columns.count)
  }

  /// Passes over records that come before the rows.
  mutating func skip(_ records: Int) throws {
    while account.header < records, try reader.next() { account.header += 1 }
  }

  /// Reads all records that follow.
  ///
  /// - Throws: ``InputFailure`` that tells of every row that cannot be used.
  mutating func table() throws -> PublishedTable {
    while try reader.next() {
      if let emptiness = reader.emptiness {
        account.count(emptiness)
      } else if isNote {
        account.notes += 1
      } else if let fault = reader.fault(expecting: header.fieldCount) {
        problems.append((reader.line, fault))
      } else {
        readRow()
      }
    }
    try failIfBad()
    guard !rows.isEmpty else {
      throw InputFailure(path, "has a header and no rows", hint: "download the file again: it seems to be cut off")
    }
    return PublishedTable(
      kind: header.kind, rows: rows.sorted { $0.cells.lexicographicallyPrecedes($1.cells) },
      present: Set(
        header.kind.columns.indices.filter { place in
          header.fields.contains { $0.column.name == header.kind.columns[place].name }
        }), year: header.year, isReexport: header.isReexport)
  }

  /// Whether the record is a note among the rows: one text, where a row has a number or a code in its first column.
  private var isNote: Bool {
    guard let key = header.fields.first(where: { $0.column.isKey })?.field else { return false }
    let first = FeeRowParser.trimmed(key < reader.fieldCount ? reader.field(key) : .init(start: nil, count: 0)).first
    let startsAsRow = first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    if startsAsRow { return false }
    if form == .fixedWidth { return reader.fault(expecting: header.fieldCount) != nil }
    var filled = 0
    for field in 0..<reader.fieldCount where !FeeRowParser.trimmed(reader.field(field)).isEmpty { filled += 1 }
    return filled == 1
  }

  private mutating func readRow() {
    var cells = [String](repeating: "", count: header.kind.columns.count)
    for (place, column) in header.kind.columns.enumerated() {
      guard let field = header.fields.first(where: { $0.column.name == column.name })?.field else { continue }
      let text = FeeHeader.trimmed(field < reader.fieldCount ? reader.text(field) : "")
      guard let cell = cell(text, column, place) else {
        // The cell is not shown: the file may be of another kind than its header says.
        return problems.append((reader.line, "\(header.names[field]) is not \(column.role.words)"))
      }
      cells[place] = cell
    }
    let key = zip(header.kind.columns, cells).filter { $0.0.isKey }.map(\.1).joined(separator: "-")
    if let line = lines[key] {
      // CMS lists a locality of two carriers twice, word for word.
      if header.kind == .counties, rows.contains(where: { $0.cells == cells }) { return account.repeated += 1 }
      return problems.append((reader.line, "\(key) is already on line \(line)"))
    }
    lines[key] = reader.line
    rows.append(PublishedTable.Row(cells: cells, line: reader.line))
    account.rows += 1
  }

  /// A cell as we keep it; nil where it cannot be used.
  private mutating func cell(_ text: String, _ column: TableColumn, _ place: Int) -> String? {
    switch column.role {
    case .number(let digits):
      guard !text.isEmpty, text.utf8.count <= digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        return nil
      }
      return Self.padded(text, digits)
    case .code:
      // A spreadsheet keeps 00100 as the number 100.
      let isNumber = text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      return ProcedureCode(isNumber ? Self.padded(text, 5) : text)?.description
    case .figure(let decimals, let limit):
      var written = text
      let implied = impliedDecimals[column.name]
      guard let value = written.withUTF8({ PublishedDecimal.parse($0, scale: implied == nil ? decimals : 0) }),
        value > 0, value < limit
      else { return nil }
      return DecimalText.fixed(value, scale: decimals, decimals: decimals)
    case .count(let limit):
      var written = text
      guard let value = written.withUTF8({ PublishedDecimal.parse($0, scale: 0) }), value >= 0, value <= limit else {
        return nil
      }
      return "\(value)"
    case .text: return Self.withoutMarks(text)
    case .textOfGroup:
      if !text.isEmpty { groups[place] = Self.withoutMarks(text) }
      return groups[place].isEmpty ? nil : groups[place]
    }
  }

  private static func padded(_ text: String, _ digits: Int) -> String {
    String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// A text without the asterisks that refer to notes below the table.
  private static func withoutMarks(_ text: String) -> String {
    var text = text[...]
    while text.last == "*" || text.last == " " { text = text.dropLast() }
    return String(text)
  }

  private mutating func failIfBad() throws(InputFailure) {
    guard let first = problems.first else { return }
    var message = first.message
    let others = problems.dropFirst()
    if !others.isEmpty {
      let listed = others.prefix(Self.listedLines).map { "line \($0.line): \($0.message)" }.joined(separator: "; ")
      let rest = others.count - Self.listedLines
      message += ". \(others.count) more: \(listed)" + (rest > 0 ? "; and \(rest) others" : "")
    }
    throw InputFailure(
      path, line: first.line, message,
      hint: "nothing was imported; download the file again, or correct the rows by CMS's own file")
  }
}

extension TableColumn.Role {
  /// What a cell must be, in a phrase that follows "is not".
  fileprivate var words: String {
    switch self {
    case .number(let digits): "a number of at most \(digits) digits"
    case .code: "a procedure code"
    case .figure(let decimals, _): "a number above zero of at most \(decimals) decimals"
    case .count(let limit): "a whole number from 0 to \(limit)"
    case .text: "a text"
    case .textOfGroup: "there, nor on a row above"
    }
  }
}

extension RecordReader where Self: ~Copyable {
  /// Whether the record holds nothing, and what of it; nil where it holds something.
  var emptiness: RecordAccount.Emptiness? {
    guard fillerIsBlank else { return nil }
    var hasMark = false
    for index in 0..<fieldCount {
      for byte in field(index) {
        if byte == 0x1A { hasMark = true } else if byte > 0x20, byte != 0x2C { return nil }
      }
    }
    return hasMark ? .endMark : .blank
  }
}

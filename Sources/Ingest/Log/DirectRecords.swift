import ProductivityModel
import Tabular

/// The records of a delimited log whose cells are read as they are: the way of almost every large log.
struct DirectRecords: LogRecords, ~Copyable {
  private var reader: DelimitedReader
  private let fields: LogColumns
  private let fieldCount: Int
  private let path: String
  private var others: OtherRows
  private let headerFindings: [Finding]
  /// Plain records that are read together.
  private var plain: PlainRecords

  /// Reads up to the header.
  ///
  /// - Throws: ``InputFailure`` where there is no header or a required column is missing.
  init(_ reader: consuming DelimitedReader, path: String, map: ColumnMap) throws {
    self.path = path
    var findings: [Finding] = []
    guard let search = try HeaderSearch(&reader, map, file: path) else {
      throw InputFailure(path, "is empty", hint: "a log starts with a line of headers")
    }
    fields = try LogColumns.resolve(search.header, map: map, file: path, findings: &findings)
    fieldCount = search.header.count
    others = OtherRows(search.header, rowsAbove: search.rowsAbove, map: map, file: path)
    headerFindings = findings
    reader.expect(fields: fieldCount)
    plain = reader.plainRecords(fields: fieldCount)
    self.reader = reader
  }

  private init(piecesOf other: borrowing DirectRecords) {
    path = other.path
    fields = other.fields.copy()
    fieldCount = other.fieldCount
    others = other.others
    headerFindings = []
    reader = other.reader.readerOfPieces()
    plain = reader.plainRecords(fields: fieldCount)
    _ = others.take()
  }

  /// The records of pieces of the same log.
  func recordsOfPieces() -> DirectRecords { DirectRecords(piecesOf: self) }

  /// What is not read yet, in pieces of whole lines.
  mutating func pieces(of size: Int) -> LinePieces { reader.pieces(of: size) }

  /// Starts with a piece of the log, whose first line is then line 1.
  ///
  /// - Parameter goesOn: whether there may be more of the log: the piece then ends before a record that is open at its end.
  mutating func begin(_ piece: [UInt8], goesOn: Bool) { reader.begin(piece, goesOn: goesOn) }

  /// The lines and bytes of text that are read so far.
  var linesRead: Int { reader.linesRead }
  var bytesRead: Int { reader.bytesRead }

  /// Takes the rows of a piece that are no records out.
  mutating func takeOtherRows() -> [Sightings] { others.take() }

  /// Adds rows of a later piece that are no records.
  mutating func add(_ later: [Sightings]) { others.add(later) }

  var line: Int { reader.line }
  var findings: [Finding] { headerFindings + others.findings }
  var otherRows: Int { others.count }
  var columns: Set<LogColumn> { fields.columns }
  var isPlainText: Bool { reader.isPlainText }
  var hasStrayQuote: Bool { reader.hasStrayQuote }

  /// Moves to the next record that is not blank: a line with nothing but blanks is passed over as an empty one is.
  mutating func next() throws -> Bool {
    while try reader.next(), !reader.isOpen {
      let isBlank = reader.fieldCount == 1 && fieldCount > 1 && reader.problem == nil && isBlank(reader.field(0))
      if !isBlank { return true }
    }
    return false
  }

  /// Moves past the plain records that come next, whose cells are then each a ``plainCell(_:of:)``.
  ///
  /// - Returns: how many there are, and the line of the first.
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  mutating func findPlain() throws -> (count: Int, line: Int) {
    try reader.find(&plain)
    return (plain.count, plain.line)
  }

  /// Has the next record be one of those that were found together, or the one behind the last of them.
  mutating func goBack(to record: Int) { reader.goBack(to: record, of: plain) }

  /// Whether a column has a fixed value.
  func hasFixedValue(_ column: LogColumn) -> Bool { fields[column] == LogColumns.fixedValue }

  /// The cells of a column in one of the records that were found together, without blanks around them.
  @inline(__always)
  func plainCell(_ column: LogColumn, of record: Int) -> UnsafeBufferPointer<UInt8> {
    let index = fields[column]
    if index >= 0 { return CellText.trimmed(plain.field(index, of: record)) }
    return index == LogColumns.absent
      ? UnsafeBufferPointer(start: nil, count: 0) : CellText.trimmed(fields.fixed(column))
  }

  private func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  var isFaulty: Bool { reader.problem != nil || reader.fieldCount != fieldCount }

  var fault: Finding? {
    if let problem = reader.problem {
      return RecordFaults.finding(problem, at: SourcePosition(file: path, line: reader.line))
    }
    return reader.fieldCount == fieldCount
      ? nil
      : RecordFaults.ragged(reader.fieldCount, header: fieldCount, at: SourcePosition(file: path, line: reader.line))
  }

  @inline(__always)
  func cell(_ column: LogColumn) -> UnsafeBufferPointer<UInt8> {
    let index = fields[column]
    if index >= 0 { return reader.field(index) }
    return index == LogColumns.absent ? UnsafeBufferPointer(start: nil, count: 0) : fields.fixed(column)
  }

  func place(of column: LogColumn) -> Int? { fields[column] >= 0 ? reader.column(of: fields[column]) : nil }

  mutating func passesOver() -> Bool {
    guard let kind = others.kind(of: reader) else { return false }
    others.add(kind, line: reader.line)
    return true
  }
}

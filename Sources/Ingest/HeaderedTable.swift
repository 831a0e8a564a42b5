import Crediting
import ProductivityModel
import Tabular

/// A small table with a header, read whole: a roster, a survey, a table of factors.
struct HeaderedTable {
  /// The headers, in small letters without blanks around them.
  let headers: [String]
  /// The records.
  let rows: [Row]
  /// The records that have not as many fields as the header, where the table takes the others.
  let ragged: [Finding]
  let file: String
  /// The most bytes of a table that is read whole, and the most cells.
  private static let byteLimit = 64 << 20
  private static let cellLimit = 4 << 20

  /// The size of the file in bytes and its SHA-256.
  let size: UInt64
  let sha256: String

  /// A record with its place.
  struct Row {
    let line: Int
    fileprivate let cells: [String]
    fileprivate let columns: [Int]
    fileprivate let index: [String: Int]
    let file: String

    /// The text of a column without blanks around it; nil where the table has not the column or the cell is blank.
    subscript(name: String) -> String? {
      guard let number = index[name] else { return nil }
      let text = cells[number].trimmed
      return text.isEmpty ? nil : text
    }

    /// An error about a column's cell.
    func failure(_ column: String, _ message: String, _ hint: String) -> InputFailure {
      let position = position(column)
      return InputFailure(position.file, line: position.line, column: position.column, message, hint: hint)
    }

    /// A column's cell in quotes where it fits a shape, otherwise what kind of text it is.
    func shown(_ column: String, as shape: CellShape) -> String {
      var text = self[column] ?? ""
      return text.withUTF8 { shape.shown($0) }
    }

    /// The days of service of `start` and `end`, of which each may be blank.
    ///
    /// - Throws: ``InputFailure`` where one is not a day, or the end is before the start.
    func days() throws(InputFailure) -> ServiceDays {
      func day(_ column: String) throws(InputFailure) -> CalendarDate? {
        guard let text = self[column] else { return nil }
        guard let day = CalendarDate(iso: text) else {
          throw failure(
            column, "\(column) holds \(shown(column, as: .date)), which is not a day", "write days as YYYY-MM-DD")
        }
        return day
      }
      let (start, end) = (try day("start"), try day("end"))
      if let start, let end, end < start {
        throw failure("end", "the row ends (\(end)) before it starts (\(start))", "correct start or end")
      }
      return ServiceDays(start: start, end: end)
    }

    /// The failure of a value under a blank header; nil where there is none.
    fileprivate func valueWithoutHeader(_ headers: [String]) -> InputFailure? {
      for (number, name) in headers.enumerated() where name.isEmpty && !cells[number].trimmed.isEmpty {
        return InputFailure(
          file, line: line, column: columns[number], "the value is in a column without a header",
          hint: "name the column, or take the value out")
      }
      return nil
    }

    /// Where a column's cell starts.
    func position(_ name: String) -> SourcePosition {
      SourcePosition(file: file, line: line, column: index[name].map { columns[$0] })
    }
  }

  /// What is expected of a table.
  private struct Expectation {
    var file: String
    var required: [String]
    var known: [String]
    var onlyKnown: Bool
    var skippingRagged: Bool
    /// The size of the file in bytes.
    var size: UInt64
  }

  private typealias Content = (headers: [String], rows: [Row], ragged: [Finding])

  /// Reads a table of any form that people keep tables in: CSV with any usual mark, packed or not, in any usual encoding, or a sheet of a
  /// workbook.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read, a required column is missing, a name is there twice, or a
  ///   record has not as many fields as the header.
  ///
  /// - Parameters:
  ///   - required: the columns that must be there.
  ///   - known: the columns that are read; a header that looks like a misspelling of one that is not there is refused, since
  ///     what it says would silently be left out.
  ///   - onlyKnown: whether every other header is refused too, and any value under a blank one.
  ///   - skippingRagged: whether a record that has not as many fields as the header becomes one of ``ragged``.
  init(
    _ path: String, shownAs file: String, requiring required: [String], known: [String] = [], onlyKnown: Bool = false,
    skippingRagged: Bool = false
  ) throws(InputFailure) {
    let source = try FileSource(path)
    self.file = file
    do {
      (headers, rows, ragged) = try Self.content(
        source,
        Expectation(
          file: file, required: required, known: known, onlyKnown: onlyKnown, skippingRagged: skippingRagged,
          size: source.size))
    } catch let error as InputFailure {
      throw error
    } catch let failure as FormFailure {
      throw InputFailure(file, failure.message, hint: failure.hint)
    } catch {
      throw InputFailure(file, "cannot be read")
    }
    size = source.size
    sha256 = source.sha256()
  }

  // MARK: Opening

  private static func content(_ source: FileSource, _ expected: Expectation) throws -> Content {
    switch try TableForm(source, file: expected.file, limit: byteLimit, looksFurther: true) {
    case .workbook(let workbook):
      var reader = try workbook.reader(of: try sheet(of: workbook, expected))
      return try read(&reader, expected)
    case .text(let start, let whole):
      let delimiter = TableForm.delimiter(start) { reader in try isHeader(&reader, expected) }
      var reader = DelimitedReader(whole, dialect: TextDialect(delimiter: delimiter))
      return try read(&reader, expected)
    }
  }

  /// The first sheet that is not hidden and has a required column in its first row; else the first that is not hidden.
  private static func sheet(of workbook: Workbook, _ expected: Expectation) throws -> Workbook.Sheet {
    let visible = workbook.sheets.filter { !$0.isHidden }
    return try visible.first { sheet in
      var reader = try workbook.reader(of: sheet)
      return try isHeader(&reader, expected)
    } ?? visible.first ?? workbook.sheets[0]
  }

  /// Whether the first record has a required column.
  private static func isHeader<Reader: RecordReader & ~Copyable>(
    _ reader: inout Reader, _ expected: Expectation
  ) throws -> Bool {
    try reader.next() && names(reader).contains { expected.required.contains($0) }
  }

  /// The fields of a header, in small letters without blanks around them.
  private static func names(_ reader: borrowing some RecordReader & ~Copyable) -> [String] {
    reader.texts().map { $0.trimmed.lowercased() }
  }

  // MARK: Reading

  private static func read<Reader: RecordReader & ~Copyable>(
    _ reader: inout Reader, _ expected: Expectation
  ) throws -> Content {
    guard try reader.next() else {
      throw InputFailure(expected.file, "is empty", hint: "a table starts with a line of headers")
    }
    if let failure = HeaderShape.failure(reader, file: expected.file) { throw failure }
    let headers = names(reader)
    let index = try index(headers, line: reader.line, expected)
    var content = Content(headers: headers, rows: [], ragged: [])
    while try reader.next() {
      // Below a table spreadsheets leave rows of nothing but marks.
      if !reader.hasText, headers.count > 1 { continue }
      if let fault = reader.fault(expecting: headers.count) {
        guard expected.skippingRagged else {
          throw InputFailure(
            expected.file, line: reader.line,
            "the record has \(reader.fieldCount) fields and the header \(headers.count)",
            hint: "look for a comma, quote or line break inside a value")
        }
        content.ragged.append(
          Finding(
            .raggedRow, at: SourcePosition(file: expected.file, line: reader.line), "the record \(fault)",
            hint: "look for a comma, quote or line break inside a value"))
        guard content.ragged.count <= cellLimit / 16 else {
          throw InputFailure(
            expected.file, line: reader.line, "is no such table", hint: "see whether it is another file")
        }
        continue
      }
      guard expected.size <= byteLimit, (content.rows.count + 1) * headers.count <= cellLimit else {
        throw InputFailure(
          expected.file, line: reader.line,
          "is larger than any such table: more than \(byteLimit >> 20) MB or millions of cells",
          hint: "see whether it is another file")
      }
      let row = try row(reader, headers, index, expected)
      if expected.onlyKnown, let failure = row.valueWithoutHeader(headers) { throw failure }
      content.rows.append(row)
    }
    return content
  }

  /// The record at hand: a day of a sheet is written as days are, and what a row lacks at its end is blank.
  private static func row(
    _ reader: borrowing some RecordReader & ~Copyable, _ headers: [String], _ index: [String: Int],
    _ expected: Expectation
  ) throws -> Row {
    var cells: [String] = []
    var columns: [Int] = []
    for number in headers.indices {
      guard number < reader.fieldCount else {
        cells.append("")
        columns.append(number + 1)
        continue
      }
      columns.append(reader.column(of: number))
      if let flaw = reader.flaw(of: number) {
        throw InputFailure(
          expected.file, line: reader.line, column: columns[number],
          "\(HeaderShape.shown(headers[number])) holds \(flaw.what)", hint: flaw.hint)
      }
      cells.append(
        reader.day(number, isAnyNumber: false).map { CalendarDate(daysSinceEpoch: Int32($0)).description }
          ?? reader.text(number))
    }
    return Row(line: reader.line, cells: cells, columns: columns, index: index, file: expected.file)
  }

  /// The place of each column.
  ///
  /// - Throws: ``InputFailure`` where one is missing, there twice, or not read and looks as though it should be.
  private static func index(
    _ headers: [String], line: Int, _ expected: Expectation
  ) throws(InputFailure) -> [String: Int] {
    let (file, required, known) = (expected.file, expected.required, expected.known)
    var index: [String: Int] = [:]
    var repeated: String?
    for (number, name) in headers.enumerated() where !name.isEmpty {
      if index.updateValue(number, forKey: name) != nil { repeated = repeated ?? name }
    }
    // A file without a header, or another kind of file, starts with a record, which is not shown.
    let isHeader = required.contains { index[$0] != nil }
    for name in required where index[name] == nil {
      throw InputFailure(
        file, line: line, "the column \(name) is missing",
        hint: HeaderShape.separatorHint(headers)
          ?? (SpellingSuggestion.nearest(to: name, in: headers.filter(HeaderShape.isName))
          ?? (isHeader
            ? headers.first { HeaderShape.isName($0) && !known.contains($0) && resembles($0, name) } : nil))
          .map { "is it the column \"\($0)\"?" }
          ?? (isHeader
            ? "the header has: \(HeaderShape.list(headers))"
            : "the first line has none of the expected headers"))
    }
    if let repeated {
      throw InputFailure(file, line: line, "the column \(HeaderShape.shown(repeated)) is there twice")
    }
    let absent = known.filter { index[$0] == nil }.sorted()
    for header in headers where !header.isEmpty && !known.contains(header) {
      let meant =
        SpellingSuggestion.nearest(to: header, in: absent.filter { $0.count >= 3 })
        ?? absent.first { resembles(header, $0) }
      guard meant != nil || expected.onlyKnown else { continue }
      throw InputFailure(
        file, line: line, "the column \(HeaderShape.quoted(header)) is not read",
        hint: meant.map { "is it \($0)? Rename it" }
          ?? "take it out; the columns are \(known.joined(separator: ", "))")
    }
    return index
  }

  /// Whether a header has a column's name in it, as `start_date`, `enddate` and `leaves` have, or is the last word of one, as
  /// `fte` is.
  static func resembles(_ header: String, _ name: String) -> Bool {
    func words(_ text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }
    let (said, meant) = (words(header), words(name))
    if meant.count > 1, said.count == 1, said.first == meant.last { return true }
    // People have several names: a first_name is not the name.
    if name == "name" { return false }
    if said.indices.contains(where: { said[$0...].starts(with: meant) }) { return true }
    let joined = meant.joined()
    return ["s", "date", "day", "days", "dates"].contains { said.joined() == joined + $0 }
  }
}

extension StringProtocol {
  /// The text without blanks around it.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

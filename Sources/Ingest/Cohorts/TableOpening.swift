import ProductivityModel
import Tabular

/// What takes the records of a table, whatever its form.
protocol TableRecords {
  /// The columns that the table's header must have, in small letters.
  var required: [String] { get }

  /// Takes the records that follow the header, to the end of the reader.
  ///
  /// - Parameter hasSemicolons: whether semicolons are between the fields, where a comma may be a decimal mark.
  mutating func take<Reader: RecordReader & ~Copyable>(
    _ reader: inout Reader, header: [String], hasSemicolons: Bool, file: String
  ) throws
}

/// Opens a table of any form that people keep tables in: CSV with any usual mark, packed or not, in any usual encoding, or a
/// sheet of a workbook.
enum TableOpening {
  private static let workbookLimit = 96 << 20
  /// The most records before the header: titles and notes.
  private static let headerSearchLimit = 50

  /// Gives a table's records to what takes them.
  ///
  /// The header is the first record, near the start, that has all required columns. Of a workbook it is looked for in each
  /// sheet that is not hidden, in the order of the tabs.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read or has no such header.
  static func read(
    _ source: any ByteSource, file: String, into records: inout some TableRecords
  ) throws(InputFailure) {
    do {
      switch try TableForm(source, file: file, limit: workbookLimit, looksFurther: false) {
      case .workbook(let workbook): try readSheet(of: workbook, file: file, into: &records)
      case .text(let start, let whole):
        let required = records.required
        let delimiter = TableForm.delimiter(start) { reader in try header(&reader, required).found != nil }
        var reader = DelimitedReader(whole, dialect: TextDialect(delimiter: delimiter))
        try read(&reader, hasSemicolons: delimiter == 0x3B, file: file, into: &records)
      }
    } catch let failure as InputFailure {
      throw failure
    } catch let failure as FormFailure {
      throw InputFailure(file, failure.message, hint: failure.hint)
    } catch {
      throw InputFailure(file, "cannot be read")
    }
  }

  private static func readSheet(of workbook: Workbook, file: String, into records: inout some TableRecords) throws {
    let visible = workbook.sheets.filter { !$0.isHidden }
    for sheet in visible.isEmpty ? workbook.sheets : visible {
      var reader = try workbook.reader(of: sheet)
      if let header = try header(&reader, records.required).found {
        return try records.take(&reader, header: header, hasSemicolons: false, file: file)
      }
    }
    var reader = try workbook.reader(of: visible.first ?? workbook.sheets[0])
    try read(&reader, hasSemicolons: false, file: file, into: &records)
  }

  private static func read<Reader: RecordReader & ~Copyable>(
    _ reader: inout Reader, hasSemicolons: Bool, file: String, into records: inout some TableRecords
  ) throws {
    let (found, first, line) = try header(&reader, records.required)
    guard let header = found else { throw failure(first, line, records.required, file) }
    for name in records.required where header.count(where: { $0 == name }) > 1 {
      throw InputFailure(file, line: reader.line, "the column \(HeaderShape.shown(name)) is there twice")
    }
    reader.expect(fields: header.count)
    try records.take(&reader, header: header, hasSemicolons: hasSemicolons, file: file)
  }

  /// The header, in small letters without blanks around them; else the first record that may be meant as one.
  private static func header<Reader: RecordReader & ~Copyable>(
    _ reader: inout Reader, _ required: [String]
  ) throws -> (found: [String]?, first: [String], line: Int?) {
    var (likeliest, most, line): ([String], Int, Int?) = ([], -1, nil)
    for _ in 0..<headerSearchLimit {
      guard try reader.next() else { break }
      let names = reader.texts().map { $0.trimmed.lowercased() }
      let there = required.count { names.contains($0) }
      if there == required.count { return (names, names, reader.line) }
      if there > most { (likeliest, most, line) = (names, there, reader.line) }
    }
    return (nil, likeliest, line)
  }

  private static func failure(_ header: [String], _ line: Int?, _ required: [String], _ file: String) -> InputFailure {
    guard !header.isEmpty, let missing = required.first(where: { !header.contains($0) }) else {
      return InputFailure(file, "is empty", hint: "a table starts with a line of headers")
    }
    let meant = SpellingSuggestion.nearest(to: missing, in: header.filter(HeaderShape.isName))
    return InputFailure(
      file, line: line, "the column \(HeaderShape.quoted(missing)) is missing",
      hint: meant.map { "is it the column \"\($0)\"?" }
        ?? "the header has: \(HeaderShape.list(header.filter { !$0.isEmpty }))")
  }
}

/// Reads the rows of a sheet one at a time, as the XML is unpacked: a sheet is never held whole.
///
/// A row has as many fields as its last filled cell; cells that the file leaves out are empty. Rows that it leaves out are no
/// records, but ``line`` is the row's own number. A number's field is its text as written, with an exponent written out, and a fraction
/// rounded to the digits that spreadsheet programs keep.
///
/// - Complexity: O(1) memory beyond the shared strings and the rows of one unpacked piece.
public struct SheetReader: RecordReader, ~Copyable {
  /// What a cell holds.
  public enum Kind: Sendable {
    /// Nothing.
    case empty
    /// A text.
    case text
    /// A number, and so a day or a time where its style says so.
    case number
    /// `TRUE` or `FALSE`.
    case boolean
    /// An error, such as `#N/A`; or a formula whose result was not saved.
    case error
  }

  /// The sheet.
  public let sheet: Workbook.Sheet
  private let countsFrom1904: Bool
  private let strings: SharedStrings
  private let styles: CellStyles
  private var parsing: SheetParsing
  private var part = SheetPart()
  private var isLast = false
  private var place = -1

  init(_ source: any ByteSource, sheet: Workbook.Sheet, of workbook: Workbook) throws(FormFailure) {
    self.sheet = sheet
    countsFrom1904 = workbook.countsFrom1904
    strings = workbook.strings
    styles = workbook.styles
    parsing = try SheetParsing(source, name: sheet.member, workbook.strings)
  }

  /// The number of the row.
  public var line: Int { place >= 0 ? part.rows[place].number : 0 }
  /// The number of fields up to the last that is not empty.
  public var fieldCount: Int { place >= 0 ? part.rows[place].width : 0 }

  /// Moves to the next row.
  ///
  /// - Returns: false at the end.
  /// - Throws: ``FormFailure`` where the XML is broken, or names cells that cannot be.
  public mutating func next() throws -> Bool {
    place += 1
    while place >= part.rows.count {
      part.removeAll()
      place = isLast ? -1 : 0
      if isLast { return false }
      isLast = try parsing.next(&part)
    }
    return true
  }

  /// The bytes of a cell; none where it is empty.
  public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let cell = cell(index) else { return UnsafeBufferPointer(start: nil, count: 0) }
    return part.bytes(of: cell, strings)
  }

  /// The 1-based column of a cell.
  public func column(of index: Int) -> Int { index + 1 }

  /// Whether a cell holds a number.
  public func isNumber(_ index: Int) -> Bool { kind(of: index) == .number }

  /// What a cell holds.
  public func kind(of index: Int) -> Kind { cell(index)?.kind ?? .empty }

  /// Whether some cell of the row holds an error, or a formula without a result.
  public var hasFlaw: Bool { place >= 0 && part.rows[place].hasFlaw }

  /// What is wrong with a cell, in a phrase: it holds an error, or a formula without a result.
  public func flaw(of index: Int) -> (what: String, hint: String)? {
    guard kind(of: index) == .error else { return nil }
    let text = text(index)
    return text == SheetScan.noResult
      ? ("a formula without a result", "open the workbook in a spreadsheet program and save it, or write values")
      : ("the spreadsheet error \(text.prefix(16))", "correct the formula, or write the value in its place")
  }

  /// A cell's number; nil where it holds none.
  public func number(_ index: Int) -> Double? { kind(of: index) == .number ? Double(text(index)) : nil }

  /// How the style of a number shows it, where as a day or a time.
  ///
  /// A day counts from 1 January 1900 as day 1, with a 29 February 1900 that never was, or from 1 January 1904 as day 0
  /// where ``Workbook/countsFrom1904`` says so.
  public func dateStyle(_ index: Int) -> DateStyle? {
    guard let cell = cell(index), cell.kind == .number else { return nil }
    return styles[Int(cell.style)]
  }

  /// The day that a cell counts, in days since 1970-01-01; nil where its style shows no day, or where it is before 1954, as
  /// small numbers are no days.
  public func day(_ index: Int, isAnyNumber: Bool) -> Int? {
    let style = dateStyle(index)
    guard isAnyNumber && style == nil || style == .day || style == .dayAndTime, let number = number(index) else {
      return nil
    }
    // Counted from 1900, day 25,569 is 1 January 1970; from 1904, day 0 is 1,462.
    let count = number + (countsFrom1904 ? 1_462 : 0)
    return count >= 20_000 && count < 100_000 ? Int(count) - 25_569 : nil
  }

  /// A row must not have filled cells beyond those that are expected.
  public func fault(expecting count: Int) -> String? {
    fieldCount > count ? "has \(fieldCount) cells where the header has \(count)" : nil
  }

  /// Whether any cell has more in it than blanks; only those that are filled are looked at.
  public var hasText: Bool {
    guard place >= 0 else { return false }
    let row = part.rows[place]
    return part.cells[row.firstCell..<row.firstCell + row.cellCount].contains { cell in
      part.bytes(of: cell, strings).contains { $0 != 0x20 && $0 != 0x09 }
    }
  }

  private func cell(_ index: Int) -> SheetPart.Cell? {
    place >= 0 ? part.cell(part.rows[place], index) : nil
  }
}

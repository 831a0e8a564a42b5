import ProductivityModel
import Tabular

/// Finds a log's header, which titles and notes may stand above.
struct HeaderSearch {
  /// The header; where none has the columns that every log needs, the row that has most of the map's, or the first row of
  /// the file.
  private(set) var header: LogHeader
  /// Whether it has the columns that every log needs.
  private(set) var isFound: Bool
  /// The rows above it.
  private(set) var rowsAbove = 0
  /// How many headers of the map the header has; counted only where it is not found.
  private(set) var headersThere = 0

  /// The most rows among which it is looked for.
  private static let mostRows = 60
  /// The most rows that a header may have.
  private static let mostHeaderRows = 5

  /// The header of a text of fixed width, whose fields the layout names.
  ///
  /// - Parameter rows: how many lines stand above the first record.
  init(passingOver rows: Int, _ reader: inout some RecordReader & ~Copyable, _ layout: FixedWidthLayout) throws {
    while rowsAbove < rows, try reader.next() { rowsAbove += 1 }
    header = LogHeader([layout.fields.map(\.name)], line: 1)
    isFound = true
  }

  /// Reads rows up to the header.
  ///
  /// - Returns: nil where there is no row at all.
  /// - Throws: ``InputFailure`` where the first row is no header, and none comes after it.
  init?(_ reader: inout some RecordReader & ~Copyable, _ map: ColumnMap, file: String) throws {
    var rows: [[String]] = []
    // Where no header is found, the likeliest is told of, with the rows right above it.
    let wanted = Set(map.columns.values.flatMap(\.headers).map(LogHeader.normalized))
    var likeliest: (header: LogHeader, headersThere: Int)?
    var block: [LogHeader.Row] = []
    var first: LogHeader?
    var failure: InputFailure?
    var seen = 0
    while seen < Self.mostRows, try reader.next() {
      let row = reader.texts()
      if row.allSatisfy(\.trimmed.isEmpty) {
        rows.removeAll()
        block.removeAll()
        continue
      }
      seen += 1
      rows.append(row)
      if rows.count > map.headerRows { rows.removeFirst() }
      block.append(LogHeader.Row(line: reader.line, texts: row))
      if block.count > Self.mostHeaderRows + map.headerRows { block.removeFirst() }
      if first == nil {
        first = LogHeader([row], line: reader.line)
        failure = HeaderShape.failure(reader, file: file)
      }
      // A header of several rows may have line ends within its cells; a broken one is none.
      guard reader.fault(expecting: reader.fieldCount) == nil else { continue }
      guard rows.count == map.headerRows else { continue }
      let candidate = LogHeader(rows, line: reader.line)
      if Self.fits(candidate, map) {
        header = candidate
        isFound = true
        rowsAbove = seen - map.headerRows
        return
      }
      let headersThere = wanted.count { !candidate.fields(named: $0).isEmpty }
      if headersThere >= 2, headersThere > likeliest?.headersThere ?? 0 {
        likeliest = (candidate.under(block.dropLast(map.headerRows)), headersThere)
      }
    }
    if let failure, likeliest?.header.line ?? failure.position.line == failure.position.line { throw failure }
    guard let header = likeliest?.header ?? first else { return nil }
    self.header = header
    headersThere = likeliest?.headersThere ?? 0
    isFound = false
  }

  /// Whether a header has every column that the map says a log needs.
  private static func fits(_ header: LogHeader, _ map: ColumnMap) -> Bool {
    LogColumn.allCases.allSatisfy { column in
      guard column.isRequired, let source = map.columns[column] else { return true }
      return header.has(any: source.headers)
    }
  }
}

import ProductivityModel
import Tabular

/// Finds a log's header, which titles and notes may stand above.
struct HeaderSearch {
  /// The header; where none has the columns that every log needs, the first row of the file.
  private(set) var header: LogHeader
  /// Whether it has the columns that every log needs.
  private(set) var isFound: Bool
  /// The rows above it.
  private(set) var rowsAbove = 0

  /// The most rows among which it is looked for.
  private static let mostRows = 60

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
    var first: LogHeader?
    var failure: InputFailure?
    var seen = 0
    while seen < Self.mostRows, try reader.next() {
      let row = reader.texts()
      if row.allSatisfy(\.trimmed.isEmpty) {
        rows.removeAll()
        continue
      }
      seen += 1
      rows.append(row)
      if rows.count > map.headerRows { rows.removeFirst() }
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
    }
    if let failure { throw failure }
    guard let first else { return nil }
    header = first
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

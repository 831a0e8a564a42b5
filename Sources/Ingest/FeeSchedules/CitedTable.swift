import ProductivityModel
import Tabular

/// A small reference table with a fixed header, such as the conversion factors: read whole, every cell as text.
struct CitedTable {
  /// A row with its line, so that a message can say where a cell is.
  struct Row {
    /// The 1-based line.
    var line: Int
    /// The cells without the blanks around them, by column name.
    var cells: [String: String]

    /// A cell; empty where there is none.
    subscript(column: String) -> String { cells[column] ?? "" }
  }

  /// The rows.
  let rows: [Row]
  /// The size of the file in bytes.
  let size: UInt64
  /// The SHA-256 of the file.
  let sha256: String

  /// Reads a table that has exactly the named columns, in any order.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read, or a column or a field is missing or too many.
  init(path: String, columns: [String]) throws(InputFailure) {
    let contents = try FileSource.contents(path)
    size = UInt64(contents.bytes.count)
    sha256 = contents.sha256
    var reader = DelimitedReader(MemorySource(contents.bytes))
    var header: [String]?
    var rows: [Row] = []
    while try Self.next(&reader, path) {
      let cells = reader.texts().map(FeeHeader.trimmed)
      guard let names = header else {
        guard Set(cells) == Set(columns), cells.count == columns.count else {
          throw InputFailure(
            path, line: reader.line, "has other columns than \(columns.joined(separator: ", "))",
            hint: "put back the file as it was")
        }
        header = cells
        continue
      }
      guard cells.count == names.count else {
        throw InputFailure(
          path, line: reader.line, "has \(cells.count) fields where the header has \(names.count)",
          hint: "put quotes around a cell that holds a comma")
      }
      rows.append(Row(line: reader.line, cells: Dictionary(uniqueKeysWithValues: zip(names, cells))))
    }
    guard header != nil else { throw InputFailure(path, "is empty", hint: "put back the file as it was") }
    self.rows = rows
  }

  private static func next(_ reader: inout DelimitedReader, _ path: String) throws(InputFailure) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw (error as? InputFailure) ?? InputFailure(path, "cannot be read to its end")
    }
  }
}

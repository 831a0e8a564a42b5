import Reporting

/// Writes a data table as CSV: a header, then a record a row, plain numbers at full precision, undefined left empty.
enum CSVData {
  /// The path of a table's file in the output folder.
  static func path(of table: String) -> String { "data/\(table).csv" }

  /// The file's bytes.
  static func bytes(of table: DataTable) -> [UInt8] {
    Piece(table: table, sources: 0..<table.sources).bytes
  }

  /// The pieces of the file in order, the first of them with the header: each is as many rows as can be held for each thread.
  static func pieces(of table: DataTable) -> [Piece] {
    let starts = Array(stride(from: 0, to: max(1, table.sources), by: sourcesOfPiece))
    return starts.map { Piece(table: table, sources: $0..<min($0 + sourcesOfPiece, table.sources)) }
  }

  /// The rows of how many sources are a piece: of a clinician they have at most about a kilobyte.
  private static let sourcesOfPiece = 512

  /// The rows of some sources of a table.
  struct Piece: Sendable {
    let table: DataTable
    let sources: Range<Int>

    /// Whether it follows an earlier piece of the file.
    var isContinuation: Bool { sources.lowerBound > 0 }

    /// Its bytes, as CSV.
    var bytes: [UInt8] {
      var rows = DataRows(room: 1 << 16)
      if !isContinuation {
        for name in table.columns { rows.add(.literal(name)) }
        rows.endRow()
      }
      table.forEachCell(of: sources) {
        rows.add($0)
      } asBefore: {
        rows.addAsBefore($0)
      } endRow: {
        rows.endRow()
      }
      return rows.written()
    }
  }
}

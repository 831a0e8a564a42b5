import Reporting
import Tabular

/// Writes a data table as CSV: a header, then a record a row, plain numbers at full precision, undefined left empty.
enum CSVData {
  /// The path of a table's file in the output folder.
  static func path(of table: String) -> String { "data/\(table).csv" }

  /// The file's bytes.
  static func bytes(of table: DataTable) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(table.columns)
    table.forEachCell {
      add($0, to: &writer)
    } endRow: {
      writer.endRecord()
    }
    return writer.bytes
  }

  private static func add(_ cell: CellValue, to writer: inout DelimitedWriter) {
    if cell.isWords {
      writer.field(FormulaGuard.harmless(cell.dataText))
    } else {
      writer.field { cell.appendData(to: &$0) }
    }
  }
}

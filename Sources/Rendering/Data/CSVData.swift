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
    for row in table.rows {
      writer.record(row.map { $0.isWords ? FormulaGuard.harmless($0.dataText) : $0.dataText })
    }
    return writer.bytes
  }
}

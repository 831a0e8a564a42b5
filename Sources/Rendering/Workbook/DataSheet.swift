import Reporting

/// A sheet of the workbook as a value: a table of typed cells, and what each of its columns is.
struct DataSheet {
  /// A column.
  struct Column {
    /// What stands in the column's cells.
    enum Content {
      /// What the data file has, a value for each row.
      case data([CellValue])
      /// Nothing in so many rows: whoever reads the workbook fills them.
      case toFill(Int)
      /// A formula for all rows, and what it comes to in each as the workbook is written.
      case formula(String, [CellValue])
    }

    /// The heading: no other column of the sheet has it, also not in other capitals.
    var heading: String
    /// What the column is. Its name is empty where no data file has it.
    var description: ColumnDescription
    /// What stands in it.
    var content: Content
    /// Whether a bar behind each number shows its size.
    var hasBars = false
    /// Whether long texts are broken over lines.
    var wraps = false
    /// Whether whoever reads the workbook may change what stands in it.
    var isYours = false
  }

  /// The most rows of a sheet, by Excel's limits, with those above the table.
  static let mostRows = 1_048_576 - 8

  /// The name on the tab: at most 31 characters, none of `[]:*?/\`.
  var name: String
  /// The name of the table in formulas: letters only.
  var tableName: String { name.filter { $0.isASCII && $0.isLetter } }
  /// What a row is, in a sentence.
  var about: String
  /// The path of the data file that has the same figures; nil where none has.
  var file: String?
  /// The columns.
  var columns: [Column]
  /// How many rows there are.
  var rowCount: Int
  /// How many columns stay in sight.
  var frozenColumns = 1

  /// A reference to a column of the same row in the sheet's formulas.
  func reference(_ heading: String) -> String { "\(tableName)[[#This Row],[\(heading)]]" }

  /// Puts a column behind another one; at the end where there is no such.
  mutating func insert(_ column: Column, after name: String) {
    let index = columns.firstIndex { $0.description.name == name }
    columns.insert(column, at: index.map { $0 + 1 } ?? columns.endIndex)
  }

  /// The values of a column of the data file; nil where the sheet has no such.
  func values(_ name: String) -> [CellValue]? {
    guard case .data(let values) = columns.first(where: { $0.description.name == name })?.content else { return nil }
    return values
  }

  /// The heading of a column of the data file.
  func heading(_ name: String) -> String {
    columns.first { $0.description.name == name }?.heading ?? ColumnHeading.text(of: name)
  }
}

extension CellValue {
  /// The number that the data file has for the value; nil where it has words or nothing.
  var dataNumber: Double? {
    switch self {
    case .text, .literal, .position, .month, .date, .notAvailable, .standing, .sparkline: nil
    default: Double(dataText)
    }
  }
}

import Reporting

/// The sheet that says what every column of every sheet is.
enum ColumnsSheet {
  static let name = "Columns"

  /// The sheet.
  static func sheet(of sheets: [DataSheet]) -> DataSheet {
    let rows = sheets.flatMap { sheet in sheet.columns.map { (sheet, $0) } }
    func column(_ heading: String, _ meaning: String, _ text: ((DataSheet, DataSheet.Column)) -> String)
      -> DataSheet.Column
    {
      DataSheet.Column(
        heading: heading, description: ColumnDescription(name: "", unit: "", meaning: meaning),
        content: .data(rows.map { .text(text($0)) }))
    }
    var meanings = column("Meaning", "what the column says") { CountWording.sentence($0.1.description.meaning) }
    meanings.wraps = true
    return DataSheet(
      name: name, about: "One row for each column of each sheet. Empty cells are not defined; they are never zero.",
      file: nil,
      columns: [
        column("Sheet", "the sheet", { $0.0.name }), column("Column", "the column", { $0.1.heading }),
        column("Unit", "the unit or range", { $0.1.description.unit }), meanings,
        column("In the data files", "the data file and column with the same figures") { sheet, column in
          guard let file = sheet.file, !column.description.name.isEmpty else { return "" }
          return "\(file): \(column.description.name)"
        },
      ], rowCount: rows.count)
  }
}

import Reporting

/// How a data table is shown as a sheet: its name, what comes first, where bars show sizes.
struct SheetPlan {
  /// The table.
  var table: String
  /// The name on the tab.
  var sheet: String
  /// What a row is, in a sentence.
  var about: String
  /// The columns that come first; the others follow in the order of the data file.
  var first: [String] = []
  /// The columns with a bar behind each number.
  var bars: Set<String> = []
  /// The columns whose long texts are broken over lines.
  var wrapped: Set<String> = []
  /// Headings that differ from the usual ones.
  var headings: [String: String] = [:]
  /// How many columns stay in sight.
  var frozen = 1

  /// The plan of a table that no list of plans names.
  init(unplanned table: String) {
    self.table = table
    let words = table.replacing("_", with: " ")
    sheet = String((words.prefix(1).uppercased() + words.dropFirst()).prefix(31))
    about = "The figures of \(words), one row each."
  }

  init(
    _ table: String, _ sheet: String, _ about: String, first: [String] = [], bars: Set<String> = [],
    wrapped: Set<String> = [], headings: [String: String] = [:], frozen: Int = 1
  ) {
    self.table = table
    self.sheet = sheet
    self.about = about
    self.first = first
    self.bars = bars
    self.wrapped = wrapped
    self.headings = headings
    self.frozen = frozen
  }

  /// The sheet of a table; nil where it has no rows.
  func sheet(of table: DataTable) -> DataSheet? {
    let rows = table.rows
    if rows.isEmpty { return nil }
    let names = table.columns
    let order =
      first.compactMap { names.firstIndex(of: $0) } + names.indices.filter { !first.contains(names[$0]) }
    let count = min(rows.count, DataSheet.mostRows)
    var taken: Set<String> = []
    let columns = order.map { index -> DataSheet.Column in
      let description = table.descriptions[index]
      var heading = headings[description.name] ?? ColumnHeading.text(of: description.name)
      if !taken.insert(heading.lowercased()).inserted { heading += " (\(description.name))" }
      return DataSheet.Column(
        heading: heading, description: description, content: .data(rows.prefix(count).map { $0[index] }),
        hasBars: bars.contains(description.name), wraps: wrapped.contains(description.name))
    }
    let rest =
      count < rows.count
      ? " It has only the first \(count) of \(rows.count) rows, as many as a sheet holds." : ""
    return DataSheet(
      name: sheet, about: about + rest, file: "data/\(table.name).csv", columns: columns, rowCount: count,
      frozenColumns: frozen)
  }
}

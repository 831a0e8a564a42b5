extension ReportTable {
  /// The table with one column for two that say the same in every row, and a sentence that they do; unchanged where they do not, or
  /// where there are no rows.
  ///
  /// - Parameters:
  ///   - column: the column that is left out, from 0.
  ///   - other: the one that stands for both.
  ///   - heading: what that one is called then.
  func uniting(_ column: Int, with other: Int, as heading: Column, _ sentence: String) -> ReportTable {
    let rows = groups.flatMap(\.rows) + (totals.isEmpty ? [] : [totals])
    guard !rows.isEmpty,
      rows.allSatisfy({ column < $0.count && other < $0.count && $0[column].value == $0[other].value })
    else { return self }
    var table = self
    table.columns[other] = heading
    table.columns.remove(at: column)
    for group in table.groups.indices {
      for row in table.groups[group].rows.indices { table.groups[group].rows[row].remove(at: column) }
    }
    if !table.totals.isEmpty { table.totals.remove(at: column) }
    table.notes.append(sentence)
    return table
  }
}

extension MapSuggestion {
  /// Tells from which sheet the map is proposed, which others have its columns, and which have not.
  mutating func tellOfSheets(_ samples: [TableSample]) {
    guard samples.count > 1 else { return }
    let others = samples.filter { $0.shownSheet != sample.shownSheet }
    let alike = others.filter(hasColumns).map(\.shownSheet)
    let unlike = others.filter { !hasColumns($0) }.map(\.shownSheet)
    notes.append("Proposed from the sheet \(sample.shownSheet).")
    if !alike.isEmpty { notes.append("Sheets that have the columns too: \(alike.joined(separator: ", ")).") }
    if !unlike.isEmpty { notes.append("Sheets without the columns: \(unlike.joined(separator: ", ")).") }
  }

  /// Whether a sheet has the columns that every log needs under the headings that are proposed.
  private func hasColumns(_ other: TableSample) -> Bool {
    let needed = guesses.filter(\.column.isRequired).map(\.heading)
    return !needed.isEmpty
      && other.rows.indices.dropFirst(headerRows - 1).contains { place in
        let header = LogHeader(Array(other.rows[(place + 1 - headerRows)...place]), line: place + 1)
        return needed.allSatisfy { !header.fields(named: $0).isEmpty }
      }
  }
}

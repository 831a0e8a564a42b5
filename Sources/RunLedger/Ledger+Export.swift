internal import GRDB

extension Ledger {
  /// The tables and views that are exported, in this order.
  public static let exported = [
    "run_list", "runs", "inputs", "control_totals", "findings", "rejects", "monthly_results",
    "clinician_standings", "closings", "closed_results",
  ]

  /// A cell as it is exported.
  public struct ExportedCell: Hashable, Sendable {
    /// The text; empty where there is no value.
    public var text: String
    /// Whether it is words, which a spreadsheet could take for a formula.
    public var isWords: Bool
  }

  /// A table or view as rows, its headings first.
  ///
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read.
  public func export(_ table: String, to add: ([ExportedCell]) throws -> Void) throws {
    guard Self.exported.contains(table) else { return }
    try read { database in
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table)")
      var isFirst = true
      while let row = try rows.next() {
        if isFirst { try add(row.columnNames.map { ExportedCell(text: $0, isWords: true) }) }
        isFirst = false
        try add(row.databaseValues.map(Self.cell))
      }
      if isFirst { try add(database.columns(in: table).map { ExportedCell(text: $0.name, isWords: true) }) }
    }
  }

  private static func cell(_ value: DatabaseValue) -> ExportedCell {
    switch value.storage {
    case .null, .blob: ExportedCell(text: "", isWords: false)
    case .int64(let number): ExportedCell(text: String(number), isWords: false)
    case .double(let number):
      ExportedCell(
        text: number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number), isWords: false)
    case .string(let text): ExportedCell(text: text, isWords: true)
    }
  }
}

/// A table for programs: plain columns, full precision, one row a record.
public struct DataTable: Sendable {
  /// The name, which its file has too: `clinicians`.
  public let name: String
  /// What each column is.
  public let descriptions: [ColumnDescription]
  /// The rows: a value for each column.
  public let rows: [[CellValue]]

  /// A table of records, each column taken from a record by a rule.
  init<Record>(_ name: String, of records: some Sequence<Record>, columns: [DataColumn<Record>]) {
    self.name = name
    descriptions = columns.map(\.description)
    rows = records.map { record in columns.map { $0.value(record) } }
  }

  /// The columns' names.
  public var columns: [String] { descriptions.map(\.name) }

  /// All tables of a run, by name.
  ///
  /// - Parameter showsPay: whether those are among them that show pay by name.
  public static func all(of results: RunResults, showsPay: Bool = true) -> [DataTable] {
    [
      .attribution(of: results), .caseMix(of: results), .clinicians(of: results), .controlTotals(of: results),
      .findings(of: results, showsPay: showsPay), .modifierUse(of: results), .months(of: results),
      .placements(of: results),
      .specialties(of: results), .topCodes(of: results), .unpriced(of: results), .visitLevels(of: results),
    ] + goalTables(of: results) + recentTables(of: results)
      + (results.reconciliation == nil ? [] : [.reconciliation(of: results)])
      + (results.feeImpact.map { [.feeImpact(of: $0)] } ?? [])
      + (showsPay ? compensationTables(of: results) : [])
  }
}

/// A column of a data file: what it is, and how it is read off a record.
struct DataColumn<Record> {
  let description: ColumnDescription
  let value: (Record) -> CellValue

  /// A column.
  ///
  /// - Parameters:
  ///   - unit: the unit or range of its values; nothing for words.
  ///   - meaning: what it says, without the unit, in words that begin small and have no full stop.
  init(_ name: String, in unit: String = "", _ meaning: String, _ value: @escaping (Record) -> CellValue) {
    description = ColumnDescription(name: name, unit: unit, meaning: meaning)
    self.value = value
  }
}

extension CellValue {
  /// A value for a data file, where what is undefined is an empty field.
  static func data<Value>(_ value: Value?, _ make: (Value) -> CellValue) -> CellValue {
    .of(value, make, otherwise: "not defined")
  }
}

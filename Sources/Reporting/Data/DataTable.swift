/// A table for programs: plain columns, full precision, one row a record.
public struct DataTable: Sendable {
  /// The name, which its file has too: `clinicians`.
  public let name: String
  /// The columns' names.
  public let columns: [String]
  /// The rows: a value for each column.
  public let rows: [[CellValue]]

  /// A table of records, each column taken from a record by a rule.
  init<Record>(_ name: String, of records: some Sequence<Record>, columns: [DataColumn<Record>]) {
    self.name = name
    self.columns = columns.map(\.name)
    rows = records.map { record in columns.map { $0.value(record) } }
  }

  /// All tables of a run, by name.
  public static func all(of results: RunResults) -> [DataTable] {
    [
      .attribution(of: results), .caseMix(of: results), .clinicians(of: results), .controlTotals(of: results),
      .findings(of: results), .modifierUse(of: results), .months(of: results), .placements(of: results),
      .specialties(of: results), .unpriced(of: results), .visitLevels(of: results),
    ] + (results.reconciliation == nil ? [] : [.reconciliation(of: results)]) + compensationTables(of: results)
  }
}

/// A column of a data file: its name, and how it is read off a record.
struct DataColumn<Record> {
  let name: String
  let value: (Record) -> CellValue

  init(_ name: String, _ value: @escaping (Record) -> CellValue) {
    self.name = name
    self.value = value
  }
}

extension CellValue {
  /// A value for a data file, where what is undefined is an empty field.
  static func data<Value>(_ value: Value?, _ make: (Value) -> CellValue) -> CellValue {
    .of(value, make, otherwise: "not defined")
  }
}

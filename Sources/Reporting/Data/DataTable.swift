/// A table for programs: plain columns, full precision, one row a record.
///
/// Its values are made as they are asked for, one at a time, so that a table of many rows is never held as a whole.
public struct DataTable: Sendable {
  /// The name, which its file has too: `clinicians`.
  public let name: String
  /// What each column is.
  public let descriptions: [ColumnDescription]
  private let makeCells: @Sendable (_ cell: (CellValue) -> Void, _ endRow: () -> Void) -> Void

  /// A table of records, each column taken from a record by a rule.
  init<Record: Sendable>(_ name: String, of records: [Record], columns: [DataColumn<Record>]) {
    self.init(name, columns: columns) { row in
      for record in records { row(record) }
    }
  }

  /// A table of records that are given out one at a time.
  ///
  /// - Parameter records: gives each record to what it is given, in order; the same ones each time.
  init<Record>(
    _ name: String, columns: [DataColumn<Record>], records: @escaping @Sendable (_ row: (Record) -> Void) -> Void
  ) {
    self.name = name
    descriptions = columns.map(\.description)
    let values = columns.map(\.value)
    makeCells = { cell, endRow in
      records { record in
        for value in values { cell(value(record)) }
        endRow()
      }
    }
  }

  /// Gives out the values: those of a row in the order of the columns, and then word that the row ends, row by row.
  public func forEachCell(_ cell: (CellValue) -> Void, endRow: () -> Void) { makeCells(cell, endRow) }

  /// All rows, made anew each time: a value for each column.
  public var rows: [[CellValue]] {
    var rows: [[CellValue]] = []
    var row: [CellValue] = []
    forEachCell {
      row.append($0)
    } endRow: {
      rows.append(row)
      row.removeAll(keepingCapacity: true)
    }
    return rows
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
  let value: @Sendable (Record) -> CellValue

  /// A column.
  ///
  /// - Parameters:
  ///   - unit: the unit or range of its values; nothing for words.
  ///   - meaning: what it says, without the unit, in words that begin small and have no full stop.
  init(_ name: String, in unit: String = "", _ meaning: String, _ value: @escaping @Sendable (Record) -> CellValue) {
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

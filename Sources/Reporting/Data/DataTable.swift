/// A table for programs: plain columns, full precision, one row a record.
///
/// Its values are made as they are asked for, one at a time, so that a table of many rows is never held as a whole; and some rows by
/// themselves, so that several threads can each make some.
public struct DataTable: Sendable {
  /// The name, which its file has too: `clinicians`.
  public let name: String
  /// What each column is.
  public let descriptions: [ColumnDescription]
  /// How many sources the rows come from, such as clinicians, in their order: none, one or several rows from each.
  public let sources: Int
  private let makeCells:
    @Sendable (
      _ sources: Range<Int>, _ cell: (CellValue) -> Void, _ asBefore: (_ columns: Int) -> Void, _ endRow: () -> Void
    ) -> Void

  /// A table of records, each column taken from a record by a rule.
  init<Record: Sendable>(_ name: String, of records: [Record], columns: [DataColumn<Record>]) {
    self.init(name, columns: columns, sources: records.count) { places, row in
      for place in places { row(records[place]) }
    }
  }

  /// A table of records that are given out one at a time.
  ///
  /// - Parameters:
  ///   - sources: how many sources the records come from.
  ///   - records: gives each record of some sources to what it is given, in order; the same ones each time.
  init<Record>(
    _ name: String, columns: [DataColumn<Record>], sources: Int,
    records: @escaping @Sendable (_ sources: Range<Int>, _ row: (Record) -> Void) -> Void
  ) {
    self.name = name
    self.sources = sources
    descriptions = columns.flatMap(\.descriptions)
    makeCells = { sources, cell, asBefore, endRow in
      records(sources) { record in
        columns.giveValues(of: record, cell, asBefore)
        endRow()
      }
    }
  }

  /// Gives out the values: those of a row in the order of the columns, and then word that the row ends, row by row.
  ///
  /// - Parameters:
  ///   - sources: from which sources the rows are wanted; from all unless given.
  ///   - asBefore: takes word that the next columns, so many, have the values of the row before.
  public func forEachCell(
    of sources: Range<Int>? = nil, _ cell: (CellValue) -> Void, asBefore: (_ columns: Int) -> Void, endRow: () -> Void
  ) {
    makeCells(sources ?? 0..<self.sources, cell, asBefore, endRow)
  }

  /// All rows, made anew each time: a value for each column.
  public var rows: [[CellValue]] {
    var rows: [[CellValue]] = []
    var row: [CellValue] = []
    forEachCell {
      row.append($0)
    } asBefore: { columns in
      row += rows[rows.count - 1][row.count..<(row.count + columns)]
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

extension CellValue {
  /// A value for a data file, where what is undefined is an empty field.
  static func data<Value>(_ value: Value?, _ make: (Value) -> CellValue) -> CellValue {
    .of(value, make, otherwise: "not defined")
  }
}

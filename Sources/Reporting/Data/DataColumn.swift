/// A column of a data file, or several beside each other: what they are, and how they are read off a record.
struct DataColumn<Record> {
  /// What each is.
  let descriptions: [ColumnDescription]
  /// Gives out the value of each, in order, or of how many the values are those of the row before.
  let giveValues:
    @Sendable (_ record: Record, _ cell: (CellValue) -> Void, _ asBefore: (_ columns: Int) -> Void) -> Void

  /// A column.
  ///
  /// - Parameters:
  ///   - unit: the unit or range of its values; nothing for words.
  ///   - meaning: what it says, without the unit, in words that begin small and have no full stop.
  init(
    _ name: String, in unit: String = "", _ meaning: String,
    _ value: @escaping @Sendable (Record) -> CellValue
  ) {
    descriptions = [ColumnDescription(name: name, unit: unit, meaning: meaning)]
    giveValues = { record, cell, _ in cell(value(record)) }
  }

  /// Columns that are all read off one part of a record, such as its sums: the part is taken once for all of them, since a copy of it for
  /// each would cost more than the values.
  init<Part>(of part: @escaping @Sendable (Record) -> Part, _ columns: [DataColumn<Part>]) {
    descriptions = columns.flatMap(\.descriptions)
    giveValues = { record, cell, asBefore in columns.giveValues(of: part(record), cell, asBefore) }
  }

  /// The same of a part that many rows have in common with the row before, and of which it is known: it is not looked at again.
  ///
  /// - Parameter isAsBefore: whether the part is that of the row before; never for the first of the rows that are given out together.
  init<Part>(
    of part: @escaping @Sendable (Record) -> Part, asBefore isAsBefore: @escaping @Sendable (Record) -> Bool,
    _ columns: [DataColumn<Part>]
  ) {
    let descriptions = columns.flatMap(\.descriptions)
    self.descriptions = descriptions
    giveValues = { record, cell, asBefore in
      if isAsBefore(record) {
        asBefore(descriptions.count)
      } else {
        columns.giveValues(of: part(record), cell, asBefore)
      }
    }
  }
}

extension Array {
  /// Gives out the values of all columns, in order.
  @inline(__always)
  func giveValues<Record>(
    of record: Record, _ cell: (CellValue) -> Void, _ asBefore: (_ columns: Int) -> Void
  ) where Element == DataColumn<Record> {
    // Looked at where they are: a copy of each for each record would cost more than the values.
    let columns = span
    for place in columns.indices { columns[place].giveValues(record, cell, asBefore) }
  }
}

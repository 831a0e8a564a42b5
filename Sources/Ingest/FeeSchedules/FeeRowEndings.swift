import MedicareFees
import Tabular

/// Reads rows of a release's figures whose records are plain. Of thousands of rows the last columns, mostly indicators, say the same:
/// each such ending is read once, by ``FeeRowParser``.
struct FeeRowEndings {
  /// The columns in which nearly every row differs.
  private static let own: Set<FeeColumn> = [
    .code, .modifier, .status, .notUsedForMedicare, .work, .nonfacilityPE, .nonfacilityNA, .facilityPE, .facilityNA,
    .malpractice,
  ]

  /// The columns up to the last of those, and the others.
  private let beginning: FeeRowParser
  private let ending: FeeRowParser
  /// The rows that have nothing but their ending, by its number; nil where a cell of it cannot be used.
  private var rows: [FeeRow?] = []
  private var texts = ByteInterner()

  /// - Parameter columns: the columns of a file, each in its field.
  init(_ columns: [(field: Int, column: FeeColumn)]) {
    let end = (columns.lastIndex { Self.own.contains($0.column) } ?? -1) + 1
    beginning = FeeRowParser(columns: Array(columns[..<end]))
    ending = FeeRowParser(columns: Array(columns[end...]))
  }

  /// A row; nil where a cell cannot be used, which ``FeeRowParser`` says of the same record.
  mutating func row(_ record: Int, of records: borrowing PlainRecords) -> FeeRow? {
    guard var row = ended(record, of: records) else { return nil }
    for (field, column) in beginning.columns
    where FeeRowParser.read(FeeRowParser.trimmed(records.field(field, of: record)), column, into: &row) != nil {
      return nil
    }
    return row
  }

  /// A row with its ending.
  private mutating func ended(_ record: Int, of records: borrowing PlainRecords) -> FeeRow? {
    guard let first = ending.columns.first?.field else { return FeeRow(code: .unread) }
    let (number, isNew) = texts.id(records.fields(from: first, of: record))
    if isNew {
      var row = FeeRow(code: .unread)
      let isUsable = ending.columns.allSatisfy { field, column in
        FeeRowParser.read(FeeRowParser.trimmed(records.field(field, of: record)), column, into: &row) == nil
      }
      rows.append(isUsable ? row : nil)
    }
    return rows[Int(number)]
  }
}

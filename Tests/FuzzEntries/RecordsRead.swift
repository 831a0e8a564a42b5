import Tabular

/// What a reader of records gives, from its first record to its end.
struct RecordsRead: Equatable {
  /// A record.
  struct Record: Equatable {
    var line: Int
    var fields: [[UInt8]]
    var columns: [Int]
    var fault: String?
  }
  var records: [Record] = []
  /// What ended the reading before the end, if anything did.
  var failure: String?

  /// The most fields of a record that are kept.
  private static let mostFields = 300

  /// Reads to the end.
  init(_ reader: consuming some RecordReader & ~Copyable) {
    var reader = reader
    do {
      while try reader.next() {
        var record = Record(
          line: reader.line, fields: [], columns: [], fault: reader.fault(expecting: reader.fieldCount))
        for index in 0..<min(reader.fieldCount, Self.mostFields) {
          record.fields.append(Array(reader.field(index)))
          record.columns.append(reader.column(of: index))
          _ = reader.isNumber(index)
        }
        _ = reader.fillerIsBlank
        records.append(record)
      }
    } catch {
      failure = "\(error)"
    }
  }

  /// Says what must hold of the records of any reader.
  func check(_ entry: String, _ violations: inout Violations) {
    for (earlier, later) in zip(records, records.dropFirst()) {
      violations.require(
        earlier.line < later.line, "\(entry): line \(later.line) comes after line \(earlier.line)")
    }
    for record in records {
      violations.require(record.line > 0, "\(entry): a record is on line \(record.line)")
      violations.require(
        zip(record.columns, record.columns.dropFirst()).allSatisfy { $0 < $1 },
        "\(entry): the fields of line \(record.line) are not in order")
    }
    violations.require(decent: records.compactMap(\.fault) + [failure ?? ""], of: entry)
  }
}

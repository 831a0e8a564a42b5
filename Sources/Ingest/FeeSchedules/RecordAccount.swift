/// What became of every record of a file: no row is lost without being counted.
public struct RecordAccount: Hashable, Sendable {
  /// Records that became rows.
  public var rows = 0
  /// Records of the title, the copyright statement and the header.
  public var header = 0
  /// Records that hold nothing.
  public var empty = 0
  /// Notes after the rows.
  public var notes = 0
  /// End-of-file marks (0x1A) of older systems.
  public var endMarks = 0
  /// Rows that say again what an earlier row says.
  public var repeated = 0

  /// All records.
  public var records: Int { rows + header + empty + notes + endMarks + repeated }

  /// Records that hold nothing, by what is in them.
  enum Emptiness {
    case blank
    case endMark
  }

  /// Counts a record that holds nothing.
  mutating func count(_ emptiness: Emptiness) {
    switch emptiness {
    case .blank: empty += 1
    case .endMark: endMarks += 1
    }
  }
}

extension RecordAccount: CustomStringConvertible {
  /// `19102 records = 19090 rows + 10 of title and header + 2 empty`.
  public var description: String {
    let parts = [
      (rows, rows == 1 ? "row" : "rows"), (header, "of title and header"), (empty, "empty"),
      (notes, notes == 1 ? "note" : "notes"), (endMarks, endMarks == 1 ? "end-of-file mark" : "end-of-file marks"),
      (repeated, "repeated"),
    ]
    let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " + ")
    return "\(records) records = \(shown)"
  }
}

import ProductivityModel
import Tabular

/// All records of a survey's file or sheet, read whole.
struct SurveyTable {
  /// The records, headers and titles among them.
  private(set) var records: [SurveyRecord] = []
  /// Why the first record cannot be a header of anything; nil where it can.
  private(set) var failure: InputFailure?
  /// The first record's own line of text, for a hint about the mark between fields.
  var firstCells: [String] { records.first?.cells ?? [] }

  /// The most bytes of a table that is read whole, and the most cells.
  static let byteLimit = 64 << 20
  private static let cellLimit = 4 << 20

  /// Reads all records.
  ///
  /// - Parameter most: the most records, for a sample.
  /// - Throws: ``InputFailure`` where there are more cells than any survey has.
  init(_ reader: inout some RecordReader & ~Copyable, file: String, most: Int = .max) throws {
    var cells = 0
    while records.count < most, try reader.next() {
      if records.isEmpty { failure = HeaderShape.failure(reader, file: file) }
      cells += reader.fieldCount
      guard cells <= Self.cellLimit else {
        throw InputFailure(
          file, line: reader.line, "is larger than any survey: more than \(Self.cellLimit >> 20) million cells",
          hint: "see whether it is another file")
      }
      records.append(
        SurveyRecord(
          line: reader.line, cells: reader.texts(), columns: (0..<reader.fieldCount).map { reader.column(of: $0) },
          fault: reader.fault(expecting: reader.fieldCount)))
    }
  }
}

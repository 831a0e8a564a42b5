import ProductivityModel
import Tabular

/// A plain log in pieces of its text, each read by itself.
extension LogParser where Records == DirectRecords {
  /// A reader of pieces of the same log.
  func parserOfPieces() -> LogParser {
    LogParser(
      records.recordsOfPieces(), path: path, file: Int(line.file), map: map, identifierForms: identifierForms,
      needs: needs, hasSemicolons: hasSemicolons, patientKey: patientKey)
  }

  /// What is not read yet, in pieces of whole lines.
  mutating func pieces(of size: Int) -> LinePieces { records.pieces(of: size) }

  /// The lines of text that are read so far.
  var linesRead: Int { records.linesRead }

  /// Starts with a piece of the log's text, whose first line is then line 1.
  ///
  /// - Parameter goesOn: whether there may be more of the log: the piece then ends before a record that is open at its end.
  mutating func begin(_ text: [UInt8], goesOn: Bool) { records.begin(text, goesOn: goesOn) }

  /// The bytes of the piece that are read so far.
  var bytesRead: Int { records.bytesRead }

  /// Takes out what was noted of a piece.
  mutating func takeNotes() -> LogNotes {
    var own = notes
    own.otherRows = records.takeOtherRows()
    notes = LogNotes()
    return own
  }

  /// Adds what was noted in a later piece of the log.
  mutating func add(_ later: LogNotes) {
    notes.add(later)
    records.add(later.otherRows)
  }
}

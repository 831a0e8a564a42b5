import ProductivityModel
import Tabular

/// Reads pieces of a plain log, each by itself, with dictionaries of its own: what one thread has.
final class PieceReader {
  /// A piece of text, and what was read of it.
  struct Slot {
    var text: [UInt8] = []
    var piece = LogPiece()
    /// The number of the reader, and what its dictionaries got with the piece.
    var reader = 0
    var entries = DictionaryEntries()
    /// How much of the text was read, and whether it ended early since so much cannot be understood.
    var bytesRead = 0
    var isCut = false
  }

  private var parser: LogParser<DirectRecords>
  private var dictionaries = RunDictionaries()
  private var counts = RunDictionaries.Counts()

  /// The bytes of a line of which there is room for most: longer ones leave some of it, shorter ones want more.
  private static let bytesOfLine = 64

  init(_ parser: consuming LogParser<DirectRecords>) { self.parser = parser }

  /// The most records that cannot be understood which are kept of a piece: each has a finding, which is long.
  private static let mostRejections = 2_048
  /// The most records that are given out together of a text that is read in parts.
  private static let recordsOfPart = 4_096

  /// Reads a slot's text, up to a record that is open at its end, or as far as not too many records cannot be understood.
  func read(_ slot: inout Slot, by reader: Int) {
    slot.reader = reader
    slot.piece.removeAll()
    slot.piece.lines.reserveCapacity(slot.text.count / Self.bytesOfLine)
    parser.begin(slot.text, goesOn: true)
    // Text in memory can always be read on.
    slot.isCut = (try? parser.readColumns(into: &slot.piece, &dictionaries, rejections: Self.mostRejections)) ?? false
    finish(&slot)
  }

  /// Reads a text of any length in parts, up to a record that is open at its end.
  ///
  /// - Parameters:
  ///   - goesOn: whether there may be more of the log.
  ///   - body: takes each part.
  /// - Returns: the lines and bytes that were read.
  /// - Throws: what the body throws.
  func read(
    _ text: [UInt8], goesOn: Bool, _ body: (inout Slot) throws -> Void
  ) throws -> (lines: Int, bytes: Int) {
    var slot = Slot()
    parser.begin(text, goesOn: goesOn)
    var hasMore = true
    while hasMore {
      slot.piece.removeAll()
      hasMore = (try? parser.read(into: &slot.piece, &dictionaries, most: Self.recordsOfPart)) ?? false
      finish(&slot)
      try body(&slot)
    }
    return (parser.linesRead, parser.bytesRead)
  }

  private func finish(_ slot: inout Slot) {
    slot.piece.linesOfText = parser.linesRead
    slot.piece.notes = parser.takeNotes()
    slot.bytesRead = parser.bytesRead
    slot.entries = dictionaries.entries(after: counts)
    counts = dictionaries.counts
  }
}

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
  }

  private var parser: LogParser<DirectRecords>
  private var dictionaries = RunDictionaries()
  private var counts = RunDictionaries.Counts()

  /// The bytes of a line of which there is room for most: longer ones leave some of it, shorter ones want more.
  private static let bytesOfLine = 64

  init(_ parser: consuming LogParser<DirectRecords>) { self.parser = parser }

  /// The most records that cannot be understood which are kept of a piece: each has a finding, which is long.
  private static let mostRejections = 2_048
  /// The most records that are given out together of a text that is read again.
  private static let recordsOfPart = 4_096

  /// Reads a slot's text.
  func read(_ slot: inout Slot, by reader: Int) {
    slot.reader = reader
    slot.piece.removeAll()
    slot.piece.lines.reserveCapacity(slot.text.count / Self.bytesOfLine)
    parser.begin(slot.text)
    // Text in memory can always be read on.
    let isCut = (try? parser.read(into: &slot.piece, &dictionaries, rejections: Self.mostRejections)) ?? false
    slot.piece.isPartial = isCut || parser.endsInQuotes
    finish(&slot)
  }

  /// Whether a text ends within quotes.
  func endsInQuotes(_ text: [UInt8]) -> Bool {
    var piece = LogPiece()
    parser.begin(text)
    repeat {
      piece.removeAll()
    } while (try? parser.read(into: &piece, &dictionaries, most: Self.recordsOfPart)) ?? false
    _ = parser.takeNotes()
    return parser.endsInQuotes
  }

  /// Reads a text of any length, and gives it out in parts.
  ///
  /// - Throws: what the body throws.
  func read(_ text: [UInt8], _ body: (inout Slot) throws -> Void) throws {
    var slot = Slot()
    parser.begin(text)
    var hasMore = true
    while hasMore {
      slot.piece.removeAll()
      hasMore = (try? parser.read(into: &slot.piece, &dictionaries, most: Self.recordsOfPart)) ?? false
      finish(&slot)
      try body(&slot)
    }
  }

  /// The lines of the text that was read last.
  var linesRead: Int { parser.linesRead }

  private func finish(_ slot: inout Slot) {
    slot.piece.linesOfText = parser.linesRead
    slot.piece.notes = parser.takeNotes()
    slot.entries = dictionaries.entries(after: counts)
    counts = dictionaries.counts
  }
}

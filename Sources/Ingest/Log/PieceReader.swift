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

  /// Reads a slot's text.
  func read(_ slot: inout Slot, by reader: Int) {
    slot.reader = reader
    slot.piece.removeAll()
    slot.piece.lines.reserveCapacity(slot.text.count / Self.bytesOfLine)
    parser.read(slot.text, into: &slot.piece, &dictionaries)
    slot.entries = dictionaries.entries(after: counts)
    counts = dictionaries.counts
  }
}

import ProductivityModel
import Tabular
import Threads

/// Reads the pieces of a plain log on several threads, and gives them out in the order of the file as one thread would.
///
/// It goes in rounds: while the threads read the pieces of a round, one of them gives out those of the round before, and one
/// takes the next pieces of the text. A record that is open at the end of its piece, within quotes, is read again together with the next
/// piece. What follows in a piece after thousands of records that cannot be understood is read where it is given out, since what there
/// is to tell of them is long.
struct PieceReading {
  private let threads: Int
  private let readers: [PieceReader]
  /// Reads what is open.
  private let joiner: PieceReader
  private var numbers: [DictionaryMap]
  private var numbersOfJoiner = DictionaryMap()
  private var linesBefore: Int
  /// The text that is still to be read; empty where there is none.
  private var open: [UInt8] = []

  /// The pieces that are read together.
  private struct Round {
    var slots: [PieceReader.Slot]
    /// How many of the slots have a piece.
    var used = 0

    init(slots count: Int) { slots = [PieceReader.Slot](repeating: PieceReader.Slot(), count: count) }

    /// Fills the slots, as far as the text goes.
    mutating func take(_ text: inout LinePieces) throws {
      while used < slots.count, let piece = try text.next() {
        slots[used].text = piece
        used += 1
      }
    }
  }

  /// The pieces that each thread reads in a round: enough that none waits long for another.
  private static let piecesOfThread = 6

  /// - Parameters:
  ///   - linesBefore: the lines of text before the first piece.
  ///   - parser: makes a parser of pieces.
  init(_ linesBefore: Int, threads: Int, _ parser: () -> PieceReader) {
    self.linesBefore = linesBefore
    self.threads = threads
    readers = (0..<threads).map { _ in parser() }
    joiner = parser()
    numbers = [DictionaryMap](repeating: DictionaryMap(), count: threads)
  }

  /// Reads all pieces.
  ///
  /// - Throws: what the text's source says of a failed read, and what the body throws.
  mutating func read(
    _ text: consuming LinePieces, _ dictionaries: inout RunDictionaries, _ body: (LogPiece) throws -> Void
  ) throws {
    var text = text
    var (unread, failed): ((any Error)?, (any Error)?)
    let count = threads == 1 ? 1 : threads * Self.piecesOfThread
    var (done, current, next) = (Round(slots: count), Round(slots: count), Round(slots: count))
    do { try current.take(&text) } catch { unread = error }
    while current.used > 0 || done.used > 0 {
      let readers = readers
      let used = current.used
      current.slots.withUnsafeMutableBufferPointer { slots in
        // The first two tasks are what only one thread at a time can do.
        Workers.perform(used + 2, threads: threads) { task, thread in
          switch task {
          case 0: do { try give(&done, &dictionaries, body) } catch { failed = error }
          case 1: do { if unread == nil { try next.take(&text) } } catch { unread = error }
          default: readers[thread].read(&slots[task - 2], by: thread)
          }
        }
      }
      if let failed { throw failed }
      done.used = 0
      (done, current, next) = (current, next, done)
    }
    if let unread { throw unread }
    if !open.isEmpty { try giveOpen(goesOn: false, &dictionaries, body) }
  }

  /// Gives out the pieces of a round.
  private mutating func give(
    _ round: inout Round, _ dictionaries: inout RunDictionaries, _ body: (LogPiece) throws -> Void
  ) throws {
    for index in 0..<round.used {
      // In its place, since a copy of the slot would have its lines copied too.
      let reader = round.slots[index].reader
      // What the reader met has its numbers, even where the piece is read again.
      numbers[reader].add(round.slots[index].entries)
      if open.isEmpty {
        numbers[reader].place(&round.slots[index].piece, behind: linesBefore, in: &dictionaries)
        linesBefore += round.slots[index].piece.linesOfText
        try body(round.slots[index].piece)
        open += round.slots[index].text[round.slots[index].bytesRead...]
        if !round.slots[index].isCut { continue }
      } else {
        open += round.slots[index].text
      }
      try giveOpen(goesOn: true, &dictionaries, body)
    }
  }

  /// Gives out what is open, but for a record that is open at its end where the log goes on.
  private mutating func giveOpen(
    goesOn: Bool, _ dictionaries: inout RunDictionaries, _ body: (LogPiece) throws -> Void
  ) throws {
    let before = linesBefore
    var numbers = DictionaryMap()
    swap(&numbers, &numbersOfJoiner)
    let read = try joiner.read(open, goesOn: goesOn) { slot in
      numbers.add(slot.entries)
      numbers.place(&slot.piece, behind: before, in: &dictionaries)
      try body(slot.piece)
    }
    swap(&numbers, &numbersOfJoiner)
    linesBefore += read.lines
    open.removeFirst(read.bytes)
  }
}

import Ingest
import ProductivityModel
import Tabular
import Threads

/// Prices a list: every record goes out in its place, with the amounts that Medicare pays or why there is none.
///
/// Pieces of the list are priced side by side, and given out in its order: the output is the same for any number of threads.
///
/// - Complexity: one pass, in memory that does not depend on the number of records.
public struct PriceRun: ~Copyable {
  /// The columns that are added; ``releaseColumn`` comes before the last where dates choose the release.
  public static let columns = [
    "nonfacility_amount", "facility_amount", "nonfacility_limiting_charge", "facility_limiting_charge",
    "nonfacility_fee_schedule_amount", "facility_fee_schedule_amount", "nonfacility_cap_amount", "facility_cap_amount",
    "nonfacility_nonparticipating_amount", "facility_nonparticipating_amount", "note",
  ]
  /// The release that the day of service took.
  public static let releaseColumn = "priced_release"

  /// About how much of the list is priced at a time: little enough for the memory of a core, with what comes of it.
  static let pieceSize = 1 << 17
  /// The pieces that each thread prices in a round: enough that none waits long for another.
  private static let piecesOfThread = 4

  private let sink: (UnsafeRawBufferPointer) throws -> Void
  private let threads: Int
  private let pricing: [PricingThread]
  /// Prices what is open.
  private let joiner: PricingThread
  private let joined = PricedPiece()
  private var linesBefore: Int
  /// The text that is still to be priced, whose last record goes on in the next piece; empty where there is none.
  private var open: [UInt8] = []
  private var tally = PriceTally()

  /// Prices a list.
  ///
  /// - Parameters:
  ///   - path: the list.
  ///   - sink: takes the output, a large piece at a time, on whichever thread; never two at once.
  /// - Throws: ``InputFailure`` where the list or the reference data cannot be used, and what the sink throws.
  public static func execute(
    _ path: String, _ options: PriceOptions, library: FeeLibrary,
    into sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> PriceSummary {
    let reader = try PriceReader(
      path, ignoringDates: options.release != nil, adding: columns + [releaseColumn])
    return try execute(reader, options, library: library, into: sink)
  }

  static func execute(
    _ reader: consuming PriceReader, _ options: PriceOptions, library: FeeLibrary, piece: Int = pieceSize,
    into sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> PriceSummary {
    try check(reader, options, library)
    var run = PriceRun(reader, options, try PriceReleases(library), sink)
    try run.writeHeader(reader)
    try run.priceAll(reader.pieces(of: piece), of: reader.file)
    return run.tally.summary
  }

  private init(
    _ reader: borrowing PriceReader, _ options: PriceOptions, _ releases: PriceReleases,
    _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.sink = sink
    threads = Workers.count
    linesBefore = reader.linesRead
    var pricing: [PricingThread] = []
    for _ in 0..<threads { pricing.append(PricingThread(PiecePricing(reader, options, releases))) }
    self.pricing = pricing
    joiner = PricingThread(PiecePricing(reader, options, releases))
  }

  /// What every row needs must come from a column or an option.
  private static func check(
    _ reader: borrowing PriceReader, _ options: PriceOptions, _ library: FeeLibrary
  ) throws(InputFailure) {
    if let name = options.release, library.info(name) == nil { _ = try library.load(name) }
    if options.release == nil, !reader.has(.release), !reader.has(.serviceDate) {
      throw InputFailure(
        reader.file, line: 1, "there is no column release, nor service_date",
        hint: "add one, or name the release of all rows: --release 2025D")
    }
    guard options.place == .notSaid else { return }
    for column in [PriceColumn.mac, .locality] where !reader.has(column) {
      throw InputFailure(
        reader.file, line: 1, "the column \(column.rawValue) is missing",
        hint: "add it, or name the place of all rows: --locality 01112-05, or --locality national")
    }
  }

  private func writeHeader(_ reader: borrowing PriceReader) throws {
    var out = PriceBytes()
    out.append(recordOf: reader)
    var added = Self.columns
    if reader.has(.serviceDate) { added.insert(Self.releaseColumn, at: added.count - 1) }
    for name in added {
      out.append(0x2C)
      out.append(Array(name.utf8))
    }
    out.append(0x0A)
    try out.give(to: sink)
  }

  /// Prices the list in rounds: while the threads price the pieces of a round, one of them gives out those of the round before,
  /// in the order of the list, and one takes the next pieces of the text.
  private mutating func priceAll(_ text: consuming LinePieces, of file: String) throws {
    var text = text
    var (unread, failed): ((any Error)?, (any Error)?)
    var (done, current, next) = (Round(for: threads), Round(for: threads), Round(for: threads))
    do { try current.take(&text) } catch { unread = error }
    while current.used > 0 || done.used > 0 {
      let (pricing, pieces) = (pricing, current.pieces)
      // The first two tasks are what only one thread at a time can do.
      Workers.perform(current.used + 2, threads: threads) { task, thread in
        switch task {
        case 0: do { try give(done) } catch { failed = error }
        case 1: do { if unread == nil { try next.take(&text) } } catch { unread = error }
        default: pricing[thread].price(pieces[task - 2], goesOn: true)
        }
      }
      if let failed { throw failed }
      done.used = 0
      (done, current, next) = (current, next, done)
    }
    if let unread { throw (unread as? InputFailure) ?? InputFailure(file, "cannot be read to its end") }
    if !open.isEmpty { try giveOpen(goesOn: false) }
  }

  /// The pieces that are priced together.
  private struct Round {
    let pieces: [PricedPiece]
    /// How many of them have a text.
    var used = 0

    init(for threads: Int) {
      pieces = (0..<(threads == 1 ? 1 : threads * PriceRun.piecesOfThread)).map { _ in PricedPiece() }
    }

    /// Fills the pieces, as far as the text goes.
    mutating func take(_ text: inout LinePieces) throws {
      while used < pieces.count, let piece = try text.next() {
        pieces[used].text = piece
        used += 1
      }
    }
  }

  /// Gives out the pieces of a round.
  private mutating func give(_ round: Round) throws {
    for piece in round.pieces[..<round.used] {
      if open.isEmpty {
        try give(piece)
        open += piece.text[piece.bytesRead...]
      } else {
        // What the piece came to by itself may be wrong: a record was open before it.
        open += piece.text
        try giveOpen(goesOn: true)
      }
    }
  }

  /// Prices what is open and gives it out, but for a record that is open at its end where the list goes on.
  private mutating func giveOpen(goesOn: Bool) throws {
    joined.text = open
    joiner.price(joined, goesOn: goesOn)
    try give(joined)
    open.removeFirst(joined.bytesRead)
  }

  private mutating func give(_ piece: PricedPiece) throws {
    try piece.out.give(to: sink)
    if let failure = piece.failure { throw failure }
    tally.add(piece.tally, behind: linesBefore)
    linesBefore += piece.linesRead
  }
}

import ProductivityModel
import Tabular
import Threads

/// Reads a procedure log of any form a record at a time into packed service lines; what cannot be understood is rejected with
/// a finding and never stops the lines after it.
public protocol LogReader: AnyObject {
  /// The line that was read last.
  var line: ServiceLine { get }
  /// The id of the line that the last line voids.
  var voidTarget: LineID { get }
  /// Whether the log says of its lines which claim they are of, and whether that replaces or voids another.
  var namesClaims: Bool { get }
  /// The claim of the last line.
  var claim: ClaimMark { get }
  /// What the file as a whole gives reason to say, so far: its header, rows that are no records.
  var findings: [Finding] { get }
  /// The rows so far that are no records.
  var otherRows: Int { get }

  /// Reads the next record.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  func next(_ dictionaries: inout RunDictionaries) throws -> LogOutcome

  /// Reads all records that are left, and gives them out in pieces, in the order of the file.
  ///
  /// - Parameter bytes: about how long a piece is, where the file is read in pieces of text.
  /// - Throws: ``InputFailure`` where the file cannot be read on, and what the body throws.
  func readPieces(
    of bytes: Int, _ dictionaries: inout RunDictionaries, _ body: (LogPiece) throws -> Void
  ) throws
}

extension LogReader {
  /// Reads all records that are left in pieces of which text and lines stay in the cache of a core together.
  public func readPieces(_ dictionaries: inout RunDictionaries, _ body: (LogPiece) throws -> Void) throws {
    try readPieces(of: 1 << 19, &dictionaries, body)
  }
}

/// The reader of the forms whose records are rewritten on the way.
final class FormReader<Records: LogRecords & ~Copyable>: LogReader {
  /// Reads records on into a piece, at most so many; says whether there may be more.
  typealias Reading = (inout LogParser<Records>, inout LogPiece, inout RunDictionaries, Int) throws -> Bool

  private var parser: LogParser<Records>
  private let read: Reading

  /// - Parameter read: calls ``LogParser/read(into:_:most:rejections:)``, written where the form is known: of a generic class the compiler
  ///   makes no own code for each form, and every cell would cost a call.
  init(_ parser: consuming LogParser<Records>, _ read: @escaping Reading) {
    self.parser = parser
    self.read = read
  }

  var line: ServiceLine { parser.line }
  var voidTarget: LineID { parser.voidTarget }
  var namesClaims: Bool { parser.namesClaims }
  var claim: ClaimMark { parser.claim }
  var findings: [Finding] { parser.findings }
  var otherRows: Int { parser.records.otherRows }
  func next(_ dictionaries: inout RunDictionaries) throws -> LogOutcome { try parser.next(&dictionaries) }

  /// The records of a piece: as many as stay near in memory.
  private static var recordsOfPiece: Int { 8_192 }

  func readPieces(
    of bytes: Int, _ dictionaries: inout RunDictionaries, _ body: (LogPiece) throws -> Void
  ) throws {
    var piece = LogPiece()
    var hasMore = true
    while hasMore {
      piece.removeAll()
      hasMore = try read(&parser, &piece, &dictionaries, Self.recordsOfPiece)
      try body(piece)
    }
  }
}

/// The reader of plain delimited logs. It is no generic class, for of those the compiler makes no own code for each form: every
/// cell would then cost a call.
final class DirectReader: LogReader {
  private var parser: LogParser<DirectRecords>

  init(_ parser: consuming LogParser<DirectRecords>) { self.parser = parser }

  var line: ServiceLine { parser.line }
  var voidTarget: LineID { parser.voidTarget }
  var namesClaims: Bool { parser.namesClaims }
  var claim: ClaimMark { parser.claim }
  var findings: [Finding] { parser.findings }
  var otherRows: Int { parser.records.otherRows }
  func next(_ dictionaries: inout RunDictionaries) throws -> LogOutcome { try parser.next(&dictionaries) }

  func readPieces(
    of bytes: Int, _ dictionaries: inout RunDictionaries, _ body: (LogPiece) throws -> Void
  ) throws {
    var reading = PieceReading(parser.linesRead, threads: Workers.count) { PieceReader(parser.parserOfPieces()) }
    do {
      try reading.read(parser.pieces(of: bytes), &dictionaries) { piece in
        parser.add(piece.notes)
        try body(piece)
      }
    } catch let failure as FormFailure {
      // What is packed shows only on the way that it is damaged.
      throw InputFailure(parser.path, failure.message, hint: failure.hint)
    }
  }
}

import Threads

/// Parses a sheet a part at a time; once a second part is asked for, the next one on another thread, while the rows of one are read.
///
/// Where the XML is broken, or names cells that cannot be, the rows before the piece of XML in which that shows come first.
struct SheetParsing: ~Copyable {
  /// What the threads hand to each other.
  private final class Work {
    let rows: SheetRows
    let scanner: XMLScanner
    var isAtEnd = false
    var failure: (any Error)?

    init(_ source: any ByteSource, name: String, _ strings: SharedStrings) throws(FormFailure) {
      rows = SheetRows(strings)
      scanner = try XMLScanner(source, name: name, handler: rows)
    }

    /// Parses some pieces of the XML, as far as they go.
    func parse(_ pieces: Int) {
      for _ in 0..<pieces where !isAtEnd && failure == nil {
        let complete = rows.scan.pointee.part.rows.count
        do {
          isAtEnd = try !scanner.parsePiece()
        } catch {
          rows.scan.pointee.removeRows(after: complete)
          failure = error
        }
      }
    }
  }

  /// The pieces of a part: of the first part one, since who only looks at the start of a sheet needs no more.
  private static let piecesOfPart = 8

  private let work: Work
  private let background = BackgroundWork()
  private var parts = 0

  /// - Parameter name: what messages call the source.
  init(_ source: any ByteSource, name: String, _ strings: SharedStrings) throws(FormFailure) {
    work = try Work(source, name: name, strings)
  }

  /// Puts the next part in the place of an empty one.
  ///
  /// - Returns: whether it is the last.
  /// - Throws: ``FormFailure`` where the XML is broken, or what the source says of a failed read.
  mutating func next(_ part: inout SheetPart) throws -> Bool {
    try background.finish()
    if parts < 2 { work.parse(parts == 0 ? 1 : Self.piecesOfPart) }
    if let failure = work.failure, work.rows.scan.pointee.part.rows.isEmpty { throw failure }
    work.rows.scan.pointee.give(in: &part)
    parts += 1
    if work.isAtEnd { return true }
    if parts >= 2 {
      let work = work
      try background.start { work.parse(Self.piecesOfPart) }
    }
    return false
  }
}

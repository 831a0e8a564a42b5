/// A text in pieces of whole lines, which can be read apart from each other.
///
/// A piece ends with a line feed; in a text without any, with a carriage return. A quoted field of several lines may go on in the
/// next piece: its reader then says that its last record ``DelimitedReader/isOpen``, and that is to be read with the next piece. Of a line that
/// is longer than any record may be, what no reader looks at is left out, so that it takes no more memory than others.
public struct LinePieces {
  private let source: any ByteSource
  private let size: Int
  /// What is read of the next piece.
  private var rest: [UInt8]
  private var atEnd = false

  /// The bytes of a line that a reader may look at.
  private static let mostOfLine = DelimitedReader.recordLimit + 64

  /// Pieces of about a size, of some bytes and what a source has after them.
  init(_ start: [UInt8], then source: any ByteSource, size: Int) {
    rest = start
    self.source = source
    self.size = size
  }

  /// The next piece; nil at the end.
  ///
  /// - Throws: what the source says of a failed read.
  public mutating func next() throws -> [UInt8]? {
    while !atEnd {
      if rest.count >= size, let end = Self.lastLineEnd(rest) { return take(end) }
      if rest.count > Self.mostOfLine { try passOver() } else { try fill() }
    }
    return rest.isEmpty ? nil : takeAll()
  }

  private mutating func takeAll() -> [UInt8] {
    let piece = rest
    rest = []
    return piece
  }

  private mutating func take(_ end: Int) -> [UInt8] {
    let next = Array(rest[end...])
    var piece = rest
    rest = next
    piece.removeLast(piece.count - end)
    return piece
  }

  /// Reads until there is enough of a piece.
  private mutating func fill() throws {
    let wanted = max(size, rest.count + max(rest.count / 2, 64))
    var failure: (any Error)?
    rest = Array(unsafeUninitializedCapacity: wanted) { buffer, filled in
      filled = rest.withUnsafeBufferPointer { buffer[..<$0.count].initialize(fromContentsOf: $0) }
      while filled < wanted {
        do {
          let count = try source.read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
          if count == 0 {
            atEnd = true
            break
          }
          filled += count
        } catch {
          failure = error
          break
        }
      }
    }
    if let failure { throw failure }
  }

  /// Leaves out of a line what comes after the most that is looked at, up to its end.
  private mutating func passOver() throws {
    rest.removeLast(rest.count - Self.mostOfLine)
    let start = rest
    repeat {
      rest = []
      try fill()
    } while !atEnd && !rest.contains { $0 == 0x0A || $0 == 0x0D }
    let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.count
    rest = start + rest[end...]
  }

  /// The place behind the last line feed, or behind the last carriage return that is surely no part of a pair.
  private static func lastLineEnd(_ bytes: [UInt8]) -> Int? {
    if let feed = bytes.lastIndex(of: 0x0A) { return feed + 1 }
    return bytes.dropLast().lastIndex(of: 0x0D).map { $0 + 1 }
  }
}

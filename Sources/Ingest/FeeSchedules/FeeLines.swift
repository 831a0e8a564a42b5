import ProductivityModel

/// The lines of one code in a release's figures, found without reading the others.
///
/// The importer writes figures by code, one line a row and the code first: a binary search over the bytes finds them. Only
/// for figures whose checksum is that of the importer's, since a file in another order would seem to lack codes.
struct FeeLines {
  /// The header and the code's lines, as a file of their own.
  let bytes: [UInt8]

  /// The lines of a code; nil where the figures have none.
  ///
  /// - Complexity: O(log n) in the bytes.
  init?(_ figures: ArraySlice<UInt8>, of code: ProcedureCode) {
    guard let headerEnd = figures.firstIndex(of: Self.lineFeed) else { return nil }
    let body = headerEnd + 1
    // The start of the first line whose code is not before the one that is looked for.
    var low = body
    var high = figures.endIndex
    while low < high {
      let line = Self.lineStart((low + high) / 2, in: figures, from: low)
      if let found = Self.code(at: line, in: figures), found >= code {
        high = line
      } else {
        low = Self.nextLine(line, in: figures)
      }
    }
    var end = low
    while end < figures.endIndex, Self.code(at: end, in: figures) == code { end = Self.nextLine(end, in: figures) }
    guard end > low else { return nil }
    bytes = Array(figures[..<body]) + figures[low..<end]
  }

  private static let lineFeed = UInt8(ascii: "\n")

  /// The start of the line that a position lies in, at `first` or after it.
  private static func lineStart(_ position: Int, in figures: ArraySlice<UInt8>, from first: Int) -> Int {
    var start = position
    while start > first, figures[start - 1] != lineFeed { start -= 1 }
    return start
  }

  /// The start of the line after the one that starts at a position.
  private static func nextLine(_ start: Int, in figures: ArraySlice<UInt8>) -> Int {
    var end = start
    while end < figures.endIndex, figures[end] != lineFeed { end += 1 }
    return min(end + 1, figures.endIndex)
  }

  /// The code with which a line starts; nil where it starts with none.
  private static func code(at start: Int, in figures: ArraySlice<UInt8>) -> ProcedureCode? {
    guard start + 5 <= figures.endIndex else { return nil }
    return figures[start..<start + 5].withUnsafeBufferPointer { ProcedureCode($0) }
  }
}

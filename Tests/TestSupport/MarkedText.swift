/// A text in which one place is marked, so that a test shows where an error is expected instead of counting columns.
///
/// The mark is `▸`, before the first character of the place. It is not part of the text.
public struct MarkedText: Sendable, CustomStringConvertible {
  /// The text without its mark.
  public let text: String
  /// The 1-based line of the mark; nil where there is none.
  public let line: Int?
  /// The 1-based byte of its line before which the mark stands; nil where there is none.
  public let column: Int?

  /// A text with at most one mark.
  public init(_ marked: String) {
    guard let mark = marked.firstIndex(of: "▸") else {
      text = marked
      line = nil
      column = nil
      return
    }
    let before = String(marked[..<mark])
    text = before + marked[marked.index(after: mark)...]
    // By bytes: to a string, CR and LF are one character.
    let lines = before.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    line = lines.count
    column = (lines.last?.count ?? 0) + 1
  }

  /// The text's bytes.
  public var bytes: [UInt8] { Array(text.utf8) }

  /// `12:5`, as messages put it after the file's name and a colon.
  public var place: String { "\(line ?? 0):\(column ?? 0)" }

  /// The text without its mark.
  public var description: String { text }
}

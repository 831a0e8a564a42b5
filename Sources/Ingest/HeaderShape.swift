import ProductivityModel
import Tabular

/// What may be shown of a header, and what in a first line shows that the file cannot be read at all.
///
/// A file without a header, or with line ends of another kind, has records where its header should be. Nothing of a first
/// line is therefore shown unless it has the shape of a column's name.
enum HeaderShape {
  /// Whether a header has the shape of a column's name.
  static func isName(_ header: String) -> Bool {
    let bytes = header.utf8
    guard let first = bytes.first, isLetter(first), bytes.count <= 40, bytes.count(where: isDigit) <= 3 else {
      return false
    }
    let marks = Set("_ -./()#".utf8)
    return bytes.allSatisfy { isDigit($0) || isLetter($0) || marks.contains($0) }
  }

  /// The header without blanks around it, or what kind of text it is.
  static func shown(_ header: String) -> String {
    var text = header.trimmed
    return isName(text) ? text : text.withUTF8 { CellShape.kind($0) }
  }

  /// The same with the header in quotes.
  static func quoted(_ header: String) -> String {
    let text = header.trimmed
    return isName(text) ? "\"\(text)\"" : "headed by \(shown(text))"
  }

  /// All headers, for a hint.
  static func list(_ header: [String]) -> String { header.map(shown).joined(separator: ", ") }

  /// What to do about a header of one column that is separated by something other than commas; nil for any other.
  static func separatorHint(_ header: [String]) -> String? {
    guard header.count == 1, let text = header.first else { return nil }
    for (mark, name) in [(";", "semicolons"), ("\t", "tabs"), ("|", "pipes")] where text.contains(mark) {
      return "it looks separated by \(name): save it with commas"
    }
    return nil
  }

  /// Why the record that was read last cannot be a header; nil where it can.
  static func failure(_ reader: borrowing some RecordReader & ~Copyable, file: String) -> InputFailure? {
    var hasBreak = false
    var hasZero = false
    for index in 0..<reader.fieldCount {
      for byte in reader.field(index) {
        if byte == 0 { hasZero = true }
        if byte == 0x0A || byte == 0x0D { hasBreak = true }
      }
    }
    let mark = reader.fieldCount > 0 ? Array(reader.field(0).prefix(2)) : []
    if hasZero || mark == [0xFF, 0xFE] || mark == [0xFE, 0xFF] {
      return InputFailure(file, line: reader.line, "the header is UTF-16 or no text", hint: "save it as UTF-8")
    }
    guard
      let why = reader.fault(expecting: reader.fieldCount).map({ "it \($0)" })
        ?? (hasBreak ? "a line ends inside it" : nil)
    else { return nil }
    return InputFailure(
      file, line: reader.line, "the header cannot be read: \(why)",
      hint: "save the file as CSV with LF or CRLF line ends and closed quotes")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}

import ProductivityModel

/// Characters of a name that nobody sees, or that turn the text around them; no file that is written has them.
///
/// They are replaced where a name enters, so that all formats of a report have the same name.
enum UnseenCharacters {
  /// The text with a blank in place of tabs and line ends, and U+FFFD in place of other control characters and of those that
  /// turn the text around them.
  static func replaced(in text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// What is told of a column's cell that has such characters; nil where it has none.
  static func finding(_ column: String, _ text: String?, at position: SourcePosition) -> Finding? {
    guard let text, !replaced(in: text).utf8.elementsEqual(text.utf8) else { return nil }
    return Finding(
      .unseenCharacter, at: position,
      "\(column) has a character that cannot be seen, in whose place the reports have U+FFFD or a blank",
      hint: "take it out; see whether the file is damaged")
  }
}

/// A piece of a text that is set in one way.
struct TextRun: Hashable {
  /// How a piece differs from the text around it.
  enum Kind: Hashable {
    case plain
    /// Heavier.
    case strong
    /// Of letters that are all equally wide: codes, names of files.
    case literal
    /// Small and above the line: the letter of a footnote.
    case raised
  }

  var text: String
  var kind = Kind.plain

  init(_ text: String, _ kind: Kind = .plain) {
    self.text = PrintableText.of(text)
    self.kind = kind
  }

  /// A sentence as runs: what stands between two backticks is literal.
  static func sentence(_ text: String) -> [TextRun] {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return [TextRun(text)] }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return [TextRun(text)] }
    var runs: [TextRun] = []
    for (index, part) in parts.enumerated() {
      let isLiteral = index % 2 == 1 && index < parts.count - 1
      let mark = index % 2 == 1 && !isLiteral ? "`" : ""
      if !part.isEmpty || !mark.isEmpty { runs.append(TextRun(mark + part, isLiteral ? .literal : .plain)) }
    }
    return runs
  }
}

/// Text that is harmless on paper: no character that ends a line, is not seen, or turns the text around it.
enum PrintableText {
  /// The text with blanks in place of line ends, and U+FFFD in place of other control characters.
  static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r", "\u{0085}", "\u{2028}", "\u{2029}": result.append(" ")
      case "\u{0000}"..."\u{001F}", "\u{007F}"..."\u{009F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

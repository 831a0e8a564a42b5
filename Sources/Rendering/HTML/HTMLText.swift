import Mustache

/// Makes text harmless in HTML and SVG, within elements and within quoted attributes.
///
/// It looks at Unicode scalars, not at characters: a quote followed by a combining mark is one character that is not
/// equal to a quote, yet ends an attribute. Control characters, and those that turn the direction of the text around
/// them, become U+FFFD.
enum HTMLText {
  /// The text with everything escaped that HTML could take for markup.
  static func escape(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n", "\r": result.append(" ")
      case "\u{0000}"..."\u{001F}", "\u{007F}"..."\u{009F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a byte is ASCII that stands for itself everywhere; most texts are made of such alone.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  /// A text as markup in which words that run from right to left keep to themselves, so that their neighbours keep their order.
  static func markup(_ text: String) -> String {
    guard runsRightToLeft(text) else { return escape(text) }
    var markup = ""
    var run: [Substring] = []
    func close(_ run: inout [Substring]) {
      guard !run.isEmpty else { return }
      markup += (markup.isEmpty ? "" : " ") + "<bdi>\(escape(run.joined(separator: " ")))</bdi>"
      run = []
    }
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if runsRightToLeft(String(word)) {
        run.append(word)
      } else {
        close(&run)
        markup += (index == 0 ? "" : " ") + escape(String(word))
      }
    }
    close(&run)
    return markup
  }

  /// The same for places that have no elements of their own: the text of a drawing, and titles.
  static func isolated(_ text: String) -> String {
    runsRightToLeft(text) ? "\u{2068}\(escape(text))\u{2069}" : escape(text)
  }

  /// Whether a text has letters of a script that is written from right to left.
  static func runsRightToLeft(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar {
      case "\u{0590}"..."\u{08FF}", "\u{FB1D}"..."\u{FDFF}", "\u{FE70}"..."\u{FEFC}", "\u{10800}"..."\u{10FFF}",
        "\u{1E800}"..."\u{1EFFF}":
        true
      default: false
      }
    }
  }

  /// A text as markup in which ids with a hyphen, such as `C-1001`, are not broken over lines.
  static func unbroken(_ text: String) -> String {
    guard text.contains("-"), !runsRightToLeft(text) else { return markup(text) }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isID = word.count <= 16 && word.contains("-") && word.contains(where: \.isNumber)
      return isID ? "<span class=\"id\">\(escape(String(word)))</span>" : escape(String(word))
    }.joined(separator: " ")
  }

  /// A sentence as markup: escaped, with what stands between two backticks as code.
  static func sentence(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map { Self.markup(String($0)) }
    guard parts.count > 2 else { return parts.joined(separator: "`") }
    var markup = ""
    for (index, part) in parts.enumerated() {
      let isCode = index % 2 == 1 && index < parts.count - 1
      markup += isCode ? "<code>\(part)</code>" : (index % 2 == 1 ? "`" : "") + part
    }
    return markup
  }
}

/// The escaping that every template names in its first line, in place of the engine's own.
///
/// Words that run from right to left come in elements of their own: what stands in an attribute or a title and may have such
/// words is given to the template as finished markup instead.
struct ScalarEscaping: MustacheContentType {
  /// The name in the templates.
  static let name = "HTML-SCALARS"

  func escapeText(_ text: String) -> String { HTMLText.markup(text) }
}

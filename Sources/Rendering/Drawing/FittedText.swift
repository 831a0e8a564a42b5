/// Texts that keep within a width: cut with an ellipsis, never within a character.
enum FittedText {
  /// The text, or as much of its beginning as has room before an ellipsis; empty where there is room for nothing.
  static func cut(_ text: String, to width: Double, size: Double, isBold: Bool = false) -> String {
    guard TextWidth.of(text, size: size, isBold: isBold) > width else { return text }
    let room = width - TextWidth.of("…", size: size, isBold: isBold)
    var used = 0.0
    var kept = ""
    for character in text {
      used += TextWidth.of(String(character), size: size, isBold: isBold)
      guard used <= room else { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// The words of a text in lines of at most a width; a word that is wider than a line is cut.
  static func lines(of text: String, width: Double, size: Double) -> [String] {
    // Nearly every text is as wide as a line or less.
    if !text.isEmpty, TextWidth.of(text, size: size) <= width, isWordsAlone(text) { return [text] }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let joined = lines.last.map { $0 + " " + word }
      if let joined, TextWidth.of(joined, size: size) <= width {
        lines[lines.count - 1] = joined
      } else {
        lines.append(cut(String(word), to: width, size: size))
      }
    }
    return lines
  }

  /// Whether a text is words with one blank between two of them and none around them.
  private static func isWordsAlone(_ text: String) -> Bool {
    var isBlank = true
    for byte in text.utf8 {
      if byte == UInt8(ascii: " "), isBlank { return false }
      isBlank = byte == UInt8(ascii: " ")
    }
    return !isBlank
  }
}

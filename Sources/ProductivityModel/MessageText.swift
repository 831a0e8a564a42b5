/// Messages that quote what a file says.
public enum MessageText {
  /// The most characters of a message.
  private static let longest = 1_000

  /// A message that a file can neither make long nor use to change what a terminal shows.
  ///
  /// Control characters become U+FFFD, and what is beyond the thousandth character becomes three points.
  public static func readable(_ text: String) -> String {
    // Nearly every message is short and plain.
    if text.utf8.count <= longest, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let scalars = text.unicodeScalars
    let isLong = scalars.count > longest
    guard isLong || scalars.contains(where: isControl) else { return text }
    let kept = scalars.prefix(longest).map { isControl($0) ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(kept)) + (isLong ? "..." : "")
  }

  /// Whether a character is none that is seen: it may move the cursor, colour the text or turn its direction.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
    default: false
    }
  }
}

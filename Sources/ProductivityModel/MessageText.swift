/// Messages that quote what a file says.
public enum MessageText {
  /// The most characters of a message.
  private static let longest = 1_000

  /// A message that a file can neither make long nor use to change what a terminal shows.
  ///
  /// Control characters become U+FFFD. Of a text of more than a thousand characters the middle becomes three points: what it
  /// quotes is there, and the words around that say what is wrong.
  public static func readable(_ text: String) -> String {
    // Nearly every message is short and plain.
    if text.utf8.count <= longest, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let scalars = text.unicodeScalars
    let isLong = scalars.count > longest
    guard isLong || scalars.contains(where: isControl) else { return text }
    func plain(_ part: some Sequence<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }
    return isLong ? plain(scalars.prefix(longest / 2)) + "..." + plain(scalars.suffix(longest / 2)) : plain(scalars)
  }

  /// Whether a character is none that is seen: it may move the cursor, colour the text or turn its direction.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
    default: false
    }
  }
}

/// How a text's characters are kept as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// One to four bytes a character; plain ASCII is this too.
  case utf8 = "utf-8"
  /// Two bytes a unit, the low one first: what spreadsheets call Unicode text.
  case utf16LittleEndian = "utf-16le"
  /// Two bytes a unit, the high one first.
  case utf16BigEndian = "utf-16be"
  /// One byte a character, as Windows in western Europe and America.
  case windows1252 = "windows-1252"

  /// What the start of a text shows.
  ///
  /// A byte order mark decides. Without one, a text in which every second byte of most is NUL is UTF-16. A text that has
  /// bytes beyond ASCII is Windows-1252 where they hardly ever are characters of UTF-8: text of another encoding rarely looks
  /// like UTF-8 by chance, and a few broken characters in a text of UTF-8 do not make it another.
  public static func recognized(in sample: [UInt8]) -> TextEncoding {
    if sample.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if sample.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if sample.count >= 4 {
      let pairs = sample.count / 2
      let high = (0..<pairs).count { sample[2 * $0] == 0 }
      let low = (0..<pairs).count { sample[2 * $0 + 1] == 0 }
      if low > pairs / 2, high < pairs / 4 { return .utf16LittleEndian }
      if high > pairs / 2, low < pairs / 4 { return .utf16BigEndian }
    }
    return isWindows(sample) ? .windows1252 : .utf8
  }

  /// Whether a text of one or more bytes a character is Windows-1252 and not UTF-8.
  public static func isWindows(_ sample: [UInt8]) -> Bool {
    let counts = characters(sample)
    return counts.broken > 10 * counts.whole
  }

  /// How many characters beyond ASCII are whole in UTF-8, and how many bytes belong to none.
  private static func characters(_ sample: [UInt8]) -> (whole: Int, broken: Int) {
    var whole = 0
    var broken = 0
    var index = 0
    while index < sample.count {
      let first = sample[index]
      index += 1
      if first < 0x80 { continue }
      let following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
      // What the end of the sample cuts off tells nothing.
      if first >= 0xC2, first < 0xF5, index + following > sample.count { break }
      if first >= 0xC2, first < 0xF5, sample[index..<index + following].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        whole += 1
        index += following
      } else {
        broken += 1
      }
    }
    return (whole, broken)
  }
}

/// The characters that a workbook cannot hold as they are, written `_x001A_`.
///
/// - Source: ECMA-376 part 1, § 22.9.2.19 (ST_Xstring).
enum CharacterEscapes {
  /// Decodes what was added to an arena from a place on.
  static func decode(_ arena: ByteArena, from start: Int) {
    // Nearly no text has one: look before copying.
    guard arena[start..<arena.count].contains(0x5F) else { return }
    let text = arena.copy(from: start)
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
      if let scalar = escape(text, at: place) {
        result.append(contentsOf: String(scalar).utf8)
        place += 7
      } else {
        result.append(text[place])
        place += 1
      }
    }
    guard result.count < text.count else { return }
    arena.truncate(to: start)
    arena.append(result)
  }

  /// The character of an escape of seven bytes; nil where there is none.
  private static func escape(_ text: [UInt8], at place: Int) -> Unicode.Scalar? {
    guard place + 7 <= text.count, text[place] == 0x5F, text[place + 1] == 0x78, text[place + 6] == 0x5F else {
      return nil
    }
    let digits = text[place + 2..<place + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap { Unicode.Scalar($0) }
  }
}

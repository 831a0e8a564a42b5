import ProductivityModel

/// Lists of modifiers as people write them: `50,51`, `50-51`, `50; RT`, `5051`.
enum LenientModifiers {
  /// The list of a text; nil where it is none.
  ///
  /// Columns shift in bad files, so a day, a number or a name must not be taken for modifiers: digits are only those that CPT
  /// uses, and what is written without any mark has two such digits somewhere.
  ///
  /// - Source: AMA, CPT, appendix A: the modifiers of two digits; HCPCS level II modifiers have a letter.
  static func list(_ text: UnsafeBufferPointer<UInt8>) -> ModifierList? {
    let words = text.split(whereSeparator: isMark)
    guard !words.isEmpty else { return nil }
    let pairs = words.count == 1 ? runTogether(words[0]) : words.map { Array($0) }
    var modifiers: [Modifier] = []
    for pair in pairs {
      guard pair.count == 2, let modifier = Modifier(pair[0], pair[1]), !isDigits(pair) || isKnown(pair) else {
        return nil
      }
      modifiers.append(modifier)
    }
    return modifiers.isEmpty ? nil : ModifierList(modifiers)
  }

  /// The pairs of a text without marks, at least one of which is of digits; none where it is no such text.
  private static func runTogether(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [[UInt8]] {
    guard word.count == 2 || word.count == 4 || word.count == 6 || word.count == 8 else { return [] }
    let bytes = Array(word)
    let pairs = stride(from: 0, to: bytes.count, by: 2).map { Array(bytes[$0..<$0 + 2]) }
    return pairs.count == 1 || pairs.contains(where: isKnown) ? pairs : []
  }

  private static let known: Set<Int> = Set(
    [22, 23, 24, 25, 26, 27, 32, 33, 47, 62, 63, 66, 73, 74, 99] + Array(50...59) + Array(76...82) + Array(90...97))

  private static func isKnown(_ pair: [UInt8]) -> Bool {
    isDigits(pair) && known.contains(Int(pair[0] - 0x30) * 10 + Int(pair[1] - 0x30))
  }
  private static func isDigits(_ pair: [UInt8]) -> Bool { pair.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x2C || byte == 0x2D || byte == 0x2F || byte == 0x3A || byte == 0x3B
  }
}

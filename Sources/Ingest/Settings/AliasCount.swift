/// Counts the aliases of a YAML text before the parser sees it.
///
/// Settings files use none, and the parsed tree is searched for them. But a parser puts what they name in their place first, and
/// a few lines of aliases of aliases make it work without end. What cannot be one alias too many is let through: in a text
/// within quotes, `&` and `*` are only characters.
enum AliasCount {
  /// The aliases that do no harm: they multiply what they name at most six times.
  static let limit = 5

  /// The 1-based line at which there are more aliases than ``limit``; nil where there never are.
  ///
  /// - Complexity: O(n) in the bytes.
  static func lineOfTooMany(in bytes: [UInt8]) -> Int? {
    guard bytes.contains(0x26) else { return nil }
    var named: Set<ArraySlice<UInt8>> = []
    var count = 0
    var line = 1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      guard byte == 0x26 || byte == 0x2A else { continue }
      var end = index
      while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
      let name = bytes[index..<end]
      if byte == 0x26 {
        if !name.isEmpty { named.insert(name) }
      } else if named.contains(name) {
        count += 1
        if count > limit { return line }
      }
      index = end
    }
    return nil
  }

  /// Whether a byte may be in the name of an anchor: a letter, a digit, `_` or `-`.
  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x2D
  }
}

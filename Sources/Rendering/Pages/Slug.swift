/// A text as part of a file name: small ASCII letters, digits and hyphens.
enum Slug {
  /// The text in small letters, with every run of other characters as one hyphen; `unnamed` where nothing is left.
  static func base(of text: String) -> String {
    // Small letters of ASCII may come of letters that are none, such as the sign of the kelvin.
    let small = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
    var slug: [UInt8] = []
    for byte in small.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    if slug.count > longest { slug.removeLast(slug.count - longest) }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "unnamed" : String(decoding: slug, as: UTF8.self)
  }

  /// The most characters of a slug.
  private static let longest = 60

  /// A slug for each of different texts, no two alike, whatever the order of the texts.
  ///
  /// A text whose slug no other has keeps it. Texts that slug alike get a mark made from the whole text, so that the name
  /// of a page depends on its own text and on whether there is another like it, never on its place in a list. Names that
  /// some file systems reserve are marked too.
  static func unique(for texts: some Sequence<String>) -> [String: String] {
    let sorted = Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var counts: [String: Int] = [:]
    for text in sorted { counts[base(of: text), default: 0] += 1 }
    var taken = Set(counts.filter { $0.value == 1 && !reserved.contains($0.key) }.keys)
    var slugs: [String: String] = [:]
    for text in sorted {
      let base = base(of: text)
      if counts[base] == 1, !reserved.contains(base) {
        slugs[text] = base
        continue
      }
      var slug = base + "-" + mark(of: text)
      while !taken.insert(slug).inserted { slug += "-2" }
      slugs[text] = slug
    }
    return slugs
  }

  /// Eight hexadecimal digits of the text's bytes, by FNV-1a.
  private static func mark(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}

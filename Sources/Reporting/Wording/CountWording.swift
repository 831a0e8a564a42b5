import ProductivityModel

/// The words for counts and lists.
public enum CountWording {
  /// A count with its noun: `1 line`, `2,345 lines`, `no lines`.
  public static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    let noun = number == 1 ? one : many ?? one + "s"
    return (number == 0 ? "no" : CellValue.integer(number).text) + " " + noun
  }

  /// Words as a list in a sentence: `a`, `a and b`, `a, b and c`.
  public static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    // Names as `Chen, Wei` are told apart by another mark.
    if words.contains(where: { $0.contains(", ") }) {
      return words.dropLast().joined(separator: "; ") + "; and " + last
    }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A text with its first letter as a capital, unless its first word is a name such as `clinician_id` or a command.
  public static func sentence(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return sentence(ascii: text) }
    let word = text.prefix { $0 != " " }
    guard word != "rvubench", !word.contains(where: { $0 == "_" || $0 == "." || $0 == "/" || $0.isUppercase }) else {
      return text
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The same of a text of ASCII alone, of which no character has more than one byte.
  private static func sentence(ascii text: String) -> String {
    var bytes = Array(text.utf8)
    let word = bytes.prefix { $0 != UInt8(ascii: " ") }
    guard let first = bytes.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first,
      !word.contains(where: isOfName), !word.elementsEqual("rvubench".utf8)
    else { return text }
    bytes[0] = first & ~0x20
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }
}

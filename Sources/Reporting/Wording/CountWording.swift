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
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A text with its first letter as a capital, unless its first word is a name such as `clinician_id` or a command.
  public static func sentence(_ text: String) -> String {
    let word = text.prefix { $0 != " " }
    guard word != "rvubench", !word.contains(where: { $0 == "_" || $0 == "." || $0 == "/" || $0.isUppercase }) else {
      return text
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

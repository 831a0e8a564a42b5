/// Makes text harmless for spreadsheets, which take a cell that starts with certain characters for a formula.
public enum FormulaGuard {
  /// The text, with a single quote before it where it starts with `=`, `+`, `-`, `@`, a tab or a line end.
  ///
  /// Spreadsheets take the quote as a sign that text follows. Numbers are never passed through here, so a negative
  /// quantity stays a number; whoever reads the file by program takes one leading quote off these columns.
  public static func harmless(_ text: String) -> String {
    guard let first = text.utf8.first, mayStartFormula(first) else { return text }
    // The full-width forms, which some spreadsheets take for the same.
    let isFormula =
      first != 0xEF || ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains(text.unicodeScalars.first)
    return isFormula ? "'" + text : text
  }

  /// Whether a text that starts with a byte may be one that ``harmless(_:)`` changes; one of no such byte is not.
  private static func mayStartFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D, 0xEF: true
    default: false
    }
  }

  /// The text before it was made harmless.
  public static func original(_ text: String) -> String {
    guard text.hasPrefix("'"), harmless(String(text.dropFirst())) == text else { return text }
    return String(text.dropFirst())
  }
}

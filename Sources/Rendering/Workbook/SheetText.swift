/// Text as a cell of a workbook can hold it: nothing in it that XML forbids or that Excel would turn into something else.
///
/// Cells of text are never calculated, so a sign such as `=` needs no guard here.
enum SheetText {
  /// The most UTF-16 units that a cell holds.
  ///
  /// - Source: Microsoft, Excel specifications and limits: total number of characters that a cell can contain.
  static let limit = 32_767
  /// What stands at the end of a text that is cut.
  static let cut = " ... (cut here: the data file has the whole)"

  /// The text for a cell.
  ///
  /// Tabs and line ends become blanks. Control characters, characters that turn the direction of the text around them, and
  /// what is no character become U+FFFD. What Excel would read as the escape of a character, such as `_x0041_`, is escaped
  /// itself. Longer texts than ``limit`` are cut, and say so.
  static func cell(_ text: String, limit: Int = limit) -> String {
    if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "_") }) {
      return text
    }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    // Where the text would be cut, and how many UTF-16 units stand before.
    var length = 0
    var whole: String.UnicodeScalarView?
    for index in scalars.indices {
      let scalar = harmless(scalars[index])
      let added =
        scalar == "_" && isEscape(scalars[index...])
        ? Array("_x005F_".unicodeScalars) : [scalar]
      let size = added.reduce(0) { $0 + UTF16.width($1) }
      if whole == nil, length + size > limit - cut.utf16.count { whole = result }
      length += size
      if length > limit { return String(whole ?? result) + cut }
      result.append(contentsOf: added)
    }
    return String(result)
  }

  /// The text where `&` begins an instruction: in the header and footer of a printed page, which hold 255 characters.
  static func margin(_ text: String) -> String {
    var short = String(cell(text).unicodeScalars.prefix(60))
    if short.unicodeScalars.count < text.unicodeScalars.count { short += "..." }
    return short.replacing("&", with: "&&")
  }

  /// The text of a property of the document, which holds 255 characters.
  static func property(_ text: String) -> String { String(cell(text).unicodeScalars.prefix(200)) }

  private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    case 0xFDD0...0xFDEF: "\u{FFFD}"
    case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
    default: scalar
    }
  }

  /// Whether a text begins with `_xHHHH_`.
  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = Array(scalars.prefix(7))
    return start.count == 7 && start[1] == "x" && start[6] == "_"
      && start[2...5].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
  }
}

/// What keeps a cell from being an id or a name: characters that were lost on the way, that cannot be seen, or a stray quote.
///
/// Such a cell looks like another and is not: a patient whose number has a NUL in it would be a second patient.
enum TextFlaw {
  /// Bytes that are no text, or the mark that stands for a character that was lost.
  case lost
  /// A control character, or one without width.
  case unseen
  /// A quote that is not in quotes itself.
  case quote

  /// What is wrong with a cell, if anything.
  ///
  /// - Parameters:
  ///   - isName: whether it is a name, which may have quotes and line breaks.
  ///   - hasStrayQuote: whether a quote in an id is astray.
  init?(_ cell: UnsafeBufferPointer<UInt8>, isName: Bool, hasStrayQuote: Bool) {
    if cell.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 }) { return nil }
    guard let text = String(validating: cell, as: UTF8.self) else {
      self = .lost
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: continue
      case 0x0A, 0x0D:
        if isName { continue }
        self = .unseen
        return
      case 0x22:
        if isName || !hasStrayQuote { continue }
        self = .quote
        return
      case 0xFFFD:
        self = .lost
        return
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        self = .unseen
        return
      default: continue
      }
    }
    return nil
  }

  /// What the cell has, and what to do about it.
  var description: (why: String, hint: String) {
    switch self {
    case .lost: ("has a character that is lost", Self.encodingHint)
    case .unseen: ("has a character that cannot be seen", "take it out; see whether the file is damaged")
    case .quote: ("has a quote in it", "take it out, or close it")
    }
  }

  /// What to do about characters that are lost.
  static let encodingHint =
    "save the file as UTF-8, or name its encoding in a column map, such as encoding: windows-1252"
}

/// About how wide a text is, so that labels can keep clear of each other without a font at hand.
///
/// The estimate is on the wide side of the usual sans-serif fonts.
enum TextWidth {
  /// The width in points at a size.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = ofASCII(text) ?? text.unicodeScalars.reduce(0) { $0 + of($1) }
    return ems * size * (isBold ? 1.06 : 1)
  }

  /// The width of a text of ASCII alone, which almost every label is, in ems; nil for others.
  private static func ofASCII(_ text: String) -> Double? {
    let bytes = text.utf8.span
    let widths = widths
    var ems = 0.0
    for index in bytes.indices {
      guard bytes[index] < 0x80 else { return nil }
      ems += widths[Int(bytes[index])]
    }
    return ems
  }

  private static let widths: [Double] = (0..<0x80).map { of(UnicodeScalar(UInt8($0))) }

  /// The width of a character in ems.
  private static func of(_ scalar: UnicodeScalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", " ", "!": 0.3
    case "f", "r", "t", "(", ")", "[", "]", "-", "/": 0.4
    case "m", "w", "M", "W", "@", "%": 0.92
    case "A"..."Z", "<", ">", "+", "=": 0.7
    case "\u{0000}"..."\u{007E}": 0.61
    case "\u{2E80}"..."\u{FFEF}", "\u{20000}"..."\u{3FFFF}": 1.05
    case "\u{1F000}"..."\u{1FAFF}": 1.4
    default: 0.7
    }
  }
}

/// About how wide a text is, so that labels can keep clear of each other without a font at hand.
///
/// The estimate is on the wide side of the usual sans-serif fonts.
enum TextWidth {
  /// The width in points at a size.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", " ", "!": ems += 0.3
      case "f", "r", "t", "(", ")", "[", "]", "-", "/": ems += 0.4
      case "m", "w", "M", "W", "@", "%": ems += 0.92
      case "A"..."Z", "<", ">", "+", "=": ems += 0.7
      case "\u{0000}"..."\u{007E}": ems += 0.61
      case "\u{2E80}"..."\u{FFEF}", "\u{20000}"..."\u{3FFFF}": ems += 1.05
      case "\u{1F000}"..."\u{1FAFF}": ems += 1.4
      default: ems += 0.7
      }
    }
    return ems * size * (isBold ? 1.06 : 1)
  }
}

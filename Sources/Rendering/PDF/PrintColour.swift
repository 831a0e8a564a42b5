/// A colour on paper, as shares of red, green and blue.
///
/// The colours of a print differ in lightness as well as in hue, so that they can be told apart by people who do not see hues and
/// on paper that was printed in grey.
struct PrintColour: Hashable {
  var red: Double
  var green: Double
  var blue: Double

  /// A colour by the six hexadecimal digits in which style sheets write it.
  init(_ digits: UInt32) {
    red = Double(digits >> 16 & 0xFF) / 255
    green = Double(digits >> 8 & 0xFF) / 255
    blue = Double(digits & 0xFF) / 255
  }

  static let ink = PrintColour(0x15191C)
  static let muted = PrintColour(0x545D64)
  static let rule = PrintColour(0xD0D6DA)
  static let faint = PrintColour(0xF3F5F6)
  static let pale = PrintColour(0xDDE2E5)
  static let dark = PrintColour(0xB0B9BF)
  static let accent = PrintColour(0x00586B)
  static let alarm = PrintColour(0x97231B)
  static let paper = PrintColour(0xFFFFFF)

  /// The colour of what a drawing names by its purpose.
  init(_ ink: DrawingInk) {
    switch ink {
    case .ink: self = .ink
    case .muted: self = .muted
    case .rule: self = .rule
    case .paleBand: self = .pale
    case .darkBand: self = .dark
    case .accent: self = .accent
    case .paper: self = .paper
    }
  }
}

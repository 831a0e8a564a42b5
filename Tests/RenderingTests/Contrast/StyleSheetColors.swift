@testable import Rendering

/// The colours that the style sheet of the pages names, by the medium that they are for.
struct StyleSheetColors {
  enum Medium: CaseIterable {
    case light, dark, print
  }

  private var media: [Medium: [String: SRGBColor]] = [:]

  /// Reads the custom properties of every `:root` in a style sheet: those of a medium stand in its `@media` rule.
  init(of css: String) {
    var light: [String: SRGBColor] = [:]
    var dark: [String: SRGBColor] = [:]
    var print: [String: SRGBColor] = [:]
    var rest = Substring(css)
    while let start = rest.firstRange(of: ":root {"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      let before = rest[..<start.lowerBound].split(separator: "\n").last { $0.hasPrefix("@media") }
      let colors = Self.colors(in: rest[start.upperBound..<end])
      switch before {
      case .some(let rule) where rule.contains("dark"): dark.merge(colors) { $1 }
      case .some(let rule) where rule.contains("print"): print.merge(colors) { $1 }
      default: light.merge(colors) { $1 }
      }
      rest = rest[end...]
    }
    media = [
      .light: light, .dark: light.merging(dark) { $1 }, .print: light.merging(print) { $1 },
    ]
  }

  /// A colour by its name.
  func color(_ name: String, in medium: Medium) -> SRGBColor? { media[medium]?[name] }

  /// How many colours a medium has.
  func count(in medium: Medium) -> Int { media[medium]?.count ?? 0 }

  private static func colors(in rules: Substring) -> [String: SRGBColor] {
    var colors: [String: SRGBColor] = [:]
    for rule in rules.split(separator: ";") {
      let parts = rule.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { continue }
      colors[String(parts[0].dropFirst(2))] = SRGBColor(hex: parts[1].dropFirst())
    }
    return colors
  }
}

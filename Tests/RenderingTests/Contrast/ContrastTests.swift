import Testing

@testable import Rendering

struct ContrastTests {
  private typealias Medium = StyleSheetColors.Medium

  private func colors() throws -> StyleSheetColors { StyleSheetColors(of: try PageTemplates().style) }

  private func color(_ name: String, _ medium: StyleSheetColors.Medium) throws -> SRGBColor {
    try #require(try colors().color(name, in: medium), "no color --\(name)")
  }

  @Test func `contrast is that of the published examples`() throws {
    // WCAG 2.2: black on white is 21 to 1; #767676 is the lightest grey of 4.5 to 1 on white (W3C, G18).
    let white = try #require(SRGBColor(hex: "ffffff"))
    #expect(abs(white.contrast(with: try #require(SRGBColor(hex: "000000"))) - 21) < 1e-9)
    #expect(white.contrast(with: try #require(SRGBColor(hex: "767676"))) >= 4.5)
    #expect(white.contrast(with: try #require(SRGBColor(hex: "777777"))) < 4.5)
    // CIELAB of sRGB red is 53.24, 80.09, 67.20 (D65): its distance from black is 117.3.
    let red = try #require(SRGBColor(hex: "ff0000"))
    #expect(abs(red.distance(to: try #require(SRGBColor(hex: "000000"))) - 117.3) < 0.2)
  }

  @Test func `each medium has its colors, and those of the dark screen are its own`() throws {
    let colors = try colors()
    for medium in StyleSheetColors.Medium.allCases { #expect(colors.count(in: medium) >= 9) }
    #expect(colors.color("paper", in: .light) != colors.color("paper", in: .dark))
    #expect(colors.color("paper", in: .light) == colors.color("paper", in: .print))
  }

  @Test(arguments: StyleSheetColors.Medium.allCases, ["ink", "muted", "accent", "alarm"])
  func `text has a contrast of 4_5 to 1 with every ground that it stands on`(
    medium: StyleSheetColors.Medium, text: String
  ) throws {
    for ground in ["paper", "faint"] {
      let contrast = try color(text, medium).contrast(with: try color(ground, medium))
      #expect(contrast >= 4.5, "--\(text) on --\(ground), \(medium): \(contrast)")
    }
  }

  @Test(arguments: StyleSheetColors.Medium.allCases, ["ink", "muted", "accent"])
  func `marks of charts have a contrast of 3 to 1 with paper and with both bands`(
    medium: StyleSheetColors.Medium, mark: String
  ) throws {
    for ground in ["paper", "pale", "dark"] {
      let contrast = try color(mark, medium).contrast(with: try color(ground, medium))
      #expect(contrast >= 3, "--\(mark) on --\(ground), \(medium): \(contrast)")
    }
  }

  @Test(arguments: StyleSheetColors.Medium.allCases)
  func `a grey print keeps paper, bands and marks apart`(medium: StyleSheetColors.Medium) throws {
    let lightness = try ["paper", "pale", "dark", "accent"].map { try color($0, medium).lightness }
    for (first, second) in zip(lightness, lightness.dropFirst()) {
      #expect(abs(first - second) >= 9, "\(medium): \(lightness)")
    }
    #expect(abs(lightness[2] - lightness[3]) >= 30)
  }

  @Test(arguments: StyleSheetColors.Medium.allCases, SRGBColor.Deficiency.allCases)
  func `people who do not see all colors tell the inks of charts apart`(
    medium: StyleSheetColors.Medium, deficiency: SRGBColor.Deficiency
  ) throws {
    let inks = try ["paper", "pale", "dark", "accent"].map { try color($0, medium).seen(with: deficiency) }
    for (index, first) in inks.enumerated() {
      for second in inks[(index + 1)...] { #expect(first.distance(to: second) >= 9, "\(medium), \(deficiency)") }
    }
    // The one thing that a chart is about, and text: alike in grey, apart by shape; here they may not be the same.
    let accent = inks[3]
    #expect(accent.distance(to: try color("ink", medium).seen(with: deficiency)) >= 9)
  }
}

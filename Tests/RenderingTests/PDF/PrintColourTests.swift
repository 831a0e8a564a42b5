import Foundation
import Testing

@testable import Rendering

@Suite struct `Colours on paper` {
  /// The relative luminance of a colour, as WCAG 2.2 defines it.
  private func luminance(_ colour: PrintColour) -> Double {
    func linear(_ share: Double) -> Double { share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  private func contrast(_ one: PrintColour, _ other: PrintColour) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test(arguments: [PrintColour.ink, .muted, .accent, .alarm]) func `of text stand out from the paper by 4.5 to 1`(
    colour: PrintColour
  ) {
    #expect(contrast(colour, .paper) >= 4.5)
    #expect(contrast(colour, .faint) >= 4.5)
  }

  @Test func `of charts can be told apart in grey`() {
    // Neighbours in a chart: the paper, the whole of a distribution, its middle half, and what the chart is about.
    let neighbours: [PrintColour] = [.paper, .pale, .dark, .accent]
    for (lighter, darker) in zip(neighbours, neighbours.dropFirst()) {
      #expect(luminance(lighter) - luminance(darker) > 0.15, "\(lighter), \(darker)")
    }
    #expect(contrast(.accent, .dark) >= 3)
  }
}

import TestSupport
import Testing

@testable import Rendering

/// What is written of a drawing by short ways is what the long ones make of it.
@Suite struct DrawnNumberTests {
  /// A coordinate by text alone.
  private func plain(_ value: Double) -> String {
    let hundredths = Int((min(max(value, -100_000), 100_000) * 100).rounded())
    let digits = String(hundredths.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    var text = padded.dropLast(2) + "." + padded.suffix(2)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return (hundredths < 0 ? "-" : "") + text
  }

  @Test(arguments: [
    0, -0.0, 0.004, 0.005, -0.005, -0.004, 0.005.nextDown, (-0.005).nextUp, 0.1, 9.999, 10, 99.994, 99.995, 100, 344,
    840,
    999.99, 999.995, 1_000, 1_000.5, 10_000.25, 99_999.994, 99_999.99, 99_999.995, 100_000, 1e9, -1e9, .infinity,
    -.infinity, 1.005, 2.675, 0.285, 1.115, -123.456, .leastNonzeroMagnitude, 0.49999999999999994,
  ])
  func `a coordinate is rounded once, to the hundredth`(value: Double) {
    #expect(DrawingSVG.number(value) == plain(value))
  }

  @Test(arguments: 401...406 as ClosedRange<UInt64>)
  func `so is any`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      // Some halves of a hundredth, and their neighbours.
      let half = Double(Int.random(in: -200_000...200_000, using: &random)) / 200
      for value in [half, half.nextUp, half.nextDown, Double.random(in: -2_000...2_000, using: &random)] {
        #expect(DrawingSVG.number(value) == plain(value), "seed \(seed)")
      }
    }
  }

  /// The words of a text in lines, one word after the other.
  private func lines(of text: String, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let joined = lines.last.map { $0 + " " + word }
      if let joined, TextWidth.of(joined, size: 12) <= width {
        lines[lines.count - 1] = joined
      } else {
        lines.append(FittedText.cut(String(word), to: width, size: 12))
      }
    }
    return lines
  }

  @Test(arguments: [
    "", " ", "a", " a", "a ", "a b", "a  b", "wRVUs a year per 1.0 clinical FTE", "wRVUs, benchmark ledger", "é à",
    "averyverylongwordthathasnoroomatallinaline andmore", " \u{301}a b", "a \u{301}", "王 李",
  ])
  func `a text in one line is the same text in lines`(text: String) {
    for width in [0, 5, 20, 60, 100, 344, 840] as [Double] {
      #expect(FittedText.lines(of: text, width: width, size: 12) == lines(of: text, width: width), "\(width)")
    }
  }
}

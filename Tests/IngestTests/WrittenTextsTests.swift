import TestSupport
import Testing

@testable import Ingest

/// Texts of which two are one where only their Unicode forms differ.
@Suite struct WrittenTextsTests {
  private static let composed = "Jos\u{E9}"
  private static let decomposed = "Jose\u{301}"

  @Test func `a text in another form is the text, and shown in the form that came first`() {
    var texts = WrittenTexts()
    #expect([texts.id(of: "Ann"), texts.id(of: Self.decomposed), texts.id(of: Self.composed)] == [0, 1, 1])
    #expect(
      [texts.id(of: "Bob"), texts.id(of: "\u{212B}"), texts.id(of: "\u{C5}"), texts.id(of: "Jose")] == [2, 3, 3, 4])
    // Each is found again, in whatever form.
    #expect(
      [texts.id(of: Self.composed), texts.id(of: "Bob"), texts.id(of: "Ann"), texts.id(of: "A\u{30A}")] == [1, 2, 0, 3])
    #expect(texts.count == 5)
    #expect(
      Array(texts.text(1).utf8) == Array(Self.decomposed.utf8) && texts.text(2) == "Bob" && texts.text(4) == "Jose")
  }

  @Test(arguments: 61...64 as ClosedRange<UInt64>)
  func `numbers are those that Swift's own comparison of strings gives`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = [
      "e", "\u{E9}", "e\u{301}", "o", "\u{F6}", "o\u{308}", "x", "\u{1E69}", "s\u{323}\u{307}", "s\u{307}\u{323}",
    ]
    var texts = WrittenTexts()
    var known: [String: Int32] = [:]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...3, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
        .joined()
      let expected = known[text] ?? Int32(known.count)
      known[text] = expected
      #expect(texts.id(of: text) == expected, "seed \(seed): \(Array(text.utf8))")
      #expect(texts.text(Int(expected)) == text)
    }
    #expect(texts.count == known.count)
  }
}

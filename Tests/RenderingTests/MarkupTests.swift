import ProductivityModel
import TestSupport
import Testing

@testable import Rendering

/// What is written straight into a page is what its plain way makes of it, whatever it is made of.
@Suite struct MarkupTests {
  private static let hostile: [String] = [
    "", " ", "a", "1,829.2", "<0.1%", ">99.9%", "O'Brien & \"Sons\"", "<script>alert(1)</script>", "&amp;", "&", "-",
    "`",
    "``", "`a` and `b`", "one ` alone", "C-1001 and C-1002", "a-b", "a-1234567890123456789", "\u{0}", "a\u{0}b\u{1B}c",
    "\t", "a\r\nb", "\u{7F}", "\u{80}", "\u{9F}", "\"\u{338}onload=x", "<\u{301}b", "-\u{301}1", "`\u{301}`",
    "abc\u{202E}fdp.exe", "\u{2066}a\u{2069}", "Émile 王", "חיים כהן 8,000 <b>", "for חיים and  חסן", "חיים `כהן x` y",
    "C-1001 חיים", "🩺 & 🩻", "…", "\u{F8FF}title\u{F8FF}", String(repeating: "<", count: 500),
  ]

  private typealias Way = (name: String, fast: (String, inout Markup) -> Void, plain: (String) -> String)

  private var ways: [Way] {
    [
      ("text", { $1.add(text: $0) }, HTMLText.markup), ("escaped", { $1.add(escaped: $0) }, HTMLText.escape),
      ("isolated", { $1.add(isolated: $0) }, HTMLText.isolated),
      ("unbroken", { $1.add(unbroken: $0) }, HTMLText.unbroken),
      ("sentence", { $1.add(sentence: $0) }, HTMLText.sentence), ("finished", { $1.add(finished: $0) }, { $0 }),
    ]
  }

  private func check(_ text: String) {
    for way in ways {
      var markup = Markup()
      markup.add("<b title=\"é\">")
      way.fast(text, &markup)
      markup.add("</b>")
      #expect(Array(markup.string.utf8) == Array("<b title=\"é\">\(way.plain(text))</b>".utf8), "\(way.name): \(text)")
    }
  }

  @Test(arguments: hostile)
  func `a text is in a page as it is by itself`(text: String) { check(text) }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `so is whatever texts are put together of`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = Self.hostile + ["C-1", "x", "\u{5D0}", "\u{64A}", "\u{10FFFF}", "é", "\u{301}", "\n", "'", "\""]
    for _ in 0..<200 {
      let count = Int.random(in: 1...6, using: &random)
      check((0..<count).compactMap { _ in parts.randomElement(using: &random) }.joined())
    }
  }

  @Test func `a whole number is as it is in text`() {
    for number in [0, 1, -1, 10, 999, -1000, Int.max, Int.min] {
      var markup = Markup()
      markup.add(number)
      #expect(markup.string == String(number))
    }
  }
}

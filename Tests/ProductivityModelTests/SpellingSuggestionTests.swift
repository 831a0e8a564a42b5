import ProductivityModel
import TestSupport
import Testing

/// "Did you mean".
@Suite struct SpellingSuggestionTests {
  private static let keys = ["practice", "period", "through", "roster", "surveys", "formats", "output", "credit"]

  @Test(arguments: [
    ("practise", "practice"), ("perod", "period"), ("raster", "roster"), ("FORMAT", "formats"), ("ouptut", "output"),
    ("credits", "credit"), ("survey", "surveys"),
  ])
  func `a slip has its nearest word`(word: String, nearest: String) {
    #expect(SpellingSuggestion.nearest(to: word, in: Self.keys) == nearest)
  }

  @Test(arguments: ["colour", "logs", "x", "", "patient"])
  func `a word that is like none has none`(word: String) {
    #expect(SpellingSuggestion.nearest(to: word, in: Self.keys) == nil)
  }

  @Test func `ties go to the word that sorts first, in whatever order they are given`() {
    #expect(SpellingSuggestion.nearest(to: "cat", in: ["rat", "bat", "hat"]) == "bat")
    #expect(SpellingSuggestion.nearest(to: "cat", in: ["hat", "bat", "rat"]) == "bat")
    #expect(SpellingSuggestion.nearest(to: "rat", in: ["bat", "rat"]) == "rat")
  }

  @Test func `the limit is what is asked for`() {
    #expect(SpellingSuggestion.nearest(to: "unit", in: ["units"], limit: 0) == nil)
    #expect(SpellingSuggestion.nearest(to: "unit", in: ["units"], limit: 1) == "units")
    #expect(SpellingSuggestion.nearest(to: "abc", in: ["xyz"], limit: 3) == "xyz")
  }

  /// The edits between two words by the definition: insert, delete, replace, swap neighbours.
  private func edits(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    let (shorterA, shorterB) = (a.dropLast(), b.dropLast())
    var least = min(
      edits(shorterA, b) + 1, edits(a, shorterB) + 1, edits(shorterA, shorterB) + (x == y ? 0 : 1))
    if let w = shorterA.last, let z = shorterB.last, x == z, w == y {
      least = min(least, edits(shorterA.dropLast(), shorterB.dropLast()) + 1)
    }
    return least
  }

  @Test(arguments: 61...63 as ClosedRange<UInt64>)
  func `the number of edits is that of the definition`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let words = [0, 1].map { _ in
        String(decoding: random.bytes(Int.random(in: 0...5, using: &random), from: Array("abc".utf8)), as: UTF8.self)
      }
      let least = edits(Array(words[0])[...], Array(words[1])[...])
      let found = (0...5).first { SpellingSuggestion.nearest(to: words[0], in: [words[1]], limit: $0) != nil }
      #expect(found == least, "seed \(seed): \(words)")
    }
  }
}

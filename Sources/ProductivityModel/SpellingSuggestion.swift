/// "Did you mean": the nearest of some known words to one that is not known.
public enum SpellingSuggestion {
  /// The most bytes of a word that is looked for: nobody misspells a longer one.
  private static let longest = 200

  /// The candidate with the fewest single-letter edits from the word, if there are few enough to be a likely slip.
  ///
  /// Ties go to the candidate that sorts first, so the answer does not depend on the order given. Case is ignored.
  ///
  /// - Parameter limit: the most edits to accept; a third of the word's length, and at least one, unless given.
  public static func nearest(to word: String, in candidates: some Sequence<String>, limit: Int? = nil) -> String? {
    guard word.utf8.count <= longest else { return nil }
    let limit = limit ?? max(1, word.count / 3)
    let target = Array(word.lowercased())
    let bytes = smallLetters(word)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate.utf8.count <= 2 * longest {
      let distance: Int
      if let bytes, let letters = smallLetters(candidate) {
        guard abs(letters.count - bytes.count) <= limit else { continue }
        distance = edits(bytes, letters)
      } else {
        let letters = Array(candidate.lowercased())
        guard abs(letters.count - target.count) <= limit else { continue }
        distance = edits(target, letters)
      }
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.candidate) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// A word in small letters, where it is of ASCII and each byte is a letter by itself; nil of any other.
  private static func smallLetters(_ word: String) -> [UInt8]? {
    let bytes = Array(word.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else { return nil }
    return bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The least number of insertions, deletions, replacements and neighbour swaps that turn one into the other.
  static func edits<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      for j in 1...b.count {
        var cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforePrevious[j - 2] + 1) }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}

import ProductivityModel

extension StatedStanding {
  /// Reads a statement; nil where it holds neither a percentile nor a ratio, or words whose meaning is not known for sure, such
  /// as "near" or "between".
  ///
  /// A percentile is a number followed by `st`, `nd`, `rd`, `th`, `percentile` or `%ile`, or preceded by `p`; a ratio is a
  /// number followed by `x` or `times`. Either may be a bound: `above`, `at or above`, `at least`, `below`, `at or below`, `at
  /// most` and the like before it, `or above`, `or more`, `or below` after it, or a sign. Examples: `77th percentile, 2.1x
  /// median`, `at or above the 70th percentile`, `p90+`.
  public init?(_ text: String) {
    self.init()
    let tokens = Self.tokens(of: text.lowercased())
    for (index, token) in tokens.enumerated() where Self.isNumber(token) {
      let next = index + 1 < tokens.count ? tokens[index + 1] : ""
      let isNamed = index > 0 && tokens[index - 1] == "p"
      let isPercentile =
        isNamed || ["st", "nd", "rd", "th"].contains(next)
        || ["percentile", "%ile", "%tile"].contains { next.hasPrefix($0) }
      let isRatio = !isPercentile && ["x", "times"].contains(next)
      guard isPercentile || isRatio else { continue }
      let start = isNamed ? index - 1 : index
      guard let bound = Self.bound(before: start, after: isNamed ? index : index + 1, in: tokens) else { return nil }
      let decimals = token.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
      if isPercentile {
        guard percentThousandths == nil, case .success(let value) = DecimalText.parse(token, scale: 3),
          (1...99_999).contains(value)
        else { return nil }
        (percentThousandths, percentBound) = (Int(value), bound)
        percentUnit = Int(DecimalText.powerOfTen(max(0, 3 - decimals)))
      } else {
        guard timesMillionths == nil, case .success(let value) = DecimalText.parse(token, scale: 6), value > 0,
          value <= 1_000_000_000
        else { return nil }
        (timesMillionths, timesBound) = (value, bound)
        halfOfLastDecimal = Int64(DecimalText.powerOfTen(max(0, 6 - decimals))) / 2
      }
    }
    if percentThousandths == nil, timesMillionths == nil { return nil }
  }

  // MARK: Words

  /// Numbers, words, signs and commas apart: `77th` is 77 and th, `p77` is p and 77, `2.1x` is 2.1 and x, `>=90` is >= and 90.
  private static func tokens(of text: String) -> [String] {
    enum Kind { case number, word, sign, comma }
    func kind(_ letter: Character) -> Kind? {
      if "0"..."9" ~= letter || letter == "." { return .number }
      if letter.isLetter || letter == "%" { return .word }
      if "<>=\u{2264}\u{2265}+".contains(letter) { return .sign }
      return ",;:".contains(letter) ? .comma : nil
    }
    var tokens: [String] = []
    var last: Kind?
    for letter in text {
      // The sign of multiplication is an x.
      let letter: Character = letter == "\u{D7}" ? "x" : letter
      let own = kind(letter)
      if let own {
        if own == last, own != .comma, !tokens.isEmpty {
          tokens[tokens.count - 1].append(letter)
        } else {
          tokens.append(String(letter))
        }
      }
      last = own
    }
    // A full stop at the end of a sentence is no decimal.
    return tokens.map { token in
      token.count > 1 && isNumber(token) && token.last == "." ? String(token.dropLast()) : token
    }.filter { $0 != "." }
  }

  private static func isNumber(_ token: String) -> Bool {
    token.first.map { "0"..."9" ~= $0 || $0 == "." } == true && token.contains { $0 != "." }
  }

  private static let aboveWords: Set<String> = ["above", "over", "exceeding", "exceeds", "beyond", "past"]
  private static let belowWords: Set<String> = ["below", "under", "beneath"]
  private static let moreWords: Set<String> = ["more", "greater", "higher", "better", "above", "over", "up", "beyond"]
  private static let lessWords: Set<String> = ["less", "lower", "fewer", "below", "under"]
  private static let fillers: Set<String> = ["the", "a", "its", "their", "of", "at", "in", "is", "stands", "exactly"]
  private static let unclear: Set<String> = [
    "not", "no", "nor", "near", "nearly", "almost", "about", "around", "roughly", "approximately", "circa", "between",
    "from", "to", "or", "than",
  ]

  /// Whether a number is a bound, by the words before it and those after its unit; nil where they are not understood.
  private static func bound(before start: Int, after unit: Int, in tokens: [String]) -> Bound? {
    var before = tokens[..<start]
    while let last = before.last, Self.fillers.contains(last) { before.removeLast() }
    guard let first = ahead(before) else { return nil }
    let second = behind(tokens[min(unit + 1, tokens.count)...])
    if second == .exactly { return first }
    return first == .exactly ? second : nil
  }

  /// The bound that stands before a number.
  private static func ahead(_ words: ArraySlice<String>) -> Bound? {
    var words = words
    guard let last = words.popLast() else { return .exactly }
    switch last {
    case ">": return .above
    case ">=", "\u{2265}": return .atLeast
    case "<": return .below
    case "<=", "\u{2264}": return .atMost
    case "least": return .atLeast
    case "most": return .atMost
    default: break
    }
    if last == "to", words.last == "up" { return .atMost }
    let word = last == "than" ? words.popLast() ?? "" : last
    let isAbove = last == "than" ? moreWords.contains(word) : aboveWords.contains(word)
    let isBelow = last == "than" ? lessWords.contains(word) : belowWords.contains(word)
    guard isAbove || isBelow else {
      return unclear.contains(last) || last.contains { "<>=+".contains($0) } ? nil : .exactly
    }
    switch words.last {
    case "not", "no": return isAbove ? .atMost : .atLeast
    case "or": return isAbove ? .atLeast : .atMost
    default: return isAbove ? .above : .below
    }
  }

  /// The bound that stands after a number's unit, up to a comma or the end: `or above`, `and more`, `+`.
  private static func behind(_ words: ArraySlice<String>) -> Bound {
    var clause = Array(words.prefix { $0 != "," && $0 != ";" && $0 != ":" })
    while let first = clause.first, first.hasPrefix("percentile") || ["the", "median", "of"].contains(first) {
      clause.removeFirst()
    }
    if clause == ["+"] { return .atLeast }
    guard clause.count == 2, ["or", "and"].contains(clause[0]) else { return .exactly }
    if moreWords.contains(clause[1]) { return .atLeast }
    return lessWords.contains(clause[1]) ? .atMost : .exactly
  }
}

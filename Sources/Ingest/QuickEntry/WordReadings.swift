import ProductivityModel

/// Every way in which a word without blanks can be read as codes, modifiers and units, one after the other.
///
/// The word is cut wherever all its readings have a boundary. A piece between two cuts has one reading, and is then certain, or
/// several, and then nothing of it may be taken. A word that has no reading at all is not cut, since after a slip of the hand
/// nothing in it is certain.
struct WordReadings {
  /// A piece that begins and ends at the same places in every reading of the word.
  struct Piece: Equatable {
    /// Where it stands in the word.
    var range: Range<Int>
    /// Its readings, the first few of them.
    var readings: [[EntryToken]]
    /// Whether there are more.
    var hasMore: Bool
  }

  /// A word that has no reading.
  struct Failure: Error, Equatable {
    /// Where five characters of the form of a code stand but for which the word can be read; nil where there are none, or where
    /// that is not certain.
    var unknownCode: Int?
  }

  /// The most readings that are told.
  static let mostReadings = 3
  /// The most units of a service: more are taken for a slip of the hand.
  static let mostUnits: Int64 = 999

  private struct Edge {
    var end: Int
    var token: EntryToken
  }

  private let word: [UInt8]
  private let vocabulary: EntryVocabulary
  private let continues: Bool
  private var edges: [[Edge]] = []

  /// The pieces of a word.
  ///
  /// - Parameters:
  ///   - word: capitals, digits and marks, without blanks.
  ///   - continues: whether there is a code before the word to which a modifier at its start belongs.
  /// - Complexity: O(n) in the bytes.
  static func pieces(
    of word: [UInt8], continues: Bool, _ vocabulary: EntryVocabulary
  ) -> Result<[Piece], Failure> {
    WordReadings(word, continues, vocabulary).pieces()
  }

  private init(_ word: [UInt8], _ continues: Bool, _ vocabulary: EntryVocabulary) {
    self.word = word
    self.continues = continues
    self.vocabulary = vocabulary
    edges = word.indices.map(tokens)
  }

  private func pieces() -> Result<[Piece], Failure> {
    let end = word.count
    var isReached = [Bool](repeating: false, count: end + 1)
    isReached[0] = true
    for start in 0..<end where isReached[start] { for edge in edges[start] { isReached[edge.end] = true } }
    var leadsToEnd = [Bool](repeating: false, count: end + 1)
    leadsToEnd[end] = true
    for start in (0..<end).reversed() { leadsToEnd[start] = edges[start].contains { leadsToEnd[$0.end] } }
    guard isReached[end] else {
      let places = (0..<end).filter { place in
        isReached[place] && place + 5 <= end && leadsToEnd[place + 5] && hasCodeForm(place)
      }
      return .failure(Failure(unknownCode: places.count == 1 ? places[0] : nil))
    }
    var pieces: [Piece] = []
    var pieceStart = 0
    var reach = 0
    for start in 0...end where isReached[start] && leadsToEnd[start] {
      if start == reach, start > pieceStart {
        pieces.append(piece(pieceStart..<start, leadsToEnd))
        pieceStart = start
      }
      if start < end { for edge in edges[start] where leadsToEnd[edge.end] { reach = max(reach, edge.end) } }
    }
    return .success(pieces)
  }

  private func hasCodeForm(_ place: Int) -> Bool {
    word[place..<place + 5].withUnsafeBufferPointer { ProcedureCode($0) }?.hasPublishedForm ?? false
  }

  private func piece(_ range: Range<Int>, _ leadsToEnd: [Bool]) -> Piece {
    var found: [[EntryToken]] = []
    var path: [EntryToken] = []
    // Every way on leads to the piece's end, so the search never turns back without a reading.
    func search(_ start: Int) {
      if found.count > Self.mostReadings { return }
      if start == range.upperBound { return found.append(path) }
      for edge in edges[start] where leadsToEnd[edge.end] {
        path.append(edge.token)
        search(edge.end)
        path.removeLast()
      }
    }
    search(range.lowerBound)
    return Piece(
      range: range, readings: Array(found.prefix(Self.mostReadings)), hasMore: found.count > Self.mostReadings)
  }

  /// What may start at a place of the word.
  private func tokens(at start: Int) -> [Edge] {
    var found: [Edge] = []
    func slice(_ from: Int, _ count: Int) -> ArraySlice<UInt8>? {
      from + count <= word.count ? word[from..<from + count] : nil
    }
    if let code = slice(start, 5).flatMap(vocabulary.code) { found.append(Edge(end: start + 5, token: .code(code))) }
    guard start > 0 || continues else { return found }
    if let modifier = slice(start, 2).flatMap(vocabulary.modifier) {
      found.append(Edge(end: start + 2, token: .modifier(modifier)))
    }
    // A hyphen says that a modifier follows, whether or not a policy knows it.
    if word[start] == UInt8(ascii: "-"), let modifier = slice(start + 1, 2).flatMap(EntryVocabulary.anyModifier) {
      found.append(Edge(end: start + 3, token: .modifier(modifier)))
    }
    if word[start] == UInt8(ascii: "X") || word[start] == UInt8(ascii: "*") { addUnits(after: start, &found) }
    return found
  }

  /// Adds every number of units that may follow the mark: up to three digits, and up to four decimals. So x326 may be 326 or 3 and
  /// a modifier 26, and x326.0 is 326.
  private func addUnits(after mark: Int, _ found: inout [Edge]) {
    func isDigit(_ place: Int) -> Bool { place < word.count && word[place] >= 0x30 && word[place] <= 0x39 }
    var number: Int64 = 0
    var place = mark + 1
    while isDigit(place), place <= mark + 3 {
      number = number * 10 + Int64(word[place] - 0x30)
      place += 1
      if number > 0 { found.append(Edge(end: place, token: .units(Units(number)))) }
      guard place < word.count, word[place] == UInt8(ascii: ".") else { continue }
      var units = number * 10_000
      var worth: Int64 = 1_000
      var decimal = place + 1
      while isDigit(decimal), worth > 0 {
        units += Int64(word[decimal] - 0x30) * worth
        worth /= 10
        decimal += 1
        if units > 0 { found.append(Edge(end: decimal, token: .units(Units(tenThousandths: units)))) }
      }
      return
    }
  }
}

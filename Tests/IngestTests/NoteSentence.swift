import ProductivityModel

/// A sentence of a note on a code, and how like another it is.
struct NoteSentence {
  /// The note's code.
  var note: ProcedureCode
  /// The sentence.
  var text: String

  /// The sentences of a text: what ends in a full stop, question mark or exclamation mark before a blank.
  static func sentences(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    var endsSentence = false
    for character in text {
      if endsSentence, character == " " {
        result.append(current)
        current = ""
      } else {
        current.append(character)
      }
      endsSentence = character == "." || character == "?" || character == "!"
    }
    return current.isEmpty ? result : result + [current]
  }

  /// The words in small letters, each digit as `#`, without punctuation.
  var words: [String] {
    text.lowercased().map { $0.isNumber ? "#" : $0 }
      .split { !($0.isLetter || $0 == "#") }.map { String($0) }
  }

  /// The pairs of sentences of different notes that have the same words, or share more than `limit` of their runs of three
  /// words: shared / (all of either), the Jaccard index.
  ///
  /// An inverted index, from a run to the sentences that have it, keeps this far below a comparison of all pairs.
  static func alike(_ sentences: [NoteSentence], limit: Double = 0.6) -> [(NoteSentence, NoteSentence)] {
    var numbers: [String: UInt64] = [:]
    var same: [[String]: Int] = [:]
    var result: [(NoteSentence, NoteSentence)] = []
    var runs: [(run: UInt64, sentence: Int)] = []
    var counts: [Int] = []
    for (index, sentence) in sentences.enumerated() {
      let words = sentence.words
      if let first = same[words] {
        if sentences[first].note != sentence.note { result.append((sentences[first], sentence)) }
      } else {
        same[words] = index
      }
      let ids = words.map { word in
        if let number = numbers[word] { return number }
        let number = UInt64(numbers.count)
        numbers[word] = number
        return number
      }
      let own = Set(zip(ids, zip(ids.dropFirst(), ids.dropFirst(2))).map { $0 << 42 | $1.0 << 21 | $1.1 })
      counts.append(own.count)
      for run in own { runs.append((run, index)) }
    }
    runs.sort { ($0.run, $0.sentence) < ($1.run, $1.sentence) }
    var shared: [UInt64: Int] = [:]
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count, runs[end].run == runs[start].run { end += 1 }
      for first in start..<end {
        for second in first + 1..<max(first + 1, end) {
          shared[UInt64(runs[first].sentence) << 32 | UInt64(runs[second].sentence), default: 0] += 1
        }
      }
      start = end
    }
    for (pair, count) in shared.sorted(by: { $0.key < $1.key }) {
      let first = Int(pair >> 32)
      let second = Int(pair & 0xFFFF_FFFF)
      guard sentences[first].note != sentences[second].note else { continue }
      let all = counts[first] + counts[second] - count
      // The same words were found above.
      if Double(count) > limit * Double(all), sentences[first].words != sentences[second].words {
        result.append((sentences[first], sentences[second]))
      }
    }
    return result
  }
}

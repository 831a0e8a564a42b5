/// Days of a period, of which it is only asked how many there are: a bit a day.
struct DaySet: Sendable {
  private var words: [UInt64] = []

  /// Adds a day, by its place in the period from 0 on; again is no more than once.
  @inline(__always)
  mutating func insert(_ day: Int) {
    let word = day >> 6
    if word >= words.count { words += [UInt64](repeating: 0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(day & 63)
  }

  /// Whether a day is one of them.
  func contains(_ day: Int) -> Bool { day >> 6 < words.count && words[day >> 6] & 1 << UInt64(day & 63) != 0 }

  /// How many days there are.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}

import ProductivityModel

/// A file whose sums are taken out of the crediting while its lines are added up.
struct FileAtHand {
  let number: Int
  var tally = FileTally()
  /// The credited lines that are not in the tally yet: almost all lines are.
  private var credited = 0

  init(_ number: Int) { self.number = number }

  /// Counts a record.
  @inline(__always)
  mutating func count(_ fate: Fate, _ record: UInt64) {
    if fate == .credited { credited += 1 } else { tally.count(fate, record) }
  }

  /// Counts a credited record.
  @inline(__always)
  mutating func countCredited() { credited += 1 }

  /// Takes the sums of the file to hand, or puts them back.
  mutating func exchange(with files: inout [FileTally]) {
    tally.count(credited: credited)
    credited = 0
    swap(&tally, &files[number])
  }
}

/// The nearest rows of one row found so far, nearest first: greatest cosine, of equal ones the earlier row.
///
/// The order is total and exact, so the list does not depend on the order in which rows are offered.
struct NearestList {
  /// A row among the nearest.
  struct Entry: BitwiseCopyable {
    var row: Int32
    var product: Int64
    var square: Int64
  }

  private(set) var entries: [Entry] = []
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    entries.reserveCapacity(limit)
  }

  /// Whether every place is taken.
  var isFull: Bool { entries.count == limit }

  /// Takes a row in where it belongs; leaves it out where the list is full of nearer ones.
  ///
  /// - Returns: whether the list has changed.
  mutating func offer(_ row: Int32, product: Int64, square: Int64) -> Bool {
    let entry = Entry(row: row, product: product, square: square)
    if !isFull {
      entries.append(entry)
    } else if entries.isEmpty || !Self.precedes(entry, entries[entries.count - 1]) {
      return false
    }
    var place = entries.count - 1
    while place > 0, Self.precedes(entry, entries[place - 1]) {
      entries[place] = entries[place - 1]
      place -= 1
    }
    entries[place] = entry
    return true
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    let (left, right) = Cosine.sides(a.product, a.square, b.product, b.square)
    return left == right ? a.row < b.row : left > right
  }
}

import ProductivityModel

/// The combinations that one clinician's lines have, each with what every line of it asks.
///
/// A clinician has a few hundred of them; a run may have hundreds of thousands, which lie too far apart in memory to be asked for
/// each line. So the lines are first given places by key, and then all combinations that are new are fetched together.
struct ClinicianCombinations {
  /// The combinations, in the order in which lines had them, as far as they are fetched.
  private(set) var entries: [CreditCache.Entry] = []
  /// What the lines of each came to.
  var tallies: [CombinationTally] = []
  private var keys: [UInt64] = []
  private var table = [Int32](repeating: -1, count: 1 << 9)

  /// Starts anew, for another clinician.
  mutating func reset() {
    entries.removeAll(keepingCapacity: true)
    tallies.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    for index in table.indices { table[index] = -1 }
  }

  /// The place of a combination, by its key; a new one is to be fetched.
  ///
  /// - Complexity: O(1) amortised.
  @inline(__always)
  mutating func place(of key: UInt64) -> Int {
    var position = CreditCache.position(of: key, in: table.count)
    while true {
      let place = Int(table[position])
      if place < 0 { break }
      if keys[place] == key { return place }
      position = (position + 1) & (table.count - 1)
    }
    table[position] = Int32(keys.count)
    keys.append(key)
    if keys.count * 2 > table.count { grow() }
    return keys.count - 1
  }

  /// Fetches the combinations that are new.
  mutating func fetch(from cache: inout CreditCache) {
    cache.fetch(keys[entries.count...], into: &entries)
    for _ in tallies.count..<entries.count { tallies.append(CombinationTally()) }
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (place, key) in keys.enumerated() {
      var position = CreditCache.position(of: key, in: table.count)
      while table[position] >= 0 { position = (position + 1) & (table.count - 1) }
      table[position] = Int32(place)
    }
  }
}

import ProductivityModel

/// The combinations that one clinician's lines have, each with what every line of it asks.
///
/// A clinician has a few hundred of them; a run may have hundreds of thousands, which lie too far apart in memory to be asked for
/// each line.
struct ClinicianCombinations {
  /// The combinations, in the order in which lines had them.
  private(set) var entries: [CreditCache.Entry] = []
  /// What the lines of each came to.
  var tallies: [CombinationTally] = []
  private var table = [Int32](repeating: -1, count: 1 << 9)

  /// Starts anew, for another clinician.
  mutating func reset() {
    entries.removeAll(keepingCapacity: true)
    tallies.removeAll(keepingCapacity: true)
    for index in table.indices { table[index] = -1 }
  }

  /// The place of a line's combination.
  ///
  /// - Complexity: O(1) amortised.
  @inline(__always)
  mutating func place(of line: ServiceLine, slot: Int, in cache: inout CreditCache) -> Int {
    let key = cache.key(of: line, slot: slot)
    let mask = table.count - 1
    var position = Self.position(of: key) & mask
    while true {
      let place = Int(table[position])
      if place < 0 { break }
      if entries[place].key == key { return place }
      position = (position + 1) & mask
    }
    return insert(key, line, slot, &cache, at: position)
  }

  private mutating func insert(
    _ key: UInt64, _ line: ServiceLine, _ slot: Int, _ cache: inout CreditCache, at position: Int
  ) -> Int {
    table[position] = Int32(entries.count)
    entries.append(cache.entries[cache.number(of: line, slot: slot, key: key)])
    tallies.append(CombinationTally())
    if entries.count * 2 > table.count { grow() }
    return entries.count - 1
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (place, entry) in entries.enumerated() {
      var position = Self.position(of: entry.key) & (table.count - 1)
      while table[position] >= 0 { position = (position + 1) & (table.count - 1) }
      table[position] = Int32(place)
    }
  }

  @inline(__always)
  private static func position(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }
}

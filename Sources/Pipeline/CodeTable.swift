/// What each code brought a clinician in a specialty: a small table by code id, by open addressing.
struct CodeTable: Sendable {
  /// What one code brought.
  struct Sums: BitwiseCopyable {
    var code: Int32 = -1
    var lines: Int32 = 0
    var units: Int64 = 0
    var benchmark: Int64 = 0
  }

  private var slots = [Sums](repeating: Sums(), count: 64)
  private var count = 0

  /// The codes that brought the most, most first; of equal ones that which sorts first as text.
  ///
  /// - Parameter text: the order of a code as text.
  func top(_ count: Int, text: (Int32) -> UInt64) -> [Sums] {
    // Only few of hundreds are wanted: each is put where it belongs among the best so far, which most are not.
    var best: [Sums] = []
    for sums in slots where sums.code >= 0 {
      func precedes(_ other: Sums) -> Bool {
        sums.benchmark != other.benchmark ? sums.benchmark > other.benchmark : text(sums.code) < text(other.code)
      }
      if best.count == count, let last = best.last, !precedes(last) { continue }
      best.insert(sums, at: best.firstIndex(where: precedes) ?? best.count)
      if best.count > count { best.removeLast() }
    }
    return best
  }

  /// Adds some lines of a code.
  ///
  /// - Complexity: O(1) amortised.
  mutating func add(_ code: Int32, lines: Int32, _ units: Int64, _ benchmark: Int64) {
    let slot = slot(of: code)
    if slots[slot].code < 0 {
      slots[slot].code = code
      count += 1
    }
    slots[slot].lines += lines
    slots[slot].units += units
    slots[slot].benchmark += benchmark
    if count * 2 > slots.count { grow() }
  }

  private func slot(of code: Int32) -> Int {
    let mask = slots.count - 1
    var slot = Int((UInt32(bitPattern: code) &* 2_654_435_769) >> 8) & mask
    while slots[slot].code >= 0, slots[slot].code != code { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Sums](repeating: Sums(), count: old.count * 2)
    for sums in old where sums.code >= 0 { slots[slot(of: sums.code)] = sums }
  }
}

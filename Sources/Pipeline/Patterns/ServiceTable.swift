/// What each combination of code, modifiers, setting and day slot came to for a clinician in a specialty: a small table by
/// combination number, by open addressing.
struct ServiceTable: Sendable {
  /// What one combination came to.
  struct Sums: BitwiseCopyable {
    var combination: Int32 = -1
    /// Lines, those of reversed days taken away.
    var lines: Int32 = 0
    var units: Int64 = 0
    /// Lines with work in the benchmark ledger, and their units: of these every line counts as one.
    var creditedLines: Int32 = 0
    var creditedUnits: Int64 = 0
    var benchmark: Int64 = 0
    /// Of the units of credited lines those on days that do not count, of leave or outside employment, and those of a ramp.
    var uncountedUnits: Int64 = 0
    var rampUnits: Int64 = 0
  }

  private var slots = [Sums](repeating: Sums(), count: 64)
  private var count = 0

  /// The combinations, by number.
  var sums: [Sums] { slots.filter { $0.combination >= 0 }.sorted { $0.combination < $1.combination } }

  /// Adds a line.
  ///
  /// - Complexity: O(1) amortised.
  @inline(__always)
  mutating func add(_ combination: Int32, _ units: Int64, _ benchmark: Int64) {
    let slot = slot(of: combination)
    if slots[slot].combination < 0 {
      slots[slot].combination = combination
      count += 1
    }
    slots[slot].lines += units < 0 ? -1 : 1
    slots[slot].units += units
    if benchmark != 0 {
      slots[slot].creditedLines += 1
      slots[slot].creditedUnits += units
      slots[slot].benchmark += benchmark
    }
    if count * 2 > slots.count { grow() }
  }

  /// Notes of a line that was added that its day does not count, or may not.
  mutating func setApart(_ combination: Int32, _ units: Int64, isUncounted: Bool, isInRamp: Bool) {
    let slot = slot(of: combination)
    if isUncounted { slots[slot].uncountedUnits += units }
    if isInRamp { slots[slot].rampUnits += units }
  }

  private func slot(of combination: Int32) -> Int {
    let mask = slots.count - 1
    var slot = Int((UInt32(bitPattern: combination) &* 2_654_435_769) >> 8) & mask
    while slots[slot].combination >= 0, slots[slot].combination != combination { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Sums](repeating: Sums(), count: old.count * 2)
    for sums in old where sums.combination >= 0 { slots[slot(of: sums.combination)] = sums }
  }
}

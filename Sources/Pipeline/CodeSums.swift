/// What each code brought a clinician in a specialty, added up over the combinations that have it.
struct CodeSums {
  /// What one code brought, on lines with work in the benchmark ledger.
  struct Sum: BitwiseCopyable {
    var code: Int32
    var lines: Int32 = 0
    var units: Int64 = 0
    var benchmark: Int64 = 0
    /// Of the units those on days that do not count, and those of a ramp.
    var uncounted: Int64 = 0
    var ramp: Int64 = 0
  }

  /// The codes, by their numbers.
  private(set) var codes: [Sum] = []

  /// Adds up combinations.
  ///
  /// - Complexity: O(n log n).
  init(_ sums: [ServiceTable.Sums]) {
    // Code and place are sorted in one word each: sums are long.
    var order: [UInt64] = []
    order.reserveCapacity(sums.count)
    for (place, sum) in sums.enumerated() where sum.creditedLines > 0 {
      order.append(UInt64(UInt32(bitPattern: sum.code)) << 32 | UInt64(place))
    }
    order.sort()
    codes.reserveCapacity(order.count)
    for word in order {
      let (code, sum) = (Int32(truncatingIfNeeded: word >> 32), sums[Int(word & 0xFFFF_FFFF)])
      if codes.last?.code != code { codes.append(Sum(code: code)) }
      let last = codes.count - 1
      codes[last].lines += sum.creditedLines
      codes[last].units += sum.creditedUnits
      codes[last].benchmark += sum.benchmark
      codes[last].uncounted += sum.uncountedUnits
      codes[last].ramp += sum.rampUnits
    }
  }

  /// The codes that brought the most, most first; of equal ones that which sorts first as text.
  ///
  /// - Parameter text: the order of a code as text.
  func top(_ count: Int, text: (Int32) -> UInt64) -> [Sum] {
    // Only few of hundreds are wanted: each is put where it belongs among the best so far, which most are not.
    var best: [Sum] = []
    best.reserveCapacity(count + 1)
    for sum in codes {
      func precedes(_ other: Sum) -> Bool {
        sum.benchmark != other.benchmark ? sum.benchmark > other.benchmark : text(sum.code) < text(other.code)
      }
      if best.count == count, let last = best.last, !precedes(last) { continue }
      best.insert(sum, at: best.firstIndex(where: precedes) ?? best.count)
      if best.count > count { best.removeLast() }
    }
    return best
  }
}

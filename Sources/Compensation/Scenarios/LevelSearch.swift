import ProductivityModel

/// Finds the shift at which pay, which only rises or only falls with it, is a target.
///
/// Between two shifts that lie on either side the next to be tried is where a straight line would meet the target, and every
/// fourth time the middle: pay is straight in most places, and the middle makes sure of an end.
struct LevelSearch {
  private let target: Int64
  private let bounds: ClosedRange<Int64>
  private let isRising: Bool
  private let function: (Int64) -> Int64
  private var known: [Int64: Int64] = [:]

  init(target: Int64, bounds: ClosedRange<Int64>, isRising: Bool, _ function: @escaping (Int64) -> Int64) {
    self.target = target
    self.bounds = bounds
    self.isRising = isRising
    self.function = function
  }

  /// How often pay was computed.
  var evaluations: Int { known.count }

  /// Pay after a shift, in cents, computed once.
  mutating func pay(_ shift: Int64) -> Int64 {
    if let known = known[shift] { return known }
    let pay = function(shift)
    known[shift] = pay
    return pay
  }

  /// The shift, and how near pay comes.
  mutating func solve() -> (shift: Int64, result: LevelPay.Result) {
    if pay(0) == target { return (0, .level) }
    // The shift on the side of the most pay, and that of the least.
    let (most, least) = isRising ? (bounds.upperBound, bounds.lowerBound) : (bounds.lowerBound, bounds.upperBound)
    if pay(most) < target { return (nearestToZero(from: most, pay(most)), .outOfReach) }
    if pay(least) > target { return (nearestToZero(from: least, pay(least)), .outOfReach) }
    // The first shift, from the least pay, that gives at least the target; and the first that gives more.
    let enough = first { $0 >= $1 }
    let more = pay(most) > target ? first { $0 > $1 } : nil
    guard pay(enough) == target else {
      let short = enough - step
      let isShortNearer = target - pay(short) < pay(enough) - target
      return (isShortNearer ? short : enough, .nearest)
    }
    guard let more, enough != least else {
      // Without an end on one side: that which changes the least.
      return (enough == least ? (more.map { $0 - step } ?? 0) : enough, .level)
    }
    let (low, high) = (min(enough, more - step), max(enough, more - step))
    return (low + (high - low) / 2, .level)
  }

  /// All shifts that give the target, where one does.
  mutating func span() -> ClosedRange<Int64>? {
    let (most, least) = isRising ? (bounds.upperBound, bounds.lowerBound) : (bounds.lowerBound, bounds.upperBound)
    guard pay(most) >= target, pay(least) <= target else { return nil }
    let enough = first { $0 >= $1 }
    guard pay(enough) == target else { return nil }
    let last = pay(most) > target ? first { $0 > $1 } - step : most
    return min(enough, last)...max(enough, last)
  }

  /// The direction in which pay rises.
  private var step: Int64 { isRising ? 1 : -1 }

  /// The first shift in the direction of rising pay for which something holds, where it holds for the most pay.
  private mutating func first(where holds: (_ pay: Int64, _ target: Int64) -> Bool) -> Int64 {
    let (most, least) = isRising ? (bounds.upperBound, bounds.lowerBound) : (bounds.lowerBound, bounds.upperBound)
    if holds(pay(least), target) { return least }
    var no = least
    var yes = most
    // What is known already narrows it.
    for (shift, pay) in known.sorted(by: { $0.key < $1.key }) {
      if holds(pay, target) {
        if (yes - shift) * step > 0 { yes = shift }
      } else if (shift - no) * step > 0 {
        no = shift
      }
    }
    approach(&no, &yes, holds)
    var tries = 0
    var stride: Int64 = 4
    while abs(yes - no) > 1 {
      tries += 1
      var next = no + (yes - no) / 2
      if tries % 4 != 0 {
        let guess = interpolated(no, yes)
        next = guess
        // A straight line comes near one end and leaves the other where it is: from there on a few steps past the near one.
        if abs(guess - no) < stride { next = between(no + (yes > no ? stride : -stride), no, yes) }
        if abs(guess - yes) < stride { next = between(yes + (no > yes ? stride : -stride), no, yes) }
        stride = min(stride * 4, 1 << 40)
      }
      if holds(pay(next), target) { yes = next } else { no = next }
      if abs(yes - no) <= stride { stride = max(abs(yes - no) / 4, 1) }
    }
    return yes
  }

  /// Narrows the ends by trying near what is asked for: bounds are far, and far from where the plans are.
  private mutating func approach(
    _ no: inout Int64, _ yes: inout Int64, _ holds: (_ pay: Int64, _ target: Int64) -> Bool
  ) {
    let isMoreNeeded = !holds(pay(0), target)
    let direction = isMoreNeeded ? step : -step
    var distance: Int64 = 1 << 20
    while true {
      let shift = direction * distance
      guard (shift - no).signum() * (shift - yes).signum() < 0 else { return }
      let isEnough = holds(pay(shift), target)
      if isEnough { yes = shift } else { no = shift }
      if isEnough == isMoreNeeded { return }
      // Where the line so far meets the target, and a little further; at least twice as far.
      let gained = abs(Int128(pay(shift) - pay(0)))
      let missing = abs(Int128(target - pay(0)))
      let guess = gained > 0 ? rounded(Int128(distance) * missing, over: gained) : 0
      distance = max(Int64(clamping: guess + guess / 256), distance * 2)
    }
  }

  private func between(_ shift: Int64, _ no: Int64, _ yes: Int64) -> Int64 {
    min(max(shift, min(no, yes) + 1), max(no, yes) - 1)
  }

  /// Where a straight line between two shifts meets the edge of the target's cent, within them.
  private mutating func interpolated(_ no: Int64, _ yes: Int64) -> Int64 {
    let (low, high) = (Int128(pay(no)), Int128(pay(yes)))
    let middle = no + (yes - no) / 2
    guard high > low else { return middle }
    // Half a cent below the target, or above it: where rounding changes.
    let edge = Int128(target) * 2 + (pay(no) < target ? -1 : 1)
    let part = rounded(Int128(yes - no) * (edge - 2 * low), over: 2 * (high - low))
    let guess = no + Int64(clamping: part)
    return between(guess, no, yes)
  }

  /// Of the shifts from an end towards zero that give the same pay, the one nearest to zero.
  private mutating func nearestToZero(from end: Int64, _ pay: Int64) -> Int64 {
    guard end != 0, self.pay(0) != pay else { return 0 }
    var (same, other) = (end, Int64(0))
    while abs(same - other) > 1 {
      let middle = other + (same - other) / 2
      if self.pay(middle) == pay { same = middle } else { other = middle }
    }
    return same
  }
}

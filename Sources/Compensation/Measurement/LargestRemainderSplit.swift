import ProductivityModel

/// Splits sums by weights, one after the other, so that the parts of each add up to it, and so do those of each member to what
/// is due to them: cents that are left go to those who have got the least of what was due so far.
struct LargestRemainderSplit {
  private static let billion: Int128 = 1_000_000_000
  /// Decides among those to whom equally much is due, the smaller first.
  private let order: [String]
  /// What was due to each and has not been given, in billionths of a cent, cut; below zero where more was given.
  private var due: [Int128]

  /// A split of which nothing has been given yet.
  init(order: [String]) {
    self.order = order
    due = order.map { _ in 0 }
  }

  /// The parts of the next sum; nil where no weight is above zero.
  ///
  /// - Parameters:
  ///   - sum: not below zero.
  ///   - weights: none below zero. One who has none gets nothing of this sum.
  mutating func parts(of sum: Money, by weights: [Int64]) -> [Money]? {
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard whole > 0 else { return nil }
    var parts = [Int64](repeating: 0, count: weights.count)
    for index in weights.indices {
      let (cents, remainder) = (Int128(sum.cents) * Int128(weights[index])).quotientAndRemainder(dividingBy: whole)
      parts[index] = Int64(cents)
      due[index] += remainder * Self.billion / whole
    }
    let left = Int(sum.cents - parts.reduce(0, +))
    let byDue = weights.indices.filter { weights[$0] > 0 }
      .sorted { (due[$1], order[$0], $0) < (due[$0], order[$1], $1) }
    for index in byDue.prefix(left) {
      parts[index] += 1
      due[index] -= Self.billion
    }
    return parts.map { Money(cents: $0) }
  }
}

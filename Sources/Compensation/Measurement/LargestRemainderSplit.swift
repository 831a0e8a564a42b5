import ProductivityModel

/// Splits a sum by weights so that the parts add up to it.
enum LargestRemainderSplit {
  /// The parts; nil where no weight is above zero.
  ///
  /// - Parameters:
  ///   - weights: none below zero.
  ///   - order: decides among equal remainders, the smaller first.
  static func parts(of sum: Money, by weights: [Int64], order: [String]) -> [Money]? {
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard whole > 0 else { return nil }
    let sign: Int64 = sum < .zero ? -1 : 1
    let cents = Int128(sum.cents.magnitude)
    var parts = weights.map { Int64(cents * Int128($0) / whole) }
    let left = Int64(cents) - parts.reduce(0, +)
    let remainders = weights.map { cents * Int128($0) % whole }
    let byRemainder = weights.indices.sorted {
      (remainders[$1], order[$0], $0) < (remainders[$0], order[$1], $1)
    }
    for index in byRemainder.prefix(Int(left)) { parts[index] += 1 }
    return parts.map { Money(cents: sign * $0) }
  }
}

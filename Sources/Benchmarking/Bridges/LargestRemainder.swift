/// Rounds fractions to whole numbers that still add up to a given sum.
enum LargestRemainder {
  /// Whole numbers next to `numerators` / `denominator` that add up to `total`: each is rounded down, and those with the
  /// largest remainders take what is missing, the earlier first where remainders are equal.
  ///
  /// Turned about, each number and the total with the other sign, it gives exactly the negatives: the direction in which
  /// ties are decided is that of the first number that is not zero.
  ///
  /// - Precondition: the denominator is above zero, and the total is the exact sum, or that sum rounded to a whole number.
  static func whole(_ numerators: [WideInteger], over denominator: WideInteger, total: Int64) -> [Int64] {
    if numerators.first(where: { $0.sign != 0 })?.sign == -1 {
      return whole(numerators.map { -$0 }, over: denominator, total: -total).map { -$0 }
    }
    let divided = numerators.map { $0.dividedDown(by: denominator) }
    var result = divided.map(\.quotient)
    let missing = total - result.reduce(0, +)
    precondition(missing >= 0 && missing <= numerators.count)
    let order = divided.indices.sorted { a, b in
      let (first, second) = (divided[a].remainder, divided[b].remainder)
      return first == second ? a < b : second < first
    }
    for index in order.prefix(Int(missing)) { result[index] += 1 }
    return result
  }
}

/// A sample in ascending order, where each value may stand for several equal ones.
///
/// A value with a weight of k is k copies of it: everything that is worked out of a sample is the same for the weight as for
/// the copies.
///
/// - Unit: the caller's; millionths of a work RVU or of a dollar in this program.
public struct OrderedSample: Sendable {
  /// The values, ascending, each once a record: equal ones are beside each other.
  public let values: [Int64]
  /// How many values there are up to each one, weights counted.
  let cumulative: [Int64]

  /// A sample of values that count once each, in any order.
  ///
  /// - Complexity: O(n log n).
  public init(_ values: [Int64]) {
    self.values = values.sorted()
    cumulative = (0..<values.count).map { Int64($0) + 1 }
  }

  /// A sample of values with their weights, in any order.
  ///
  /// - Returns: nil where there are not as many weights as values, a weight is not above zero, or they do not add up within
  ///   64 bits.
  public init?(_ values: [Int64], weights: [Int64]) {
    guard values.count == weights.count else { return nil }
    let order = values.indices.sorted { (values[$0], weights[$0]) < (values[$1], weights[$1]) }
    var total: Int64 = 0
    var cumulative: [Int64] = []
    cumulative.reserveCapacity(values.count)
    for index in order {
      let (sum, overflow) = total.addingReportingOverflow(weights[index])
      guard weights[index] > 0, !overflow else { return nil }
      total = sum
      cumulative.append(total)
    }
    self.values = order.map { values[$0] }
    self.cumulative = cumulative
  }

  /// The same values with other weights, of which some may be zero.
  init(values: [Int64], cumulative: [Int64]) {
    self.values = values
    self.cumulative = cumulative
  }

  /// How many values there are, weights counted.
  public var count: Int64 { cumulative.last ?? 0 }

  /// Whether every value counts once.
  public var isUnweighted: Bool { count == Int64(values.count) }

  /// Whether there is none.
  public var isEmpty: Bool { count == 0 }

  /// The weight of the value at an index.
  func weight(_ index: Int) -> Int64 { cumulative[index] - (index > 0 ? cumulative[index - 1] : 0) }

  /// How many values are less than one, which need not be among them, weights counted.
  ///
  /// - Complexity: O(log n).
  public func count(below value: Int64) -> Int64 { count { $0 < value } }

  /// How many values are greater than one, which need not be among them, weights counted.
  ///
  /// - Complexity: O(log n).
  public func count(above value: Int64) -> Int64 { count - count { $0 <= value } }

  /// The weight of the values for which something is true: the least ones, up to some value.
  private func count(while isTrue: (Int64) -> Bool) -> Int64 {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(values[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? cumulative[low - 1] : 0
  }

  /// The value of a rank from the least, 1, to the greatest, ``count``; ranks beyond are taken as those.
  ///
  /// - Precondition: the sample is not empty.
  /// - Complexity: O(log n).
  func orderStatistic(_ rank: Int128) -> Int64 {
    let rank = Int64(min(max(rank, 1), Int128(count)))
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < rank { low = middle + 1 } else { high = middle }
    }
    return values[low]
  }
}

/// The mean and standard deviation of a sample of integers, from exact sums.
public struct SampleMoments: Hashable, Sendable {
  /// The mean, rounded once, half away from zero.
  public let mean: Int64
  /// The standard deviation of a sample (n - 1 in the denominator), rounded once, half up; nil of fewer than two values, and
  /// where the sum of squares does not fit in 126 bits.
  public let standardDeviation: Int64?

  /// The moments of a sample, weights counted as copies.
  ///
  /// The squares are of the distances from the rounded mean; what the rounding of the mean adds to their sum is taken off
  /// exactly, so that nothing cancels.
  ///
  /// - Returns: nil for an empty sample.
  /// - Complexity: O(n).
  public init?(of sample: OrderedSample) {
    guard !sample.isEmpty else { return nil }
    let count = Int128(sample.count)
    var sum: Int128 = 0
    for (index, value) in sample.values.enumerated() { sum += Int128(value) * Int128(sample.weight(index)) }
    let mean = (sum >= 0 ? sum + count / 2 : sum - count / 2) / count
    self.mean = Int64(mean)
    standardDeviation = count > 1 ? Self.deviation(of: sample, around: mean, rest: sum - mean * count) : nil
  }

  /// - Parameter rest: the sum of the distances from the rounded mean, at most half of the count.
  private static func deviation(of sample: OrderedSample, around mean: Int128, rest: Int128) -> Int64? {
    var squares: UInt128 = 0
    for (index, value) in sample.values.enumerated() {
      let distance = (Int128(value) - mean).magnitude
      let (square, overflow) = distance.multipliedReportingOverflow(by: distance)
      let (product, overflow2) = square.multipliedReportingOverflow(by: UInt128(sample.weight(index)))
      let (sum, overflow3) = squares.addingReportingOverflow(product)
      guard !overflow, !overflow2, !overflow3 else { return nil }
      squares = sum
    }
    guard squares >> 126 == 0 else { return nil }
    let count = UInt128(sample.count)
    let correction = (4 * rest.magnitude * rest.magnitude + count - 1) / count
    // Four times the variance, rounded down: its root, halved and rounded up at the half, is the deviation.
    let quadruple = (4 * squares - correction) / (count - 1)
    return Int64((root(quadruple) + 1) / 2)
  }

  /// The whole part of a square root.
  static func root(_ value: UInt128) -> UInt128 {
    guard value > 0 else { return 0 }
    let bits = UInt128.bitWidth - value.leadingZeroBitCount
    var guess: UInt128 = 1 << ((bits + 1) / 2)
    while true {
      let next = (guess + value / guess) / 2
      if next >= guess { return guess }
      guess = next
    }
  }
}

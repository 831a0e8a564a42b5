/// The Harrell-Davis estimate of a quantile, with its standard error: a mean of all values in ascending order, weighted by a
/// beta distribution around the percent.
///
/// It moves less from sample to sample than one or two order statistics do, which matters with few values. The estimate is a
/// floating-point sum, rounded once to the unit of the sample, half away from zero; the same bits on every machine.
///
/// - Source: Harrell and Davis, "A new distribution-free quantile estimator", Biometrika 69 (1982), 635-640; the standard
///   error is their jackknife.
public struct HarrellDavis: Hashable, Sendable {
  /// The estimate, in the sample's unit.
  public let estimate: Int64
  /// Its standard error by the jackknife, in the sample's unit; nil of fewer than two values.
  public let standardError: Int64?

  /// The estimate at a percent of a sample, weights counted as copies.
  ///
  /// - Returns: nil for an empty sample, and at 0 and 100, where there is no such distribution.
  /// - Complexity: O(n) evaluations of the incomplete beta function, each O(root of n).
  public init?(at percent: Percent, of sample: OrderedSample) {
    guard !sample.isEmpty, percent > Percent(0), percent < Percent(100) else { return nil }
    let shape = Shape(count: sample.count, percent)
    let center = sample.orderStatistic(Int128(sample.count + 1) / 2)
    estimate = Self.rounded(Double(center) + shape.mean(of: sample, from: center))
    standardError = sample.count > 1 ? Self.error(at: percent, of: sample, from: center) : nil
  }

  /// The standard deviation of the estimates that leave one value out each, times (n - 1) / root of n.
  private static func error(at percent: Percent, of sample: OrderedSample, from center: Int64) -> Int64 {
    let shape = Shape(count: sample.count - 1, percent)
    let count = sample.values.count
    let values = sample.values.map { Double($0 - center) }
    // With a copy of the value at an index gone, those after it move down by one.
    let kept = (0..<count).map { shape.share(upTo: sample.cumulative[$0]) }
    let moved = (0..<count).map { shape.share(upTo: sample.cumulative[$0] - 1) }
    var after = [Double](repeating: 0, count: count + 1)
    for index in stride(from: count - 1, to: 0, by: -1) {
      after[index] = after[index + 1] + values[index] * (moved[index] - moved[index - 1])
    }
    var before = 0.0
    var estimates: [Double] = []
    for index in 0..<count {
      let start = index > 0 ? kept[index - 1] : 0
      estimates.append(before + values[index] * (moved[index] - start) + after[index + 1])
      before += values[index] * (kept[index] - start)
    }
    let number = Double(sample.count)
    let deviation = RealMoments(of: estimates, weights: (0..<count).map(sample.weight))?.standardDeviation ?? 0
    return rounded(deviation * (number - 1) / number.squareRoot())
  }

  static func rounded(_ value: Double) -> Int64 { Int64(value.rounded(.toNearestOrAwayFromZero)) }

  /// How the weight is spread over the values of a sample by their ranks.
  struct Shape {
    /// The number of values.
    let count: Int64
    private let a: Double
    private let b: Double

    init(count: Int64, _ percent: Percent) {
      self.count = count
      a = Double(count + 1) * percent.share
      b = Double(count + 1) * percent.complement.share
    }

    /// The weight of all values up to a rank.
    func share(upTo rank: Int64) -> Double { IncompleteBeta.regularized(rank, of: count, a: a, b: b) }

    /// The weighted mean of a sample's distances from a value near its middle.
    func mean(of sample: OrderedSample, from center: Int64) -> Double {
      var (sum, start) = (0.0, 0.0)
      for (index, value) in sample.values.enumerated() {
        let end = share(upTo: sample.cumulative[index])
        sum += Double(value - center) * (end - start)
        start = end
      }
      return sum
    }
  }
}

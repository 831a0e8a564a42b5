/// Intervals for figures of a sample by the bootstrap: how far they would move in other samples of as many people.
///
/// People are drawn again with replacement, many times; the interval is the range of the middle part of what the figure then
/// comes to (the percentile interval). Draws are integers from a seed, and people are taken in the order of their values, so
/// the same sample in any order gives the same interval on every machine. A percentile rank among peers needs no draws: see
/// ``RankInterval``.
///
/// - Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
public struct Bootstrap: Hashable, Sendable {
  /// The percent of the middle part: 95 for a 95 % interval.
  public let confidence: Percent
  /// How many times people are drawn again.
  public let replicates: Int
  /// The seed of the draws, which a page states.
  public let seed: UInt64

  /// The number of replicates unless another is asked for: with 1,999 the ends of a 95 % interval are the 50th value from
  /// either end, and nothing is interpolated.
  public static let standardReplicates = 1_999
  /// The seed unless another is asked for.
  public static let standardSeed: UInt64 = 1

  /// A way to make intervals.
  public init(
    confidence: Percent = Percent(95), replicates: Int = standardReplicates, seed: UInt64 = standardSeed
  ) {
    self.confidence = confidence
    self.replicates = max(1, replicates)
    self.seed = seed
  }

  /// What an interval is, as a page prints it: `95 % bootstrap interval (1999 replicates, seed 1)`.
  public var wording: String { "\(confidence) % bootstrap interval (\(replicates) replicates, seed \(seed))" }

  /// The intervals of some quantiles of a sample, in the order of the percents; all are of the same draws.
  ///
  /// What is drawn again are the values as they were given, each with its weight: a value that stands for many is one
  /// observation.
  ///
  /// - Returns: nil for fewer than two values, and for Harrell-Davis estimates of a sample with weights.
  /// - Complexity: O(replicates x n).
  public func intervals(
    at percents: [Percent], of sample: OrderedSample, by estimator: QuantileEstimator = .definition(.standard)
  ) -> [ClosedRange<Int64>]? {
    let count = sample.values.count
    guard count > 1, let replicate = estimator.replicate(at: percents, of: sample) else { return nil }
    var generator = ResamplingGenerator(seed: seed)
    var results = percents.map { _ in [Int64]() }
    var times = [Int64](repeating: 0, count: count)
    var cumulative = [Int64](repeating: 0, count: count)
    for _ in 0..<replicates {
      for index in 0..<count { times[index] = 0 }
      for _ in 0..<count { times[Int(generator.below(UInt64(count)))] += 1 }
      var total: Int64 = 0
      for index in 0..<count {
        total += times[index] * sample.weight(index)
        cumulative[index] = total
      }
      let drawn = OrderedSample(values: sample.values, cumulative: cumulative)
      for index in percents.indices { results[index].append(replicate(index, drawn)) }
    }
    let ranges = results.compactMap { middle(of: $0) }
    return ranges.count == percents.count ? ranges : nil
  }

  /// The middle part of what the replicates came to: the ends have (replicates + 1) x half of the rest outside of them.
  private func middle(of results: [Int64]) -> ClosedRange<Int64>? {
    let sample = OrderedSample(results)
    let outside = confidence.complement.half
    guard let low = QuantileDefinition.weibull.value(at: outside, of: sample),
      let high = QuantileDefinition.weibull.value(at: outside.complement, of: sample)
    else { return nil }
    return low...max(low, high)
  }
}

/// How far a clinician's percentile rank among peers would move with other peers: the bootstrap's interval, worked out over
/// all resamples at once.
///
/// The clinician stays in the cohort and the others are drawn again with replacement, so each of them is below, equal or
/// above with the shares of the cohort. The distribution of the percentile is then a sum of such draws, and needs no random
/// numbers: the interval is what an ideal bootstrap, of endless replicates, comes to. With few peers it is wide, as it should be.
///
/// - Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), sections 5.1 (ideal bootstrap) and 13.3
///   (percentile interval).
public enum RankInterval {
  /// The interval of the percentile rank of a value, 0 to 100.
  ///
  /// - Parameters:
  ///   - cohort: all values, the clinician's own among them.
  ///   - confidence: the percent of the middle part, between 0 and 100.
  /// - Returns: nil where the value is not in the cohort, or nobody else is; and for the least and the greatest, since among peers
  ///   who are all above, or all below, every resample says the same, which is no evidence of anything.
  /// - Complexity: O(n) in the cohort; O(n^2) where others have the same value.
  public static func interval(
    of value: Int64, among cohort: [Int64], kind: PercentileRank.Kind = .mean, confidence: Int = 95
  ) -> ClosedRange<Double>? {
    let below = cohort.count { $0 < value }
    let equal = cohort.count { $0 == value }
    let others = cohort.count - 1
    guard equal > 0, others > 0, below > 0, below + equal < cohort.count else { return nil }
    let tail = Double(100 - confidence) / 200
    // What each distribution of the draws comes to as a percentile, from the least to the greatest.
    var weights: [(halves: Int, weight: Double)] = []
    let byBelow = binomial(others, Double(below) / Double(others))
    for (drawnBelow, share) in byBelow.enumerated() where share > 0 {
      let rest = others - drawnBelow
      let above = others - below - (equal - 1)
      let ties =
        equal == 1 ? [1.0] : binomial(rest, above + equal > 1 ? Double(equal - 1) / Double(above + equal - 1) : 0)
      for (drawnEqual, part) in ties.enumerated() where part > 0 {
        let rank = PercentileRank(kind: kind, below: drawnBelow, equal: drawnEqual + 1, count: cohort.count)
        weights.append((rank.halves, share * part))
      }
    }
    weights.sort { $0.halves < $1.halves }
    let low = first(weights, reaching: tail)
    let high = first(weights, reaching: 1 - tail)
    return PercentileRank.percentile(
      halves: low, of: cohort.count)...PercentileRank.percentile(
        halves: max(low, high), of: cohort.count)
  }

  /// The least value up to which the weights come to a share.
  private static func first(_ weights: [(halves: Int, weight: Double)], reaching share: Double) -> Int {
    var sum = 0.0
    for (halves, weight) in weights {
      sum += weight
      // A hair of rounding must not move an end by a whole rank.
      if sum >= share - 1e-12 { return halves }
    }
    return weights.last?.halves ?? 0
  }

  /// The chances of 0 to n successes. From the likeliest outwards by ratios of neighbours, so that nothing underflows where it
  /// matters and only the four operations are used, which every machine rounds alike.
  static func binomial(_ n: Int, _ share: Double) -> [Double] {
    var chances = [Double](repeating: 0, count: n + 1)
    guard share > 0 else {
      chances[0] = 1
      return chances
    }
    guard share < 1 else {
      chances[n] = 1
      return chances
    }
    let odds = share / (1 - share)
    let mode = min(n, Int(Double(n + 1) * share))
    chances[mode] = 1
    var chance = 1.0
    var k = mode
    while k < n, chance > 1e-18 {
      chance *= odds * Double(n - k) / Double(k + 1)
      k += 1
      chances[k] = chance
    }
    chance = 1
    k = mode
    while k > 0, chance > 1e-18 {
      chance *= Double(k) / (odds * Double(n - k + 1))
      k -= 1
      chances[k] = chance
    }
    let total = chances.reduce(0, +)
    return chances.map { $0 / total }
  }
}

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
  /// - Complexity: O(n) in the cohort; ``PeerCohort`` is for many values of one.
  public static func interval(
    of value: Int64, among cohort: [Int64], kind: PercentileRank.Kind = .mean, confidence: Int = 95
  ) -> ClosedRange<Double>? {
    interval(
      below: cohort.count { $0 < value }, equal: cohort.count { $0 == value }, count: cohort.count, kind: kind,
      confidence: confidence)
  }

  /// The interval of a value of which it is known how many are below and equal, itself among these.
  ///
  /// - Complexity: O(√n) in the cohort; O(√n √k) where k have the same value.
  static func interval(
    below: Int, equal: Int, count: Int, kind: PercentileRank.Kind, confidence: Int
  ) -> ClosedRange<Double>? {
    let others = count - 1
    guard equal > 0, others > 0, below > 0, below + equal < count else { return nil }
    let tail = Double(100 - confidence) / 200
    let above = others - below - (equal - 1)
    let byBelow = binomial(others, Double(below) / Double(others))
    // The chance of each percentile that the draws come to, from the least on.
    let least = PercentileRank(kind: kind, below: byBelow.least, equal: 1, count: count).halves
    var weights: [Double] = []
    for (drawnBelow, share) in zip(byBelow.least..., byBelow.chances) where share > 0 {
      let ties =
        equal == 1
        ? Chances(least: 0, chances: [1]) : binomial(others - drawnBelow, Double(equal - 1) / Double(above + equal - 1))
      for (drawnEqual, part) in zip(ties.least..., ties.chances) where part > 0 {
        let rank = PercentileRank(kind: kind, below: drawnBelow, equal: drawnEqual + 1, count: count)
        let place = rank.halves - least
        while place >= weights.count { weights.append(0) }
        weights[place] += share * part
      }
    }
    let low = least + first(weights, reaching: tail)
    let high = least + first(weights, reaching: 1 - tail)
    return PercentileRank.percentile(
      halves: low, of: count)...PercentileRank.percentile(
        halves: max(low, high), of: count)
  }

  /// The first place up to which the weights come to a share; the last that has a weight, where none is.
  private static func first(_ weights: [Double], reaching share: Double) -> Int {
    var sum = 0.0
    for (place, weight) in weights.enumerated() where weight > 0 {
      sum += weight
      // A hair of rounding must not move an end by a whole rank.
      if sum >= share - 1e-12 { return place }
    }
    return weights.indices.last ?? 0
  }

  /// The chances of the numbers of successes that can be, as far as a double can tell them from none.
  struct Chances {
    /// The least of these numbers.
    var least: Int
    /// The chance of this number, and of each that follows.
    var chances: [Double]
  }

  /// The chances of successes among n. From the likeliest outwards by ratios of neighbours, so that nothing underflows where it
  /// matters and only the four operations are used, which every machine rounds alike.
  ///
  /// - Complexity: O(√n).
  static func binomial(_ n: Int, _ share: Double) -> Chances {
    guard share > 0 else { return Chances(least: 0, chances: [1]) }
    guard share < 1 else { return Chances(least: n, chances: [1]) }
    let odds = share / (1 - share)
    let mode = min(n, Int(Double(n + 1) * share))
    var below: [Double] = []
    var chance = 1.0
    var k = mode
    while k > 0, chance > 1e-18 {
      chance *= Double(k) / (odds * Double(n - k + 1))
      k -= 1
      below.append(chance)
    }
    let least = k
    var chances = Array(below.reversed())
    chances.append(1)
    chance = 1
    k = mode
    while k < n, chance > 1e-18 {
      chance *= odds * Double(n - k) / Double(k + 1)
      k += 1
      chances.append(chance)
    }
    let total = chances.reduce(0, +)
    return Chances(least: least, chances: chances.map { $0 / total })
  }
}

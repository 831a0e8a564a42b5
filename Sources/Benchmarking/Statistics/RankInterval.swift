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
    var room = Chances()
    return interval(
      below: cohort.count { $0 < value }, equal: cohort.count { $0 == value }, count: cohort.count,
      kind: kind,
      confidence: confidence, &room)
  }

  /// The interval of a value of which it is known how many are below and equal, itself among these.
  ///
  /// - Parameter room: where the chances are worked out: what is in it does not matter, and it serves for one interval after another.
  /// - Complexity: O(√n) in the cohort; O(√n √k) where k have the same value.
  static func interval(
    below: Int, equal: Int, count: Int, kind: PercentileRank.Kind, confidence: Int,
    _ room: inout Chances
  ) -> ClosedRange<Double>? {
    let others = count - 1
    guard equal > 0, others > 0, below > 0, below + equal < count else { return nil }
    let tail = Double(100 - confidence) / 200
    room.setBinomial(others, Double(below) / Double(others))
    let ends: (low: Int, high: Int)
    if equal == 1 {
      // Every number drawn below is a percentile of its own.
      func halves(_ drawnBelow: Int) -> Int {
        PercentileRank(kind: kind, below: room.least + drawnBelow, equal: 1, count: count).halves
      }
      ends = (
        halves(first(room.chances, reaching: tail)), halves(first(room.chances, reaching: 1 - tail))
      )
    } else {
      ends = self.ends(
        byBelow: room, equal: equal, above: others - below - (equal - 1), count: count, kind, tail)
    }
    return PercentileRank.percentile(
      halves: ends.low, of: count)...PercentileRank.percentile(
        halves: max(ends.low, ends.high), of: count)
  }

  /// The ends of the interval in halves of a rank, where several have the value.
  private static func ends(
    byBelow: Chances, equal: Int, above: Int, count: Int, _ kind: PercentileRank.Kind,
    _ tail: Double
  ) -> (low: Int, high: Int) {
    func halves(_ below: Int, _ equal: Int) -> Int {
      PercentileRank(kind: kind, below: below, equal: equal, count: count).halves
    }
    // By every kind one more that is drawn equal raises the percentile by as much as any other.
    let step = halves(0, 2) - halves(0, 1)
    let share = Double(equal - 1) / Double(above + equal - 1)
    if share < 1, let ties = TiedRankEnds(byBelow: byBelow, others: count - 1, share: share, step: step),
      let low = ties.first(reaching: tail), let high = ties.first(reaching: 1 - tail)
    {
      let start = halves(byBelow.least, ties.leastEqual + 1)
      return (start + low, start + high)
    }
    return slowEnds(byBelow: byBelow, share: share, count: count, kind, tail)
  }

  /// The same with the chances of how many are drawn equal worked out for each number that is drawn below: what decides.
  static func slowEnds(
    byBelow: Chances, share: Double, count: Int, _ kind: PercentileRank.Kind, _ tail: Double
  ) -> (low: Int, high: Int) {
    func halves(_ below: Int, _ equal: Int) -> Int {
      PercentileRank(kind: kind, below: below, equal: equal, count: count).halves
    }
    // The chance of each percentile that the draws come to, from the least on.
    let least = halves(byBelow.least, 1)
    let step = halves(0, 2) - halves(0, 1)
    var weights: [Double] = []
    var ties = Chances()
    for (drawnBelow, chance) in zip(byBelow.least..., byBelow.chances) where chance > 0 {
      ties.setBinomial(count - 1 - drawnBelow, share)
      let start = halves(drawnBelow, ties.least + 1) - least
      let missing = start + step * (ties.chances.count - 1) + 1 - weights.count
      if missing > 0 { weights.append(contentsOf: repeatElement(0, count: missing)) }
      weights.withUnsafeMutableBufferPointer { weights in
        var place = start
        for part in ties.chances {
          weights[place] += chance * part
          place += step
        }
      }
    }
    return (least + first(weights, reaching: tail), least + first(weights, reaching: 1 - tail))
  }

  /// A hair of rounding, which must not move an end by a whole rank.
  static let hair = 1e-12

  /// The first place up to which the weights come to a share; the last that has a weight, where none is.
  private static func first(_ weights: [Double], reaching share: Double) -> Int {
    var sum = 0.0
    for (place, weight) in weights.enumerated() where weight > 0 {
      sum += weight
      if sum >= share - hair { return place }
    }
    return weights.indices.last ?? 0
  }

  /// The chances of the numbers of successes that can be, as far as a double can tell them from none.
  struct Chances {
    /// The least of these numbers.
    private(set) var least = 0
    /// The chance of this number, and of each that follows.
    private(set) var chances: [Double] = []

    /// Those of successes among n. From the likeliest outwards by ratios of neighbours, so that nothing underflows where it
    /// matters and only the four operations are used, which every machine rounds alike.
    ///
    /// - Complexity: O(√n).
    mutating func setBinomial(_ n: Int, _ share: Double) {
      chances.removeAll(keepingCapacity: true)
      guard share > 0, share < 1 else {
        least = share > 0 ? n : 0
        chances.append(1)
        return
      }
      let odds = share / (1 - share)
      let mode = min(n, Int(Double(n + 1) * share))
      var chance = 1.0
      var k = mode
      while k > 0, chance > 1e-18 {
        chance *= Double(k) / (odds * Double(n - k + 1))
        k -= 1
        chances.append(chance)
      }
      least = k
      chances.reverse()
      chances.append(1)
      chance = 1
      k = mode
      while k < n, chance > 1e-18 {
        chance *= odds * Double(n - k) / Double(k + 1)
        k += 1
        chances.append(chance)
      }
      let total = chances.reduce(0, +)
      for place in chances.indices { chances[place] /= total }
    }

    /// Adds the chances of numbers below the least, of so many draws with a share between none and all.
    mutating func extend(downTo number: Int, _ n: Int, _ share: Double) {
      guard number < least, var chance = chances.first else { return }
      let odds = share / (1 - share)
      var below: [Double] = []
      while least > number {
        chance *= Double(least) / (odds * Double(n - least + 1))
        least -= 1
        below.append(chance)
      }
      chances = below.reversed() + chances
    }
  }

  /// The chances of successes among n.
  ///
  /// - Complexity: O(√n).
  static func binomial(_ n: Int, _ share: Double) -> Chances {
    var chances = Chances()
    chances.setBinomial(n, share)
    return chances
  }
}

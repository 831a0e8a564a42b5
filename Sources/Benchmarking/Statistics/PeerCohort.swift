/// The values of a cohort in order, in which many of them are to be placed.
///
/// In a cohort of thousands it would take long to go through all of them for each. Those who have the same value have the same
/// interval, which is kept.
public struct PeerCohort: Sendable {
  /// The values, ascending.
  public let values: [Int64]
  /// The intervals that are known, by how many are below.
  private var intervals: [Int: ClosedRange<Double>?] = [:]
  /// What the known intervals were worked out for.
  private var kind = PercentileRank.Kind.mean
  private var confidence = 0
  /// Where an interval is worked out.
  private var room = RankInterval.Chances()

  /// A cohort of some values.
  ///
  /// - Complexity: O(n log n).
  public init(_ values: [Int64]) { self.values = values.sorted() }

  /// How many are in the cohort.
  public var count: Int { values.count }

  /// The rank of a value of the cohort; nil in an empty cohort.
  ///
  /// - Complexity: O(log n).
  public func rank(of value: Int64, kind: PercentileRank.Kind = .mean) -> PercentileRank? {
    guard !values.isEmpty else { return nil }
    let below = below(value)
    return PercentileRank(kind: kind, below: below, equal: upTo(value) - below, count: count)
  }

  /// How many are below a value.
  ///
  /// - Complexity: O(log n).
  public func below(_ value: Int64) -> Int { number { $0 < value } }

  /// How many are at most a value.
  ///
  /// - Complexity: O(log n).
  public func upTo(_ value: Int64) -> Int { number { $0 <= value } }

  /// The interval of the percentile rank of a value, as ``RankInterval`` has it.
  ///
  /// - Complexity: that of ``RankInterval`` once for each value.
  public mutating func interval(
    of value: Int64, kind: PercentileRank.Kind = .mean, confidence: Int = 95
  ) -> ClosedRange<Double>? {
    guard let rank = rank(of: value, kind: kind) else { return nil }
    if kind != self.kind || confidence != self.confidence {
      (self.kind, self.confidence) = (kind, confidence)
      intervals = [:]
    }
    // A stranger has as many below as the next value that is there.
    guard rank.equal > 0 else { return nil }
    if let known = intervals[rank.below] { return known }
    let interval = RankInterval.interval(
      below: rank.below, equal: rank.equal, count: count, kind: kind, confidence: confidence, &room)
    intervals[rank.below] = .some(interval)
    return interval
  }

  /// The same cohort with the intervals of all its values known, so that to ask for one takes O(log n).
  ///
  /// - Complexity: that of ``RankInterval`` for each different value.
  public func knowingIntervals(kind: PercentileRank.Kind = .mean, confidence: Int = 95) -> PeerCohort {
    var result = self
    for (place, value) in values.enumerated() where place == 0 || values[place - 1] != value {
      _ = result.interval(of: value, kind: kind, confidence: confidence)
    }
    return result
  }

  /// How many of the first values are as a condition says that holds for no later one.
  private func number(where holds: (Int64) -> Bool) -> Int {
    var (known, beyond) = (0, values.count)
    while known < beyond {
      let middle = known + (beyond - known) / 2
      if holds(values[middle]) { known = middle + 1 } else { beyond = middle }
    }
    return known
  }
}

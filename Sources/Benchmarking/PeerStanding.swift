/// Where a clinician stands among the practice's clinicians of the same specialty.
public struct PeerStanding: Hashable, Sendable {
  /// The rank, with the kind of its percentile.
  public let standing: PercentileRank

  /// The standing of a value among all values of its cohort, itself among them.
  ///
  /// - Returns: nil where fewer than `minimumOthers` others are in the cohort, so that no small group is laid open.
  /// - Complexity: O(n) in the cohort.
  public init?(
    of value: Int64, among cohort: [Int64], minimumOthers: Int, kind: PercentileRank.Kind = .mean
  ) {
    guard cohort.count - 1 >= minimumOthers,
      let standing = PercentileRank(of: value, among: cohort, kind: kind)
    else { return nil }
    self.standing = standing
  }

  /// The standing of a value among all values of its cohort, itself among them.
  ///
  /// - Returns: nil where fewer than `minimumOthers` others are in the cohort, so that no small group is laid open.
  /// - Complexity: O(log n) in the cohort.
  public init?(
    of value: Int64, among cohort: PeerCohort, minimumOthers: Int, kind: PercentileRank.Kind = .mean
  ) {
    guard cohort.count - 1 >= minimumOthers, let standing = cohort.rank(of: value, kind: kind) else { return nil }
    self.standing = standing
  }

  /// The rank from the top; equal values share a rank and the next is skipped (1, 2, 2, 4).
  public var rank: Int { standing.rank }
  /// How many are ranked, the clinician included.
  public var count: Int { standing.count }
  /// How many others have the same figure, and so the same rank.
  public var sharing: Int { standing.equal - 1 }
  /// The percentile rank, 0 to 100, of the kind ``PercentileRank/kind``.
  public var percentile: Double { standing.percentile }
}

/// Where a clinician stands among the practice's clinicians of the same specialty.
public struct PeerStanding: Hashable, Sendable {
  /// The rank from the top; equal values share a rank and the next is skipped (1, 2, 2, 4).
  public let rank: Int
  /// How many are ranked, the clinician included.
  public let count: Int
  /// The mean percentile rank, 0 to 100: the share below plus half the share equal, the clinician included.
  public let percentile: Double

  /// The standing of a value among all values of its cohort, itself among them.
  ///
  /// - Returns: nil where fewer than `minimumOthers` others are in the cohort, so that no small group is laid open.
  /// - Complexity: O(n) in the cohort.
  public init?(of value: Int64, among cohort: [Int64], minimumOthers: Int) {
    guard cohort.count - 1 >= minimumOthers, !cohort.isEmpty else { return nil }
    let above = cohort.count { $0 > value }
    let equal = cohort.count { $0 == value }
    let below = cohort.count - above - equal
    rank = above + 1
    count = cohort.count
    percentile = 100 * (Double(below) + Double(equal) / 2) / Double(cohort.count)
  }
}

/// Where a value stands among the values of a cohort: its rank from the top, and the percent of the cohort below it.
///
/// The cohort includes the one who is ranked. Equal values share a rank and the next is skipped: 1, 2, 2, 4.
public struct PercentileRank: Hashable, Sendable {
  /// Which of the cohort count as below; equal values are what the kinds differ in.
  public enum Kind: String, CaseIterable, Sendable {
    /// The share below.
    case strict
    /// The share below or equal.
    case weak
    /// The share below plus half the share equal: the mean of the two.
    case mean
    /// The mean of the ranks from below that equal values take up, as a share of the cohort.
    case rank

    /// The kind in words, as a page prints it.
    public var wording: String {
      switch self {
      case .strict: "strict: the share of the cohort below"
      case .weak: "weak: the share of the cohort below or equal"
      case .mean: "mean: the share of the cohort below plus half the share equal"
      case .rank: "rank: the mean rank of equal values as a share of the cohort"
      }
    }
  }

  /// The kind of the percentile.
  public let kind: Kind
  /// How many of the cohort are below.
  public let below: Int
  /// How many are equal, the one who is ranked included.
  public let equal: Int
  /// How many are in the cohort: the n of "k of n".
  public let count: Int

  /// The rank of a value among all values of its cohort, itself among them; nil in an empty cohort.
  ///
  /// - Complexity: O(n) in the cohort.
  public init?(of value: Int64, among cohort: [Int64], kind: Kind = .mean) {
    guard !cohort.isEmpty else { return nil }
    self.init(
      kind: kind, below: cohort.count { $0 < value }, equal: cohort.count { $0 == value }, count: cohort.count)
  }

  init(kind: Kind, below: Int, equal: Int, count: Int) {
    self.kind = kind
    self.below = below
    self.equal = equal
    self.count = count
  }

  /// The rank from the top: the k of "k of n".
  public var rank: Int { count - below - equal + 1 }

  /// The percentile, 0 to 100.
  public var percentile: Double { Self.percentile(halves: halves, of: count) }

  /// Twice the number of the cohort that counts as below: a whole number for every kind.
  var halves: Int {
    switch kind {
    case .strict: 2 * below
    case .weak: 2 * (below + equal)
    case .mean: 2 * below + equal
    case .rank: 2 * below + equal + (equal > 0 ? 1 : 0)
    }
  }

  static func percentile(halves: Int, of count: Int) -> Double { 50 * Double(halves) / Double(count) }
}

/// The shares of all others of a group, for each clinician of it: the group is added up once, and each taken away from it.
///
/// What is told of the others is what ``PooledShares`` tells of them.
public struct PooledOthers: Sendable {
  private let counts: [[Int64]]
  private let minimumClinicians: Int
  private let minimumTotal: Int64
  private let sums: PartSums
  /// The first clinicians who have each part, one more than the least number: without any one of them there are enough, or else they
  /// are all.
  private let firstHolders: [[Int]]

  /// A group of clinicians.
  ///
  /// - Parameters:
  ///   - counts: for each clinician the services of each part, of as many parts for all; one below zero is none.
  ///   - minimumClinicians: the fewest others with a part that is shown.
  ///   - minimumTotal: the fewest services of the others with which anything is shown.
  /// - Complexity: O(clinicians x parts).
  public init(_ counts: [[Int64]], minimumClinicians: Int, minimumTotal: Int64) {
    self.counts = counts
    self.minimumClinicians = minimumClinicians
    self.minimumTotal = minimumTotal
    let parts = counts.first?.count ?? 0
    var sums = PartSums(parts: parts)
    var firstHolders = [[Int]](repeating: [], count: parts)
    for (clinician, own) in counts.enumerated() {
      sums.add(own)
      for part in own.indices where own[part] > 0 && firstHolders[part].count <= minimumClinicians {
        firstHolders[part].append(clinician)
      }
    }
    self.sums = sums
    self.firstHolders = firstHolders
  }

  /// The shares of all but one.
  ///
  /// - Parameter clinician: the place of the one in the group.
  /// - Returns: nil where fewer others have any of the services than the least number, or they come to less than the minimum.
  /// - Complexity: O(parts), and O(parts² x least number) where some are hidden.
  public func shares(without clinician: Int) -> PooledShares? {
    var others = sums
    others.remove(counts[clinician])
    return PooledShares(others, minimumClinicians: minimumClinicians, minimumTotal: minimumTotal) { hidden in
      Set(hidden.flatMap { firstHolders[$0] }).subtracting([clinician]).count
    }
  }
}

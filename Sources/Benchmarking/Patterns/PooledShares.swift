/// How the services of several clinicians together are divided, with what few of them account for hidden.
///
/// Services are added up first and divided then, so that a clinician counts by services. A part that some, but fewer clinicians than
/// the least number, have is hidden. What is left of the whole then says what the hidden parts come to together, so the smallest
/// of the others are hidden too, until there are at least two and at least the least number of clinicians have any of them.
public struct PooledShares: Hashable, Sendable {
  /// How many clinicians have any of the services.
  public let clinicians: Int
  /// All services together.
  public let total: Int64
  /// The services of each part; nil where it is hidden.
  public let parts: [Int64?]

  /// The parts of some clinicians' services together.
  ///
  /// - Parameters:
  ///   - counts: for each clinician the services of each part, of as many parts for all. A count below zero, from days reversed as a whole, is zero.
  ///   - minimumClinicians: the fewest clinicians with a part that is shown.
  ///   - minimumTotal: the fewest services with which anything is shown.
  /// - Returns: nil where fewer clinicians have any of the services, or they come to less than the minimum.
  public init?(_ counts: [[Int64]], minimumClinicians: Int, minimumTotal: Int64) {
    let counts = counts.map { $0.map { max(0, $0) } }.filter { $0.contains { $0 > 0 } }
    let partCount = counts.map(\.count).max() ?? 0
    var sums = [Int64](repeating: 0, count: partCount)
    var holders = [Int](repeating: 0, count: partCount)
    for own in counts {
      for (part, count) in own.enumerated() where count > 0 {
        sums[part] += count
        holders[part] += 1
      }
    }
    let total = sums.reduce(0, +)
    guard counts.count >= minimumClinicians, total >= minimumTotal, total > 0 else { return nil }
    var isHidden = holders.map { $0 > 0 && $0 < minimumClinicians }
    func tellsTooMuch() -> Bool {
      let hidden = isHidden.indices.filter { isHidden[$0] }
      let holders = counts.count { own in hidden.contains { own[$0] > 0 } }
      return hidden.count == 1 || !hidden.isEmpty && holders < minimumClinicians
    }
    while tellsTooMuch(),
      let next = sums.indices.filter({ !isHidden[$0] && sums[$0] > 0 }).min(by: { sums[$0] < sums[$1] })
    {
      isHidden[next] = true
    }
    self.clinicians = counts.count
    self.total = total
    parts = sums.indices.map { isHidden[$0] ? nil : sums[$0] }
  }

  /// Whether no part is hidden.
  public var isWhole: Bool { parts.allSatisfy { $0 != nil } }

  /// A part's share, 0 to 1; nil where it is hidden or there is no such part.
  public func share(_ part: Int) -> Double? {
    guard parts.indices.contains(part), let count = parts[part] else { return nil }
    return Double(count) / Double(total)
  }
}

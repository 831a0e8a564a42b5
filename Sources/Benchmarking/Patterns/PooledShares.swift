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
    var sums = PartSums(parts: counts.first?.count ?? 0)
    for own in counts { sums.add(own) }
    self.init(sums, minimumClinicians: minimumClinicians, minimumTotal: minimumTotal) { hidden in
      counts.count { own in hidden.contains { own[$0] > 0 } }
    }
  }

  /// The parts of sums that are known.
  ///
  /// - Parameter holders: of some parts how many clinicians have any of them; the least number may stand for more.
  init?(_ sums: PartSums, minimumClinicians: Int, minimumTotal: Int64, holders: ([Int]) -> Int) {
    let services = sums.services
    let total = services.reduce(0, +)
    guard sums.clinicians >= minimumClinicians, total >= minimumTotal, total > 0 else { return nil }
    clinicians = sums.clinicians
    self.total = total
    guard sums.holders.contains(where: { $0 > 0 && $0 < minimumClinicians }) else {
      parts = services.map { $0 }
      return
    }
    var isHidden = sums.holders.map { $0 > 0 && $0 < minimumClinicians }
    func tellsTooMuch() -> Bool {
      let hidden = isHidden.indices.filter { isHidden[$0] }
      return hidden.count == 1 || !hidden.isEmpty && holders(hidden) < minimumClinicians
    }
    while tellsTooMuch(),
      let next = services.indices.filter({ !isHidden[$0] && services[$0] > 0 })
        .min(by: { services[$0] < services[$1] })
    {
      isHidden[next] = true
    }
    parts = services.indices.map { isHidden[$0] ? nil : services[$0] }
  }

  /// Whether no part is hidden.
  public var isWhole: Bool { parts.allSatisfy { $0 != nil } }

  /// A part's share, 0 to 1; nil where it is hidden or there is no such part.
  public func share(_ part: Int) -> Double? {
    guard parts.indices.contains(part), let count = parts[part] else { return nil }
    return Double(count) / Double(total)
  }
}

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
  ///   - counts: the services of each.
  ///   - some: whose; everybody's unless given.
  ///   - minimumClinicians: the fewest clinicians with a part that is shown.
  ///   - minimumTotal: the fewest services with which anything is shown.
  /// - Returns: nil where fewer clinicians have any of the services, or they come to less than the minimum.
  public init?(_ counts: PartCounts, of some: [Int]? = nil, minimumClinicians: Int, minimumTotal: Int64) {
    let some = some ?? Array(0..<counts.clinicians)
    var sums = PartSums(parts: counts.parts)
    for clinician in some { sums.add(clinician, of: counts) }
    self.init(sums, minimumClinicians: minimumClinicians, minimumTotal: minimumTotal) { isHidden in
      some.count { clinician in counts.places(of: clinician).contains { isHidden[Int(counts[$0].part)] } }
    }
  }

  /// The parts of sums that are known.
  ///
  /// - Parameter holders: how many clinicians have any of the parts that are hidden; the least number may stand for more.
  init?(_ sums: PartSums, minimumClinicians: Int, minimumTotal: Int64, holders: (_ isHidden: [Bool]) -> Int) {
    let (services, total) = (sums.services, sums.total)
    guard sums.clinicians >= minimumClinicians, total >= minimumTotal, total > 0 else { return nil }
    clinicians = sums.clinicians
    self.total = total
    var isHidden = sums.holders.map { $0 > 0 && $0 < minimumClinicians }
    var hidden = isHidden.count { $0 }
    while hidden > 0, hidden == 1 || holders(isHidden) < minimumClinicians {
      let shown = services.indices.filter { !isHidden[$0] && services[$0] > 0 }
      guard let next = shown.min(by: { services[$0] < services[$1] }) else { break }
      isHidden[next] = true
      hidden += 1
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

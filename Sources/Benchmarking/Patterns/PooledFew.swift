/// The services of few clinicians together, who are others each time: what ``PooledShares`` tells of them, of one part at a time.
///
/// Of hundreds of parts a few clinicians have some, and only these are looked at.
public struct PooledFew: Sendable {
  private let counts: PartCounts
  private let minimumClinicians: Int
  private let minimumTotal: Int64
  /// The services of each part, how many have it, and whether it is hidden: nothing of all but those that are met.
  private var services: [Int64]
  private var holders: [Int]
  private var isHidden: [Bool]
  /// The parts that anyone has.
  private var met: [Int] = []

  /// Nobody yet.
  ///
  /// - Parameters:
  ///   - counts: the services of all clinicians.
  ///   - minimumClinicians: the fewest clinicians with a part that is shown.
  ///   - minimumTotal: the fewest services with which anything is shown.
  public init(_ counts: PartCounts, minimumClinicians: Int, minimumTotal: Int64) {
    self.counts = counts
    self.minimumClinicians = minimumClinicians
    self.minimumTotal = minimumTotal
    services = [Int64](repeating: 0, count: counts.parts)
    holders = [Int](repeating: 0, count: counts.parts)
    isHidden = [Bool](repeating: false, count: counts.parts)
  }

  /// Takes the services of some clinicians together, in the place of those before.
  ///
  /// - Returns: all their services; nil where nothing is shown of them.
  /// - Complexity: O(clinicians x parts that each has), and more where parts are hidden.
  public mutating func pool(_ some: [Int]) -> Int64? {
    for part in met { (services[part], holders[part], isHidden[part]) = (0, 0, false) }
    met.removeAll(keepingCapacity: true)
    var (total, clinicians, hidden) = (Int64(0), 0, 0)
    for clinician in some {
      let places = counts.places(of: clinician)
      if !places.isEmpty { clinicians += 1 }
      for place in places {
        let own = counts[place]
        let part = Int(own.part)
        if holders[part] == 0 { met.append(part) }
        services[part] += own.count
        holders[part] += 1
        total += own.count
      }
    }
    guard clinicians >= minimumClinicians, total >= minimumTotal, total > 0 else { return nil }
    for part in met where holders[part] < minimumClinicians {
      isHidden[part] = true
      hidden += 1
    }
    while hidden > 0, hidden == 1 || havingHidden(some) < minimumClinicians {
      let shown = met.lazy.filter { [isHidden] in !isHidden[$0] }
      guard let next = shown.min(by: { (services[$0], $0) < (services[$1], $1) }) else { break }
      isHidden[next] = true
      hidden += 1
    }
    return total
  }

  /// The services of a part of those who were taken together last; nil where it is hidden.
  ///
  /// - Complexity: O(1).
  public func services(of part: Int) -> Int64? { isHidden[part] ? nil : services[part] }

  /// How many of some have any part that is hidden.
  private func havingHidden(_ some: [Int]) -> Int {
    some.count { clinician in counts.places(of: clinician).contains { isHidden[Int(counts[$0].part)] } }
  }
}

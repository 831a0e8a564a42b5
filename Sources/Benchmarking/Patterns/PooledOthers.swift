/// The shares of all others of a group, for each clinician of it: the group is added up once, and each taken away from it.
///
/// What is told of the others is what ``PooledShares`` tells of them.
public struct PooledOthers: Sendable {
  private let counts: PartCounts
  /// The place of each in the counts; nil where everybody is of the group.
  private let members: [Int]?
  private let minimumClinicians: Int
  private let minimumTotal: Int64
  private let sums: PartSums
  /// The first clinicians who have each part, one more than the least number: without any one of them there are enough, or else they
  /// are all.
  private let firstHolders: [[Int]]
  /// How many parts have fewer clinicians than the least number.
  private let scarce: Int
  /// Whether without any one clinician there are still enough who have one of these parts.
  private let hasManyScarce: Bool
  /// The parts that anyone has, by the services of all: those of the most first, of equal ones in their order.
  public let largestFirst: [Int]

  /// A group of clinicians.
  ///
  /// - Parameters:
  ///   - counts: the services of each.
  ///   - members: who is of the group; everybody unless given.
  ///   - minimumClinicians: the fewest others with a part that is shown.
  ///   - minimumTotal: the fewest services of the others with which anything is shown.
  /// - Complexity: O(clinicians x parts that each has).
  public init(_ counts: PartCounts, of members: [Int]? = nil, minimumClinicians: Int, minimumTotal: Int64) {
    self.counts = counts
    self.members = members
    self.minimumClinicians = minimumClinicians
    self.minimumTotal = minimumTotal
    var sums = PartSums(parts: counts.parts)
    var firstHolders = [[Int]](repeating: [], count: counts.parts)
    for place in 0..<(members?.count ?? counts.clinicians) {
      let clinician = members?[place] ?? place
      sums.add(clinician, of: counts)
      for place in counts.places(of: clinician) {
        let part = Int(counts[place].part)
        // Those are known who were met before: as many as have the part without this one.
        if sums.holders[part] <= minimumClinicians + 1 { firstHolders[part].append(clinician) }
      }
    }
    let isScarce = sums.holders.map { $0 > 0 && $0 < minimumClinicians }
    scarce = isScarce.count { $0 }
    let holders = Set(isScarce.indices.lazy.filter { isScarce[$0] }.flatMap { firstHolders[$0] })
    hasManyScarce = holders.count > minimumClinicians
    largestFirst = sums.services.indices.filter { sums.services[$0] > 0 }
      .sorted { (-sums.services[$0], $0) < (-sums.services[$1], $1) }
    self.sums = sums
    self.firstHolders = firstHolders
  }

  /// The shares of all but one.
  ///
  /// - Parameter clinician: the place of the one in the group.
  /// - Returns: nil where fewer others have any of the services than the least number, or they come to less than the minimum.
  /// - Complexity: O(parts), and O(parts² x least number) where some are hidden.
  public func shares(without clinician: Int) -> PooledShares? {
    let clinician = members?[clinician] ?? clinician
    var others = sums
    others.remove(clinician, of: counts)
    return PooledShares(others, minimumClinicians: minimumClinicians, minimumTotal: minimumTotal) { isHidden in
      Set(isHidden.indices.lazy.filter { isHidden[$0] }.flatMap { firstHolders[$0] }).subtracting([clinician]).count
    }
  }

  // MARK: One part at a time

  /// All but one, of whom ``services(of:_:own:)`` tells each part that is asked for: what ``shares(without:)`` has, without a list of all
  /// parts for each clinician.
  public struct Others: Sendable {
    /// How many of the others have any of the services.
    public let clinicians: Int
    /// All their services together.
    public let total: Int64
    /// The parts, where more are hidden than those that too few of the others have.
    fileprivate let parts: [Int64?]?
  }

  /// All but one.
  ///
  /// - Parameter clinician: the place of the one in the group.
  /// - Returns: nil where ``shares(without:)`` is.
  /// - Complexity: O(parts that the one has), and that of ``shares(without:)`` where hardly any part is hidden, and so some more must be.
  public func others(without clinician: Int) -> Others? {
    let place = members?[clinician] ?? clinician
    var (hidden, total) = (scarce, sums.total)
    for place in counts.places(of: place) {
      total -= counts[place].count
      let holders = sums.holders[Int(counts[place].part)]
      // Who alone has a part hides nothing by it; one that just enough have is hidden without the one.
      if holders == 1, minimumClinicians > 1 {
        hidden -= 1
      } else if holders == minimumClinicians, holders > 1 {
        hidden += 1
      }
    }
    guard hidden == 0 || hidden > 1 && hasManyScarce else {
      return shares(without: clinician).map {
        Others(clinicians: $0.clinicians, total: $0.total, parts: $0.parts)
      }
    }
    let clinicians = sums.clinicians - (counts.places(of: place).isEmpty ? 0 : 1)
    guard clinicians >= minimumClinicians, total >= minimumTotal, total > 0 else { return nil }
    return Others(clinicians: clinicians, total: total, parts: nil)
  }

  /// The others' services of a part; nil where it is hidden.
  ///
  /// - Parameter own: what the one has of it.
  /// - Complexity: O(1).
  public func services(of part: Int, _ others: Others, own: Int64) -> Int64? {
    if let parts = others.parts { return parts[part] }
    let holders = sums.holders[part] - (own > 0 ? 1 : 0)
    return holders > 0 && holders < minimumClinicians ? nil : sums.services[part] - own
  }
}

import Benchmarking
import Reporting

/// The families by which each clinician departs most from the others of the specialty together; the largest, where the others are too
/// few to be shown.
///
/// Of all families a clinician has few: these are looked at, and then those of the others, the largest first, until no further one can
/// be among those that are listed.
struct FamilyDepartures {
  private let work: PartCounts
  /// How many families are told of each clinician.
  private let listed: Int
  private let pooled: PooledOthers
  private var few: PooledFew
  /// What the clinician who is looked at has of each family: none before and after.
  private var own: [Int64]

  /// A family, and by how much it departs, in millionths of the whole.
  private struct Departure {
    var family: Int
    var size: Int64
  }

  /// The families of a specialty.
  ///
  /// - Parameter work: the work of each family of each clinician, in millionths.
  init(_ work: PartCounts, minimumPeers: Int, listed: Int) {
    self.work = work
    self.listed = listed
    pooled = PooledOthers(work, minimumClinicians: minimumPeers, minimumTotal: 1)
    few = PooledFew(work, minimumClinicians: minimumPeers, minimumTotal: 1)
    own = [Int64](repeating: 0, count: work.parts)
  }

  /// The families of a clinician, those that depart most first, beside some who are nearest.
  mutating func families(of clinician: Int, near some: [Int]) -> [CaseMix.Family] {
    let near = few.pool(some).map(Near.few) ?? .nobody
    return families(of: clinician, near: near)
  }

  /// The same beside all but one of a group.
  ///
  /// - Parameter place: the clinician's place in the group.
  mutating func families(of clinician: Int, near group: PooledOthers, without place: Int) -> [CaseMix.Family] {
    families(of: clinician, near: group.others(without: place).map { .group(group, $0) } ?? .nobody)
  }

  /// Who is nearest.
  private enum Near {
    /// Nobody, or too few to be shown.
    case nobody
    /// Those who were pooled last, with all their work.
    case few(total: Int64)
    /// All of a group but one.
    case group(PooledOthers, PooledOthers.Others)
  }

  private mutating func families(of clinician: Int, near: Near) -> [CaseMix.Family] {
    let total = work.total(of: clinician)
    for place in work.places(of: clinician) { own[Int(work[place].part)] = work[place].count }
    let others = pooled.others(without: clinician)
    let families = greatest(clinician, total: total, others).map { departure in
      let family = departure.family
      return CaseMix.Family(
        family, share: Self.millionths(own[family], of: total), nearestShare: share(of: family, near),
        specialtyShare: share(of: family, others))
    }
    for place in work.places(of: clinician) { own[Int(work[place].part)] = 0 }
    return families
  }

  /// The share of a family among the nearest; nil where it is hidden or they are not shown.
  private func share(of family: Int, _ near: Near) -> Int64? {
    switch near {
    case .nobody: nil
    case .few(let total): few.services(of: family).map { Self.millionths($0, of: total) }
    case .group(let group, let others):
      group.services(of: family, others, own: own[family]).map { Self.millionths($0, of: others.total) }
    }
  }

  /// The families that depart most, of equal ones the first of the code set before the others; none that does not depart.
  private func greatest(_ clinician: Int, total: Int64, _ others: PooledOthers.Others?) -> [Departure] {
    var greatest: [Departure] = []
    greatest.reserveCapacity(listed + 1)
    func take(_ family: Int, _ size: Int64) {
      var place = greatest.count
      while place > 0, (greatest[place - 1].size, family) < (size, greatest[place - 1].family) { place -= 1 }
      guard size > 0, place < listed else { return }
      greatest.insert(Departure(family: family, size: size), at: place)
      if greatest.count > listed { greatest.removeLast() }
    }
    for place in work.places(of: clinician) {
      let family = Int(work[place].part)
      // A hidden share counts as none, so that the order does not tell it.
      take(family, abs(Self.millionths(own[family], of: total) - (share(of: family, others) ?? 0)))
    }
    guard let others else { return greatest }
    for family in pooled.largestFirst where own[family] == 0 {
      // A hidden one tells nothing of those that follow.
      guard let size = share(of: family, others) else { continue }
      if size == 0 || greatest.count == listed && size < greatest[listed - 1].size { break }
      take(family, size)
    }
    return greatest
  }

  /// The share of a family among the others; nil where it is hidden or they are not shown.
  private func share(of family: Int, _ others: PooledOthers.Others?) -> Int64? {
    guard let others, let services = pooled.services(of: family, others, own: own[family]) else { return nil }
    return Self.millionths(services, of: others.total)
  }

  /// A share in millionths, rounded half up; none of what is below zero.
  ///
  /// - Parameter total: at least the part.
  private static func millionths(_ part: Int64, of total: Int64) -> Int64 {
    guard part > 0, total >= part else { return 0 }
    // (part x 2,000,000 + total) / (2 x total), in one division of the processor: the quotient is at most a million.
    let divisor = UInt64(total) * 2
    let product = UInt64(part).multipliedFullWidth(by: 2_000_000)
    let (low, carry) = product.low.addingReportingOverflow(UInt64(total))
    return Int64(divisor.dividingFullWidth((product.high + (carry ? 1 : 0), low)).quotient)
  }
}

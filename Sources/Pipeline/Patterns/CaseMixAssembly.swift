import Benchmarking
import MedicareFees
import ProductivityModel
import Reporting

/// Compares the case mix of a specialty's clinicians.
struct CaseMixAssembly {
  /// The most of the nearest, and the fewest others among whom anything is shown.
  let nearest: Int
  let minimumPeers: Int
  /// Of which kind percentile ranks are.
  let kind: PercentileRank.Kind
  /// How many families are told of each clinician.
  static let listed = 6

  /// A clinician of the specialty.
  struct Member {
    /// The work of each family, in millionths.
    var work: [Int64]
    /// The annualised figure, in millionths; nil where there is none.
    var annualized: Int64?
  }

  /// How many of the nearest are taken of so many others: the number asked for, but at most half of them, so that the nearest
  /// are not simply all, and at least as many as a standing needs. All who are tied with the last come on top.
  func count(of others: Int) -> Int { min(others, nearest, max(minimumPeers, (others + 1) / 2)) }

  /// The case mix of each member; nil for one without work.
  ///
  /// - Parameter oneByOne: whether even those who have the same case mix are each looked at alone: the same, and slower.
  func compare(_ members: [Member], oneByOne: Bool = false) -> [CaseMix?] {
    // Those who can be compared: a figure, and work in some family.
    let rows = members.map { CaseMixRow(work: $0.work) }
    let cohort = members.indices.filter { members[$0].annualized != nil && rows[$0] != nil }
    let count = count(of: cohort.count - 1)
    var lists = [[(row: Int, similarity: Cosine)]](repeating: [], count: members.count)
    var shared = [SharedNearest?](repeating: nil, count: members.count)
    var mixes: [SharedMix] = []
    if cohort.count - 1 >= minimumPeers, count >= minimumPeers {
      if !oneByOne { findShared(members, rows, cohort, count: count, &mixes, &shared) }
      let own = cohort.compactMap { rows[$0] }
      // One more than wanted tells whether the last place is tied.
      let found = NearestPeers.find(own, limit: count + 1) { shared[cohort[$0]] == nil }
      var everyone: Int?
      for (index, found) in found.enumerated() where !found.isEmpty {
        var list = Array(found.prefix(count))
        if let last = list.last, found.count > count, found[count].similarity.isEqual(to: last.similarity) {
          if last.similarity.product == 0, !oneByOne {
            // Who has no family in common with the last has none with anyone after it: all others are tied.
            if everyone == nil { mixes.append(mix(of: cohort, members)) }
            let mix = everyone ?? mixes.count - 1
            everyone = mix
            shared[cohort[index]] = SharedNearest(
              mix: mix, place: index, greatest: list[0].similarity.millionths, least: 0)
            continue
          }
          list = NearestPeers.withTies(own, of: index, list)
        }
        lists[cohort[index]] = list.map { (cohort[$0.row], $0.similarity) }
      }
    }
    let figures = OrderedSample(cohort.compactMap { members[$0].annualized })
    let withoutWork = members.indices.count { members[$0].annualized != nil && rows[$0] == nil }
    let pooled = PooledOthers(members.map(\.work), minimumClinicians: minimumPeers, minimumTotal: 1)
    return members.indices.map { index in
      guard rows[index] != nil else { return nil }
      let others = cohort.count - (members[index].annualized != nil ? 1 : 0)
      if let same = shared[index] {
        let mix = mixes[same.mix]
        return CaseMix(
          others: others, withoutWork: withoutWork,
          nearest: nearest(members[index], same, mix, others: others, figures),
          families: families(
            members[index].work, near: mix.shares(without: same.place),
            others: pooled.shares(without: index)))
      }
      return CaseMix(
        others: others, withoutWork: withoutWork,
        nearest: nearest(members[index], members, lists[index], others: others, figures),
        families: families(
          members[index].work,
          near: PooledShares(
            lists[index].map { members[$0.row].work }, minimumClinicians: minimumPeers,
            minimumTotal: 1),
          others: pooled.shares(without: index)))
    }
  }

  /// What the nearest of a member have in common with those of others: they are all of some who are looked at together.
  private struct SharedNearest {
    /// The number of what is known of these together.
    var mix: Int
    /// The member's place among them.
    var place: Int
    /// The similarity of the nearest and of the least near, in millionths.
    var greatest: Int64
    var least: Int64
  }

  /// Finds the members of whose case mix there are so many that their nearest are the others who have it.
  private func findShared(
    _ members: [Member], _ rows: [CaseMixRow?], _ cohort: [Int], count: Int,
    _ mixes: inout [SharedMix],
    _ shared: inout [SharedNearest?]
  ) {
    for alike in Dictionary(grouping: cohort, by: { rows[$0]?.proportions }).values
    where alike.count > count {
      for (place, member) in alike.enumerated() {
        shared[member] = SharedNearest(
          mix: mixes.count, place: place, greatest: 1_000_000, least: 1_000_000)
      }
      mixes.append(mix(of: alike, members))
    }
  }

  private func mix(of some: [Int], _ members: [Member]) -> SharedMix {
    SharedMix(
      some.compactMap { members[$0].annualized }, work: some.map { members[$0].work }, minimumPeers: minimumPeers)
  }

  /// The standing among nearest who are looked at together.
  private func nearest(
    _ member: Member, _ same: SharedNearest, _ mix: SharedMix, others: Int, _ cohort: OrderedSample
  ) -> CaseMix.Nearest? {
    guard let own = member.annualized,
      let standing = mix.standing(of: own, minimumOthers: minimumPeers, kind: kind),
      let median = mix.median(without: own)
    else { return nil }
    return CaseMix.Nearest(
      count: standing.count - 1, greatest: same.greatest, least: same.least,
      isTied: standing.count - 1 > count(of: others), standing: standing, median: WorkRVU(millionths: median),
      difference: StandingDifference(
        nearest: mix.counts(own),
        others: StandingDifference.Counts(
          others, below: Int(cohort.count(below: own)), above: Int(cohort.count(above: own)))))
  }

  /// The standing among the nearest.
  ///
  /// - Parameters:
  ///   - others: how many others of the cohort there are.
  ///   - cohort: the figures of all of it.
  private func nearest(
    _ member: Member, _ members: [Member], _ list: [(row: Int, similarity: Cosine)], others: Int,
    _ cohort: OrderedSample
  ) -> CaseMix.Nearest? {
    let figures = list.compactMap { members[$0.row].annualized }
    guard let own = member.annualized, let first = list.first, let last = list.last,
      let standing = PeerStanding(of: own, among: figures + [own], minimumOthers: minimumPeers, kind: kind),
      let median = QuantileDefinition.standard.value(at: Percent(50), of: OrderedSample(figures))
    else { return nil }
    return CaseMix.Nearest(
      count: figures.count, greatest: first.similarity.millionths, least: last.similarity.millionths,
      isTied: list.count > count(of: others), standing: standing, median: WorkRVU(millionths: median),
      difference: StandingDifference(
        of: own, nearest: figures, others: others, below: Int(cohort.count(below: own)),
        above: Int(cohort.count(above: own))))
  }

  /// The families by which a clinician departs most from the others of the specialty together; the largest, where the others are too
  /// few to be shown.
  private func families(_ own: [Int64], near: PooledShares?, others: PooledShares?) -> [CaseMix.Family] {
    let total = own.reduce(0) { $0 + max(0, $1) }
    // Taken out once: an optional is copied where it is looked into.
    let (parts, whole) = (others?.parts ?? [], others?.total ?? 0)
    func shown(_ family: Int) -> Int64? {
      parts.isEmpty ? nil : parts[family].map { Self.millionths($0, of: whole) }
    }
    // A hidden share counts as none, so that the order does not tell it.
    let departures = own.indices.map { abs(Self.millionths(own[$0], of: total) - (shown($0) ?? 0)) }
    return Self.greatest(departures).map { family in
      CaseMix.Family(
        title: CodeFamily.all[family].title, share: Self.millionths(own[family], of: total),
        nearestShare: near.flatMap { near in
          near.parts[family].map { Self.millionths($0, of: near.total) }
        },
        specialtyShare: shown(family))
    }
  }

  /// The families that depart most, of equal ones the first of the code set before the others; none that does not depart.
  private static func greatest(_ departures: [Int64]) -> [Int] {
    var greatest: [Int] = []
    for family in departures.indices where departures[family] > 0 {
      guard greatest.count < listed || departures[family] > departures[greatest[listed - 1]] else { continue }
      if greatest.count == listed { greatest.removeLast() }
      greatest.insert(family, at: greatest.firstIndex { departures[$0] < departures[family] } ?? greatest.endIndex)
    }
    return greatest
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

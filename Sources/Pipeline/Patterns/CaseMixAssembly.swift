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
  func compare(_ members: [Member]) -> [CaseMix?] {
    // Those who can be compared: a figure, and work in some family.
    let rows = members.map { CaseMixRow(work: $0.work) }
    let cohort = members.indices.filter { members[$0].annualized != nil && rows[$0] != nil }
    let count = count(of: cohort.count - 1)
    var lists: [Int: [(row: Int, similarity: Cosine)]] = [:]
    if cohort.count - 1 >= minimumPeers, count >= minimumPeers {
      let own = cohort.compactMap { rows[$0] }
      // One more than wanted tells whether the last place is tied.
      for (index, found) in NearestPeers.find(own, limit: count + 1).enumerated() {
        var list = Array(found.prefix(count))
        if let last = list.last, found.count > count, found[count].similarity.isEqual(to: last.similarity) {
          list = NearestPeers.withTies(own, of: index, list)
        }
        lists[cohort[index]] = list.map { (cohort[$0.row], $0.similarity) }
      }
    }
    return members.indices.map { index in
      guard rows[index] != nil else { return nil }
      let isInCohort = members[index].annualized != nil
      let list = lists[index] ?? []
      let others = members.indices.filter { $0 != index }
      return CaseMix(
        others: cohort.count - (isInCohort ? 1 : 0),
        withoutWork: others.count { members[$0].annualized != nil && rows[$0] == nil },
        nearest: nearest(
          members[index], members, list, others: cohort.filter { $0 != index }.compactMap { members[$0].annualized }),
        families: families(
          members[index].work, nearest: list.map { members[$0.row].work }, others: others.map { members[$0].work }))
    }
  }

  private func nearest(
    _ member: Member, _ members: [Member], _ list: [(row: Int, similarity: Cosine)], others: [Int64]
  ) -> CaseMix.Nearest? {
    let figures = list.compactMap { members[$0.row].annualized }
    guard let own = member.annualized, let first = list.first, let last = list.last,
      let standing = PeerStanding(of: own, among: figures + [own], minimumOthers: minimumPeers, kind: kind),
      let median = QuantileDefinition.standard.value(at: Percent(50), of: OrderedSample(figures))
    else { return nil }
    return CaseMix.Nearest(
      count: figures.count, greatest: first.similarity.millionths, least: last.similarity.millionths,
      isTied: list.count > count(of: others.count), standing: standing, median: WorkRVU(millionths: median),
      difference: StandingDifference(of: own, nearest: figures, others: others))
  }

  /// The families by which a clinician departs most from the others of the specialty together; the largest, where the others are too
  /// few to be shown.
  private func families(_ own: [Int64], nearest: [[Int64]], others: [[Int64]]) -> [CaseMix.Family] {
    let total = own.reduce(0) { $0 + max(0, $1) }
    let near = PooledShares(nearest, minimumClinicians: minimumPeers, minimumTotal: 1)
    let all = PooledShares(others, minimumClinicians: minimumPeers, minimumTotal: 1)
    func millionths(_ count: Int64, _ total: Int64) -> Int64 {
      total > 0 ? Int64((Int128(max(0, count)) * 1_000_000 * 2 + Int128(total)) / (2 * Int128(total))) : 0
    }
    let families = own.indices.map { family in
      CaseMix.Family(
        title: CodeFamily.all[family].title, share: millionths(own[family], total),
        nearestShare: near?.parts[family].map { millionths($0, near?.total ?? 0) },
        specialtyShare: all?.parts[family].map { millionths($0, all?.total ?? 0) })
    }
    // A hidden share counts as none, so that the order does not tell it.
    func departure(_ family: CaseMix.Family) -> Int64 {
      all == nil ? family.share : abs(family.share - (family.specialtyShare ?? 0))
    }
    return families.enumerated().filter { departure($0.element) > 0 }
      .sorted { (-departure($0.element), $0.offset) < (-departure($1.element), $1.offset) }
      .prefix(Self.listed).map(\.element)
  }
}

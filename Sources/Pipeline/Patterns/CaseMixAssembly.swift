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
    let figures = OrderedSample(cohort.compactMap { members[$0].annualized })
    let withoutWork = members.indices.count { members[$0].annualized != nil && rows[$0] == nil }
    let pooled = PooledOthers(members.map(\.work), minimumClinicians: minimumPeers, minimumTotal: 1)
    return members.indices.map { index in
      guard rows[index] != nil else { return nil }
      let list = lists[index] ?? []
      let others = cohort.count - (members[index].annualized != nil ? 1 : 0)
      return CaseMix(
        others: others, withoutWork: withoutWork,
        nearest: nearest(members[index], members, list, others: others, figures),
        families: families(
          members[index].work, nearest: list.map { members[$0.row].work }, others: pooled.shares(without: index)))
    }
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
  private func families(_ own: [Int64], nearest: [[Int64]], others: PooledShares?) -> [CaseMix.Family] {
    let total = own.reduce(0) { $0 + max(0, $1) }
    let shares = own.map { Self.millionths($0, of: total) }
    let shown = others.map { others in others.parts.map { $0.map { Self.millionths($0, of: others.total) } } }
    // A hidden share counts as none, so that the order does not tell it.
    let departures = shares.indices.map { abs(shares[$0] - (shown?[$0] ?? 0)) }
    let near = PooledShares(nearest, minimumClinicians: minimumPeers, minimumTotal: 1)
    return Self.greatest(departures).map { family in
      CaseMix.Family(
        title: CodeFamily.all[family].title, share: shares[family],
        nearestShare: near.flatMap { near in near.parts[family].map { Self.millionths($0, of: near.total) } },
        specialtyShare: shown?[family])
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
  private static func millionths(_ part: Int64, of total: Int64) -> Int64 {
    guard part > 0, total > 0 else { return 0 }
    return Int64((Int128(part) * 1_000_000 * 2 + Int128(total)) / (2 * Int128(total)))
  }
}

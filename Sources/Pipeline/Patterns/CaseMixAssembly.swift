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

  /// How many of the nearest are taken of so many others: the number asked for, but at most half of them, so that the nearest
  /// are not simply all, and at least as many as a standing needs. All who are tied with the last come on top.
  func count(of others: Int) -> Int { min(others, nearest, max(minimumPeers, (others + 1) / 2)) }

  /// The case mix of each clinician of a specialty; nil for one without work.
  ///
  /// - Parameters:
  ///   - work: the work of each family of each, in millionths.
  ///   - annualized: the annualised figure of each, in millionths; nil where there is none.
  ///   - oneByOne: whether even those who have the same case mix are each looked at alone: the same, and slower.
  func compare(_ work: PartCounts, _ annualized: [Int64?], oneByOne: Bool = false) -> [CaseMix?] {
    // Those who can be compared: a figure, and work in some family.
    let rows = annualized.indices.map { CaseMixRow(work, of: $0) }
    let cohort = annualized.indices.filter { annualized[$0] != nil && rows[$0] != nil }
    let count = count(of: cohort.count - 1)
    var lists = [[(row: Int, similarity: Cosine)]](repeating: [], count: annualized.count)
    var shared = [SharedNearest?](repeating: nil, count: annualized.count)
    var mixes: [SharedMix] = []
    func mix(of some: [Int]) -> SharedMix {
      SharedMix(some.compactMap { annualized[$0] }, of: some, work, minimumPeers: minimumPeers)
    }
    if cohort.count - 1 >= minimumPeers, count >= minimumPeers {
      // Those of whose case mix there are so many that their nearest are the others who have it.
      if !oneByOne {
        for alike in Dictionary(grouping: cohort, by: { rows[$0]?.proportions }).values where alike.count > count {
          for (place, member) in alike.enumerated() {
            shared[member] = SharedNearest(mix: mixes.count, place: place, greatest: 1_000_000, least: 1_000_000)
          }
          mixes.append(mix(of: alike))
        }
      }
      let own = cohort.compactMap { rows[$0] }
      // One more than wanted tells whether the last place is tied.
      let found = NearestPeers.find(own, limit: count + 1) { shared[cohort[$0]] == nil }
      var everyone: Int?
      for (index, found) in found.enumerated() where !found.isEmpty {
        var list = Array(found.prefix(count))
        if let last = list.last, found.count > count, found[count].similarity.isEqual(to: last.similarity) {
          if last.similarity.product == 0, !oneByOne {
            // Who has no family in common with the last has none with anyone after it: all others are tied.
            if everyone == nil { mixes.append(mix(of: cohort)) }
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
    let figures = OrderedSample(cohort.compactMap { annualized[$0] })
    let withoutWork = annualized.indices.count { annualized[$0] != nil && rows[$0] == nil }
    var departures = FamilyDepartures(work, minimumPeers: minimumPeers, listed: Self.listed)
    return annualized.indices.map { index in
      guard rows[index] != nil else { return nil }
      let others = cohort.count - (annualized[index] != nil ? 1 : 0)
      if let same = shared[index] {
        let mix = mixes[same.mix]
        return CaseMix(
          others: others, withoutWork: withoutWork,
          nearest: nearest(annualized[index], same, mix, others: others, figures),
          families: departures.families(of: index, near: mix.pooled, without: same.place))
      }
      return CaseMix(
        others: others, withoutWork: withoutWork,
        nearest: nearest(annualized, of: index, lists[index], others: others, figures),
        families: departures.families(of: index, near: lists[index].map(\.row)))
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

  /// The standing among nearest who are looked at together.
  private func nearest(
    _ own: Int64?, _ same: SharedNearest, _ mix: SharedMix, others: Int, _ cohort: OrderedSample
  ) -> CaseMix.Nearest? {
    guard let own,
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
    _ annualized: [Int64?], of member: Int, _ list: [(row: Int, similarity: Cosine)], others: Int,
    _ cohort: OrderedSample
  ) -> CaseMix.Nearest? {
    let figures = list.compactMap { annualized[$0.row] }
    guard let own = annualized[member], let first = list.first, let last = list.last,
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
}

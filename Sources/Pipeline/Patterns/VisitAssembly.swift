import Benchmarking
import ProductivityModel
import Reporting

/// Compares the levels of visits of a specialty's clinicians, with each other and with the specialty elsewhere.
struct VisitAssembly {
  let families: [VisitFamily]
  let minimumPeers: Int
  let review: ReviewRule
  /// What a visit of each level is worth: the benchmark work of all clinicians of the practice, divided by their visits.
  let values: [LevelShift.Value]
  /// The specialty elsewhere; nil where the job names none for it.
  let profile: SpecialtyProfile?

  /// How much of the unit of counts one service is.
  static let unit: Int64 = 10_000

  /// The visits of each member of a specialty.
  ///
  /// - Parameters:
  ///   - members: what each did.
  ///   - isCompared: whether they are peers of one another: not without a specialty.
  func compare(_ members: [RoleServices], isCompared: Bool) -> [[VisitPattern]] {
    var result = [[VisitPattern]](repeating: [], count: members.count)
    let visiting = members.indices.filter { !members[$0].visits.isEmpty }
    var start = 0
    for family in families {
      let places = start..<(start + family.levels.count)
      start = places.upperBound
      // Whoever has no visits of the kind adds nothing to those of the others.
      var having: [Int] = []
      var counts: [[Int64]] = []
      for index in visiting {
        let own = Self.counts(members[index].visits, places)
        if own.isEmpty { continue }
        having.append(index)
        counts.append(own)
      }
      let pooled =
        isCompared
        ? PooledOthers(PartCounts(counts), minimumClinicians: minimumPeers, minimumTotal: leastVisits) : nil
      for (place, index) in having.enumerated() {
        result[index].append(
          pattern(
            family, counts[place], peers: pooled?.shares(without: place),
            values: Array(values[places])))
      }
    }
    return result
  }

  /// The visits of each of a family's levels, in ten-thousandths; empty where there are none.
  private static func counts(_ visits: [RoleServices.Visits], _ places: Range<Int>) -> [Int64] {
    var result: [Int64] = []
    for visits in visits where visits.units > 0 && places.contains(Int(visits.level)) {
      if result.isEmpty { result = [Int64](repeating: 0, count: places.count) }
      result[Int(visits.level) - places.lowerBound] = visits.units
    }
    return result
  }

  /// The fewest visits with which anything is shown.
  private var leastVisits: Int64 { Int64(review.minimumLines) * Self.unit }

  private func pattern(
    _ family: VisitFamily, _ own: [Int64], peers: PooledShares?, values: [LevelShift.Value]
  ) -> VisitPattern {
    let total = own.reduce(0, +)
    let least = leastVisits
    let elsewhere = family.levels.map { profile?.services[$0.code] ?? 0 }
    let elsewhereTotal = elsewhere.reduce(0, +)
    let hasElsewhere = elsewhereTotal >= least
    var pattern = VisitPattern(
      family: family.name, levels: [], visits: Units(tenThousandths: total), peers: peers?.clinicians,
      peerVisits: peers.map { Units(tenThousandths: $0.total) })
    for (level, row) in family.levels.enumerated() {
      let peerCount = peers?.parts[level]
      // A code that was deleted is only shown where someone has it.
      guard own[level] > 0 || row.last == nil else { continue }
      pattern.levels.append(
        VisitPattern.Level(
          code: row.code.description, level: row.level, visits: Units(tenThousandths: own[level]),
          interval: interval(own[level], total), peerShare: peers?.share(level),
          profileShare: hasElsewhere ? Double(elsewhere[level]) / Double(elsewhereTotal) : nil,
          isForReviewByPeers: peerCount.map {
            review.asksForReview(own[level], of: total, against: $0, of: peers?.total ?? 0, unit: Self.unit)
          } ?? false,
          isForReviewByProfile: hasElsewhere
            && review.asksForReview(
              own[level], of: total, against: elsewhere[level], of: elsewhereTotal, unit: Self.unit)
        ))
    }
    // With a share hidden, the effect would be one more equation to find it by.
    if let peers, peers.isWhole, total >= least {
      pattern.peerShift = LevelShift.effect(own: own, other: peers.parts.map { $0 ?? 0 }, values: values)
    }
    if hasElsewhere, let profile {
      pattern.profile = "\(profile.source), \(profile.specialty), \(profile.year)"
      guard total >= least else { return pattern }
      pattern.profileShift = LevelShift.effect(own: own, other: elsewhere, values: values)
    }
    return pattern
  }

  private func interval(_ count: Int64, _ total: Int64) -> WilsonInterval? {
    WilsonInterval(count: Double(count) / Double(Self.unit), total: Double(total) / Double(Self.unit))
  }
}

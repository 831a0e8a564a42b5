import Benchmarking
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `The families by which a clinician departs most` {
  /// By the shares of all families: what decides.
  private static func families(
    _ own: [Int64], near: PooledShares?, others: PooledShares?, listed: Int
  ) -> [CaseMix.Family] {
    func share(_ part: Int64, _ total: Int64) -> Int64 {
      part > 0 && total >= part ? Int64((Int128(part) * 2_000_000 + Int128(total)) / (2 * Int128(total))) : 0
    }
    let total = own.reduce(0) { $0 + max(0, $1) }
    func shown(_ shares: PooledShares?, _ family: Int) -> Int64? {
      shares.flatMap { shares in shares.parts[family].map { share($0, shares.total) } }
    }
    let departures = own.indices.map { abs(share(own[$0], total) - (shown(others, $0) ?? 0)) }
    return own.indices.filter { departures[$0] > 0 }.sorted { (-departures[$0], $0) < (-departures[$1], $1) }
      .prefix(listed).map {
        CaseMix.Family(
          $0, share: share(own[$0], total), nearestShare: shown(near, $0),
          specialtyShare: shown(others, $0))
      }
  }

  @Test(arguments: 81...86 as ClosedRange<UInt64>)
  func `are those of all that depart, in the order of the code set where they depart alike`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var (hidden, whole) = (0, 0)
    for round in 0..<120 {
      let families = Int.random(in: 1...30, using: &random)
      let least = Int.random(in: 1...5, using: &random)
      let rare = Int.random(in: 1...12, using: &random)
      let members = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        (0..<families).map { _ -> Int64 in
          // Few different sums, so that many depart alike, and some that millionths do not tell apart.
          Int.random(in: 0..<rare, using: &random) == 0
            ? [-7, 1_000_000, 1_000_001, 2_000_000, 50_000_000_000_000][Int.random(in: 0..<5, using: &random)] : 0
        }
      }
      let work = PartCounts(members)
      let group = members.indices.filter { _ in Bool.random(using: &random) }
      let pooled = PooledOthers(work, of: group, minimumClinicians: least, minimumTotal: 1)
      var departures = FamilyDepartures(work, minimumPeers: least, listed: 6)
      for clinician in members.indices where members[clinician].contains(where: { $0 > 0 }) {
        let others = PooledShares(
          work, of: members.indices.filter { $0 != clinician }, minimumClinicians: least, minimumTotal: 1)
        if others?.isWhole == true { whole += 1 } else { hidden += 1 }
        let near = members.indices.filter { $0 != clinician && $0 % 3 == round % 3 }
        let plain = Self.families(
          members[clinician], near: PooledShares(work, of: near, minimumClinicians: least, minimumTotal: 1),
          others: others, listed: 6)
        #expect(departures.families(of: clinician, near: near) == plain, "seed \(seed), round \(round)")
        guard let place = group.firstIndex(of: clinician) else { continue }
        let ofGroup = PooledShares(
          work, of: group.filter { $0 != clinician }, minimumClinicians: least, minimumTotal: 1)
        #expect(
          departures.families(of: clinician, near: pooled, without: place)
            == Self.families(members[clinician], near: ofGroup, others: others, listed: 6),
          "seed \(seed), round \(round)")
      }
    }
    #expect(hidden > 100 && whole > 100, "seed \(seed)")
  }
}

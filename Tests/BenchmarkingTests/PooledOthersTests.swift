import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `The shares of all others of a group` {
  @Test(arguments: 21...26 as ClosedRange<UInt64>)
  func `are the pooled shares of the group without the one, whatever is hidden`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var (whole, hidden, none) = (0, 0, 0)
    for _ in 0..<400 {
      let parts = Int.random(in: 1...6, using: &random)
      let rare = Int.random(in: 1...6, using: &random)
      let counts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        (0..<parts).map { _ in
          Int.random(in: 0..<rare, using: &random) == 0 ? Int64.random(in: -3...9, using: &random) : 0
        }
      }
      let (clinicians, total) = (Int.random(in: 0...5, using: &random), Int64.random(in: 0...20, using: &random))
      let group = PooledOthers(PartCounts(counts), minimumClinicians: clinicians, minimumTotal: total)
      for index in counts.indices {
        var others = counts
        others.remove(at: index)
        let plain = PooledShares(PartCounts(others), minimumClinicians: clinicians, minimumTotal: total)
        #expect(group.shares(without: index) == plain, "seed \(seed): \(counts) without \(index), \(clinicians)")
        if let plain { if plain.isWhole { whole += 1 } else { hidden += 1 } } else { none += 1 }
        let one = group.others(without: index)
        #expect(one?.clinicians == plain?.clinicians && one?.total == plain?.total, "seed \(seed)")
        guard let one, let plain else { continue }
        let each = (0..<parts).map { group.services(of: $0, one, own: max(0, counts[index][$0])) }
        #expect(each == plain.parts, "seed \(seed): \(counts) without \(index), \(clinicians)")
      }
    }
    #expect(whole > 100 && hidden > 100 && none > 100, "seed \(seed)")
  }

  @Test(arguments: 31...33 as ClosedRange<UInt64>)
  func `are those of the members of a group among others`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let counts = (0..<20).map { _ in
        (0..<8).map { _ in
          Int.random(in: 0..<3, using: &random) == 0 ? Int64.random(in: 1...9, using: &random) : 0
        }
      }
      let members = counts.indices.filter { _ in Bool.random(using: &random) }
      let some = PooledOthers(PartCounts(counts), of: members, minimumClinicians: 3, minimumTotal: 1)
      let alone = PooledOthers(PartCounts(members.map { counts[$0] }), minimumClinicians: 3, minimumTotal: 1)
      for place in members.indices {
        #expect(some.shares(without: place) == alone.shares(without: place), "seed \(seed)")
        #expect(some.others(without: place)?.total == alone.others(without: place)?.total, "seed \(seed)")
      }
    }
  }
}

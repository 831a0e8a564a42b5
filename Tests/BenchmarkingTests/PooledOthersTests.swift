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
      let group = PooledOthers(counts, minimumClinicians: clinicians, minimumTotal: total)
      for index in counts.indices {
        var others = counts
        others.remove(at: index)
        let plain = PooledShares(others, minimumClinicians: clinicians, minimumTotal: total)
        #expect(group.shares(without: index) == plain, "seed \(seed): \(counts) without \(index), \(clinicians)")
        if let plain { if plain.isWhole { whole += 1 } else { hidden += 1 } } else { none += 1 }
      }
    }
    #expect(whole > 100 && hidden > 100 && none > 100, "seed \(seed)")
  }
}

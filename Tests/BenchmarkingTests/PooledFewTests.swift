import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `The services of few clinicians together` {
  @Test(arguments: 91...96 as ClosedRange<UInt64>)
  func `are the pooled shares of them, whoever was pooled before`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var (whole, hidden, none) = (0, 0, 0)
    for _ in 0..<60 {
      let parts = Int.random(in: 1...8, using: &random)
      let rare = Int.random(in: 1...6, using: &random)
      let counts = PartCounts(
        (0..<20).map { _ in
          (0..<parts).map { _ in
            Int.random(in: 0..<rare, using: &random) == 0 ? Int64.random(in: -3...9, using: &random) : 0
          }
        })
      let (least, total) = (Int.random(in: 0...5, using: &random), Int64.random(in: 0...20, using: &random))
      var few = PooledFew(counts, minimumClinicians: least, minimumTotal: total)
      for _ in 0..<20 {
        let some = (0..<20).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        let plain = PooledShares(counts, of: some, minimumClinicians: least, minimumTotal: total)
        #expect(few.pool(some) == plain?.total, "seed \(seed)")
        guard let plain else {
          none += 1
          continue
        }
        if plain.isWhole { whole += 1 } else { hidden += 1 }
        #expect((0..<parts).map { few.services(of: $0) } == plain.parts, "seed \(seed): \(some), \(least)")
      }
    }
    #expect(whole > 50 && hidden > 50 && none > 50, "seed \(seed)")
  }
}

import Benchmarking
import MedicareFees
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `The case mix of a specialty's clinicians` {
  /// Members of few different case mixes, some of a single family, with figures that often are equal.
  private static func members(
    _ count: Int, _ random: inout SplitMix64
  ) -> [(work: [Int64], annualized: Int64?)] {
    (0..<count).map { _ in
      var work = [Int64](repeating: 0, count: 8)
      let families = random.next() % 4 == 0 ? 2 : 1
      for _ in 0..<families {
        // Most have the first family; the last ones are those of very few.
        let family = random.next() % 3 == 0 ? Int(random.next() % 8) : 0
        work[family] += [1_000_000, 2_000_000, 3_333_333][Int(random.next() % 3)]
      }
      if random.next() % 20 == 0 { work[0] = -5 }
      let figure = random.next() % 10 == 0 ? nil : Int64(random.next() % 40) * 1_000_000
      return (work, figure)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `is the same whether those with one mix are looked at together or one by one`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var together = 0
    for count in [0, 1, 4, 5, 6, 9, 30, 31, 120, 121, 400] {
      let members = Self.members(count, &random)
      for (nearest, minimum) in [(10, 5), (3, 1), (1, 1), (25, 10)] {
        for kind in PercentileRank.Kind.allCases {
          let assembly = CaseMixAssembly(nearest: nearest, minimumPeers: minimum, kind: kind)
          let (work, figures) = (PartCounts(members.map(\.work)), members.map(\.annualized))
          let one = assembly.compare(work, figures, oneByOne: true)
          let all = assembly.compare(work, figures)
          #expect(one.count == members.count && all.count == members.count)
          for (a, b) in zip(one, all) {
            #expect((a == nil) == (b == nil))
            guard let a, let b else { continue }
            #expect(a.nearest == b.nearest, "seed \(seed), \(count) members, \(nearest) nearest")
            #expect(a.families == b.families, "seed \(seed), \(count) members, \(nearest) nearest")
            #expect(a.others == b.others && a.withoutWork == b.withoutWork)
            if a.nearest?.isTied == true { together += 1 }
          }
        }
      }
    }
    #expect(together > 1_000, "hardly any list is tied, so this says nothing")
  }
}

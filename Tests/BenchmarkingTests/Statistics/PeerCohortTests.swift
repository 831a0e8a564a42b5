import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A cohort in which many are placed` {
  @Test func `gives the ranks and intervals of each by itself, in any order and of any kind`() {
    var random = SplitMix64(seed: 10)
    for _ in 0..<100 {
      let values = (0..<Int.random(in: 1...80, using: &random)).map { _ in Int64.random(in: 0...30, using: &random) }
      var cohort = PeerCohort(values)
      #expect(cohort.values == values.sorted() && cohort.count == values.count)
      for kind in PercentileRank.Kind.allCases {
        // The second time from what is kept; -1 and 31 are strangers.
        for value in [Int64](-1...31).shuffled(using: &random) + [3, 3] {
          #expect(
            cohort.rank(of: value, kind: kind) == PercentileRank(of: value, among: values, kind: kind),
            "seed 10, \(value) in \(values)")
          for confidence in [95, 60] {
            #expect(
              cohort.interval(of: value, kind: kind, confidence: confidence)
                == RankInterval.interval(of: value, among: values, kind: kind, confidence: confidence),
              "seed 10, \(value) in \(values)")
          }
          #expect(
            PeerStanding(of: value, among: cohort, minimumOthers: 4, kind: kind)
              == PeerStanding(of: value, among: values, minimumOthers: 4, kind: kind))
        }
      }
    }
  }

  @Test func `has no rank where nobody is`() {
    var cohort = PeerCohort([])
    #expect(cohort.rank(of: 1) == nil)
    #expect(cohort.interval(of: 1) == nil)
  }
}

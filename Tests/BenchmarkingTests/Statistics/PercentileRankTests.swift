import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A percentile rank` {
  /// The examples that SciPy documents for `scipy.stats.percentileofscore`: of 3 among 1, 2, 3, 4 and among 1, 2, 3, 3, 4.
  private static let documented: [([Int64], PercentileRank.Kind, Double)] = [
    ([1, 2, 3, 4], .rank, 75), ([1, 2, 3, 3, 4], .rank, 70), ([1, 2, 3, 3, 4], .strict, 40),
    ([1, 2, 3, 3, 4], .weak, 80), ([1, 2, 3, 3, 4], .mean, 60), ([1, 2, 3, 4], .mean, 62.5),
  ]

  @Test(arguments: documented)
  func `is that of its kind`(cohort: [Int64], kind: PercentileRank.Kind, expected: Double) {
    #expect(PercentileRank(of: 3, among: cohort, kind: kind)?.percentile == expected)
    #expect(PercentileRank(of: 3, among: cohort.reversed(), kind: kind)?.percentile == expected)
    #expect(PeerStanding(of: 3, among: cohort, minimumOthers: 3, kind: kind)?.percentile == expected)
  }

  @Test func `shares a rank among equals and skips the next`() {
    let cohort: [Int64] = [900, 700, 700, 500]
    #expect(cohort.map { PercentileRank(of: $0, among: cohort)?.rank } == [1, 2, 2, 4])
    #expect(PercentileRank(of: 1, among: []) == nil)
  }

  @Test func `of every kind lies in order, and of all kinds only the mean is even-handed`() throws {
    var random = SplitMix64(seed: 76)
    for round in 0..<200 {
      let cohort = (0..<Int.random(in: 1...20, using: &random)).map { _ in Int64.random(in: 0...8, using: &random) }
      for value in cohort {
        func percentile(_ kind: PercentileRank.Kind, _ value: Int64, _ cohort: [Int64]) throws -> Double {
          try #require(PercentileRank(of: value, among: cohort, kind: kind)).percentile
        }
        let (strict, weak) = (try percentile(.strict, value, cohort), try percentile(.weak, value, cohort))
        let (mean, rank) = (try percentile(.mean, value, cohort), try percentile(.rank, value, cohort))
        #expect(strict < mean && mean < rank && rank <= weak, "seed 76, round \(round)")
        #expect((mean - (strict + weak) / 2).magnitude < 1e-9, "seed 76, round \(round)")
        // From above, as from below: the mean is mirrored, the strict kind becomes the weak one.
        let mirror = cohort.map { -$0 }
        #expect((try percentile(.mean, -value, mirror) + mean - 100).magnitude < 1e-9, "seed 76, round \(round)")
        #expect((try percentile(.strict, -value, mirror) + weak - 100).magnitude < 1e-9, "seed 76, round \(round)")
      }
    }
  }
}

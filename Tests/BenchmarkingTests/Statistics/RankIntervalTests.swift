import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `The interval of a percentile among peers` {
  private static let eleven: [Int64] = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]

  /// The fourth from below of eleven: three of ten others are below. B(10, 0.3) has 0.0282 at 0, so 2.5 % are reached there, and
  /// 0.9894 up to 6 but 0.9527 up to 5, so 97.5 % are reached at 6. By the mean kind (B + 0.5) / 11.
  @Test func `is the binomial's where nobody has the same value`() throws {
    let interval = try #require(RankInterval.interval(of: 40, among: Self.eleven))
    #expect(interval.lowerBound == 50.0 / 11)
    #expect(interval.upperBound == 650.0 / 11)
    let strict = try #require(RankInterval.interval(of: 40, among: Self.eleven, kind: .strict))
    #expect(strict.lowerBound == 0)
    #expect(strict.upperBound == 600.0 / 11)
  }

  /// Of 11 with 5 below, the number drawn below is binomial with n = 10 and p = 1/2: of its distribution, 2 and 8 hold 97.9 %
  /// and 3 and 7 hold 89.1 %, so that a 95 % interval is from 2.5 to 8.5 of 11.
  @Test func `is symmetric about the middle`() throws {
    let cohort = [Int64](1...11)
    func percentile(_ below: Double) -> Double { 100 * below / 11 }
    let mean = try #require(RankInterval.interval(of: 6, among: cohort))
    #expect(mean.lowerBound == percentile(2.5) && mean.upperBound == percentile(8.5))
    let strict = try #require(RankInterval.interval(of: 6, among: cohort, kind: .strict))
    #expect(strict.lowerBound == percentile(2) && strict.upperBound == percentile(8))
    #expect(RankInterval.interval(of: 5, among: [5, 5, 5]) == nil)
  }

  @Test func `is none for the first and the last, nor for a stranger or one alone`() {
    #expect(RankInterval.interval(of: 10, among: Self.eleven) == nil)
    #expect(RankInterval.interval(of: 110, among: Self.eleven) == nil)
    #expect(RankInterval.interval(of: 45, among: Self.eleven) == nil)
    #expect(RankInterval.interval(of: 1, among: [1]) == nil)
  }

  @Test func `holds the percentile, and is the narrower the less of it is asked for`() throws {
    var random = SplitMix64(seed: 61)
    for _ in 0..<200 {
      let cohort = (0..<Int.random(in: 3...60, using: &random)).map { _ in Int64.random(in: 0...20, using: &random) }
      for value in Set(cohort) {
        guard let wide = RankInterval.interval(of: value, among: cohort) else { continue }
        let narrow = try #require(RankInterval.interval(of: value, among: cohort, confidence: 60))
        let rank = try #require(PercentileRank(of: value, among: cohort))
        #expect(wide.contains(rank.percentile), "seed 61, \(value) in \(cohort)")
        #expect(wide.lowerBound <= narrow.lowerBound && narrow.upperBound <= wide.upperBound)
        #expect(RankInterval.interval(of: value, among: cohort.shuffled(using: &random)) == wide)
      }
    }
  }

  /// What resamples drawn one by one come to, with ties too.
  @Test func `is what many draws come to`() throws {
    let cohort: [Int64] = [1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8]
    var random = SplitMix64(seed: 7)
    for value: Int64 in [2, 3, 5, 7] {
      var others = cohort
      others.remove(at: try #require(others.firstIndex(of: value)))
      let draws = (0..<20_000).map { _ in
        let sample = others.map { _ in others.randomElement(using: &random) ?? 0 } + [value]
        return PercentileRank(of: value, among: sample)?.percentile ?? 0
      }.sorted()
      let interval = try #require(RankInterval.interval(of: value, among: cohort))
      // One step of the percentile is 100 / 24: the ends may differ by one, where a draw falls beside the 2.5 %.
      #expect(abs(draws[500] - interval.lowerBound) <= 100.0 / 24 + 1e-9, "\(value)")
      #expect(abs(draws[19_499] - interval.upperBound) <= 100.0 / 24 + 1e-9, "\(value)")
    }
  }

  @Test(arguments: [(10, 0.3), (400, 0.01), (3_000, 0.5), (5, 0.0), (5, 1.0)])
  func `rests on chances that add up to one`(n: Int, share: Double) {
    let binomial = RankInterval.binomial(n, share)
    #expect(binomial.least >= 0 && binomial.least + binomial.chances.count <= n + 1)
    #expect(abs(binomial.chances.reduce(0, +) - 1) < 1e-12)
    let mean = zip(binomial.least..., binomial.chances).reduce(0) { $0 + Double($1.0) * $1.1 }
    #expect(abs(mean - Double(n) * share) < 1e-9 * Double(n + 1))
  }

  /// A cohort of thousands costs each of its clinicians little: what is beyond a few hundred chances is none.
  @Test func `rests on no more chances than there are`() {
    #expect(RankInterval.binomial(1_000_000, 0.5).chances.count < 20_000)
    #expect(RankInterval.binomial(1_000_000, 1e-6).chances.count < 30)
  }

  /// Many with the same value, as of clinicians with a line each: the chances that follow from each other decide as those that are
  /// worked out one by one.
  @Test(arguments: [UInt64(1), 2, 3])
  func `of a value that many have is the same by both ways`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var told = 0
    for _ in 0..<40 {
      let count = Int.random(in: 3...600, using: &random)
      let equal = Int.random(in: 2...count - 1, using: &random)
      let below = Int.random(in: 0...count - equal, using: &random)
      let above = count - below - equal
      guard below > 0, above > 0 else { continue }
      let byBelow = RankInterval.binomial(count - 1, Double(below) / Double(count - 1))
      let share = Double(equal - 1) / Double(above + equal - 1)
      for kind in PercentileRank.Kind.allCases {
        for confidence in [95, 60, 99] {
          let tail = Double(100 - confidence) / 200
          let slow = RankInterval.slowEnds(byBelow: byBelow, share: share, count: count, kind, tail)
          func halves(_ below: Int, _ equal: Int) -> Int {
            PercentileRank(kind: kind, below: below, equal: equal, count: count).halves
          }
          let step = halves(0, 2) - halves(0, 1)
          guard
            let ties = TiedRankEnds(byBelow: byBelow, others: count - 1, share: share, step: step),
            let low = ties.first(reaching: tail), let high = ties.first(reaching: 1 - tail)
          else { continue }
          told += 1
          let start = halves(byBelow.least, ties.leastEqual + 1)
          #expect((start + low, start + high) == slow, "seed \(seed): \(below) below, \(equal) equal of \(count)")
        }
      }
    }
    #expect(told > 150, "hardly anything was told by the faster way")
  }

  @Test func `of a value that nearly all others above have is told the slow way`() throws {
    // Where one of 100,000 that are left is above, that thousands of them are drawn has no chance that is a number.
    let byBelow = RankInterval.binomial(200_000, 0.5)
    #expect(TiedRankEnds(byBelow: byBelow, others: 200_000, share: 0.99999, step: 1) == nil)
  }
}

import TestSupport
import Testing

@testable import Benchmarking

/// Definition 7 of Hyndman and Fan (1996): linear between the order statistics at (n - 1) p.
@Suite struct `A quantile` {
  /// Worked by hand, for 10, 20, 30, 40: (n - 1) p is 0.3, 0.75, 1.5, 2.25 and 2.7.
  @Test(arguments: [(0, Int64(10)), (10, 13), (25, 18), (50, 25), (75, 33), (90, 37), (100, 40)])
  func `of four values lies between its neighbours`(percent: Int, expected: Int64) {
    // 10 + .75 x 10 = 17.5 and 30 + .25 x 10 = 32.5 round half away from zero.
    #expect(Quantile.value(atPercent: percent, of: [10, 20, 30, 40]) == expected)
  }

  /// 1..9: the order statistics themselves at every eighth.
  @Test(arguments: [(0, Int64(100)), (25, 300), (50, 500), (75, 700), (100, 900), (10, 180), (90, 820), (1, 108)])
  func `of nine values`(percent: Int, expected: Int64) {
    #expect(Quantile.value(atPercent: percent, of: (1...9).map { Int64($0) * 100 }) == expected)
  }

  @Test func `of a single value is that value, and of none there is none`() {
    for percent in [0, 10, 50, 99, 100] { #expect(Quantile.value(atPercent: percent, of: [7]) == 7) }
    #expect(Quantile.value(atPercent: 50, of: []) == nil)
    #expect(Quantile.mean(of: []) == nil)
  }

  private static let means: [([Int64], Int64)] = [
    ([1, 2], 2), ([-1, -2], -2), ([1, 1, 2], 1), ([1, 2, 2], 2), ([3], 3), ([-3, 3], 0),
  ]

  @Test(arguments: means)
  func `a mean is rounded once, half away from zero`(values: [Int64], expected: Int64) {
    #expect(Quantile.mean(of: values) == expected)
  }

  @Test func `never falls as the percent rises, and stays within the sample`() throws {
    var random = SplitMix64(seed: 71)
    for round in 0..<200 {
      let sample = (0..<Int.random(in: 1...12, using: &random)).map { _ in Int64.random(in: -50...50, using: &random) }
        .sorted()
      var last = Int64.min
      for percent in 0...100 {
        let value = try #require(Quantile.value(atPercent: percent, of: sample))
        #expect(value >= last, "seed 71, round \(round)")
        last = value
      }
      #expect(Quantile.value(atPercent: 0, of: sample) == sample.first)
      #expect(Quantile.value(atPercent: 100, of: sample) == sample.last)
    }
  }

  @Test func `of large values does not overflow`() {
    #expect(Quantile.value(atPercent: 50, of: [0, 1 << 60]) == 1 << 59)
    #expect(Quantile.mean(of: [Int64.max, Int64.max]) == Int64.max)
  }
}

import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A bootstrap interval` {
  private static let twelve: [Int64] = [
    4_100, 5_015, 5_220, 5_400, 5_996, 6_100, 6_450, 7_000, 7_900, 8_307, 9_950, 11_284,
  ]

  @Test func `is the same for the same seed and any order, and another for another`() throws {
    var random = SplitMix64(seed: 77)
    let percents = [10, 25, 50, 75, 90].map { Percent($0) }
    for estimator in [QuantileEstimator.definition(.standard), .definition(.inverse), .harrellDavis] {
      let first = try #require(Bootstrap().intervals(at: percents, of: OrderedSample(Self.twelve), by: estimator))
      for _ in 0..<3 {
        let shuffled = OrderedSample(Self.twelve.shuffled(using: &random))
        #expect(Bootstrap().intervals(at: percents, of: shuffled, by: estimator) == first, "seed 77")
      }
    }
    let sample = OrderedSample(Self.twelve)
    let (one, two) = (Bootstrap(seed: 1), Bootstrap(seed: 2))
    #expect(
      one.intervals(at: percents, of: sample, by: .harrellDavis)
        != two.intervals(at: percents, of: sample, by: .harrellDavis))
  }

  /// The draws are part of what a page states: these bytes hold on every machine.
  @Test func `rests on draws that never change`() {
    var generator = ResamplingGenerator(seed: 1)
    #expect((0..<3).map { _ in generator.next() } == Self.firstThree)
    var bounded = ResamplingGenerator(seed: 7)
    #expect((0..<2_000).allSatisfy { _ in bounded.below(5) < 5 })
  }

  /// The first numbers of SplitMix64 with the seed 1, worked out apart from this program.
  private static let firstThree: [UInt64] = [
    10_451_216_379_200_822_465, 13_757_245_211_066_428_519, 17_911_839_290_282_890_590,
  ]

  /// The distribution of an order statistic of a sample drawn again is known: the median of 3 distinct values is the middle
  /// one with 13/27, and the least or the greatest with 7/27 each. An interval of 40 % is thus the middle value alone.
  @Test func `has the ends that the distribution of the draws gives`() {
    let sample = OrderedSample([10, 20, 30])
    let inverse = QuantileEstimator.definition(.inverse)
    #expect(Bootstrap(confidence: Percent(40)).intervals(at: [.median], of: sample, by: inverse) == [20...20])
    #expect(Bootstrap(confidence: Percent(60)).intervals(at: [.median], of: sample, by: inverse) == [10...30])
  }

  @Test func `draws values with their weights`() throws {
    let sample = try #require(OrderedSample([10, 20, 30], weights: [1, 1, 1]))
    let plain = Bootstrap().intervals(at: [.median], of: OrderedSample([10, 20, 30]))
    #expect(Bootstrap().intervals(at: [.median], of: sample) == plain)
    // A value of overwhelming weight is the median wherever it is drawn: in all but 8/27 of the samples.
    let heavy = try #require(OrderedSample([10, 20, 30], weights: [1, 1, 1_000]))
    #expect(Bootstrap(confidence: Percent(20)).intervals(at: [.median], of: heavy) == [30...30])
    #expect(Bootstrap().intervals(at: [.median], of: heavy, by: .harrellDavis) == nil)
  }

  @Test func `is none of one value`() {
    #expect(Bootstrap().intervals(at: [.median], of: OrderedSample([1])) == nil)
  }
}

import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `Moments of a sample` {
  /// How many leading digits a number has in common with a certified one: the log relative error of StRD.
  private static func digits(_ value: Double, _ certified: Double) -> Double {
    let error = (value - certified).magnitude / certified.magnitude
    var digits = 0.0
    var limit = 1.0
    while digits < 15, error < limit / 10 {
      digits += 1
      limit /= 10
    }
    return digits
  }

  /// Observations with decimals are not exact in binary, which takes digits from what any method can give: beside 10 million, an
  /// ulp is 2e-9, so that a deviation of 0.1 (NumAcc4) has 8.
  @Test(arguments: ReferenceDataset.all)
  func `are those that NIST certifies`(dataset: ReferenceDataset) throws {
    let moments = try #require(RealMoments(of: dataset.values))
    #expect(Self.digits(moments.mean, dataset.mean) >= 14)
    let expected: [String: Double] = ["NumAcc3": 9, "NumAcc4": 8, "Mavro": 13, "Michelso": 13]
    let deviation = try #require(moments.standardDeviation)
    #expect(Self.digits(deviation, dataset.standardDeviation) >= expected[dataset.name] ?? 14)
  }

  /// Times a million, the integers hold six digits behind the point of the certified values, all of them right.
  @Test(arguments: ReferenceDataset.all)
  func `of integers are the certified ones, rounded once`(dataset: ReferenceDataset) throws {
    let scale = (0..<(9 - dataset.decimals)).reduce(Int64(1)) { scale, _ in scale * 10 }
    let moments = try #require(SampleMoments(of: OrderedSample(dataset.scaled.map { $0 * scale })))
    #expect(moments.mean == Int64((dataset.mean * 1e9).rounded()))
    let deviation = try #require(moments.standardDeviation)
    #expect((Double(deviation) - dataset.standardDeviation * 1e9).magnitude <= 0.51)
  }

  private static let means: [([Int64], Int64)] = [
    ([1, 2], 2), ([-1, -2], -2), ([1, 1, 2], 1), ([1, 2, 2], 2), ([3], 3), ([-3, 3], 0),
    ([Int64.max, Int64.max], Int64.max), ([Int64.min, Int64.min], Int64.min),
  ]

  @Test(arguments: means)
  func `have a mean that is rounded once, half away from zero`(values: [Int64], expected: Int64) {
    #expect(SampleMoments(of: OrderedSample(values))?.mean == expected)
  }

  /// Of 0 and k the deviation is k / root of 2; of 0, 0, k and k it is k / root of 3.
  private static let deviations: [([Int64], Int64)] = [
    ([0, 1_000_000], 707_107), ([0, 0, 1_000_000, 1_000_000], 577_350), ([5, 5, 5], 0), ([0, 1], 1),
    ([0, 3, 6], 3), ([-4, 0, 4], 4), ([1, 2, 3, 4], 1), ([0, 3_000_000_000_000], 2_121_320_343_560),
  ]

  @Test(arguments: deviations)
  func `have a deviation that is rounded once`(values: [Int64], expected: Int64) {
    #expect(SampleMoments(of: OrderedSample(values))?.standardDeviation == expected)
  }

  @Test func `of one value have no deviation, and of none there are none`() {
    #expect(SampleMoments(of: OrderedSample([5]))?.standardDeviation == nil)
    #expect(SampleMoments(of: OrderedSample([])) == nil)
    #expect(RealMoments(of: [5])?.standardDeviation == nil)
    #expect(RealMoments(of: []) == nil)
    // The squares of such distances do not fit; the mean does.
    let wide = SampleMoments(of: OrderedSample([Int64.min, Int64.max]))
    #expect(wide?.mean == -1)
    #expect(wide?.standardDeviation == nil)
  }

  @Test func `with a weight of k are those of k copies`() throws {
    var random = SplitMix64(seed: 73)
    for round in 0..<200 {
      let count = Int.random(in: 1...9, using: &random)
      let values = (0..<count).map { _ in Int64.random(in: -5_000...5_000, using: &random) }
      let weights = (0..<count).map { _ in Int64.random(in: 1...6, using: &random) }
      let copies = zip(values, weights).flatMap { [Int64](repeating: $0, count: Int($1)) }
      #expect(
        SampleMoments(of: try #require(OrderedSample(values, weights: weights)))
          == SampleMoments(of: OrderedSample(copies)), "seed 73, round \(round)")
    }
  }

  @Test func `have whole roots`() {
    for root: UInt128 in [0, 1, 2, 3, 10, 0xFFFF_FFFF, 1 << 40, (1 << 64) - 1] {
      #expect(SampleMoments.root(root * root) == root)
      if root > 0 { #expect(SampleMoments.root(root * root - 1) == root - 1) }
    }
  }
}

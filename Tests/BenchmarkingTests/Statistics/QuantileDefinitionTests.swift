import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A quantile` {
  private static let tenPrimes = OrderedSample([23, 2, 29, 3, 5, 19, 7, 17, 11, 13].map { $0 * 1_000_000 })

  /// Of the ten least primes, x(1) = 2 to x(10) = 29, worked by hand from the positions n p + m of Hyndman and Fan (1996).
  ///
  /// 8, at 90 %: 10 x 0.9 + (0.9 + 1) / 3 = 9.6333..., so 23 + 0.6333... x 6 = 26.8. 9, at 25 %: 2.5 + 0.0625 + 0.375 =
  /// 2.9375, so 3 + 0.9375 x 2 = 4.875.
  private static let worked: [(definition: Int, percent: String, value: Int64)] = [
    (1, "5", 2_000_000), (1, "10", 2_000_000), (1, "25", 5_000_000), (1, "50", 11_000_000), (1, "90", 23_000_000),
    (1, "99", 29_000_000), (1, "10.0001", 3_000_000),
    (2, "10", 2_500_000), (2, "25", 5_000_000), (2, "40", 9_000_000), (2, "50", 12_000_000), (2, "90", 26_000_000),
    // 10 x 0.25 - 0.5 = 2: of the 2nd and the 3rd, as near to 2.5, the 2nd is even; at 35 % of the 3rd and the 4th the 4th.
    (3, "25", 3_000_000), (3, "35", 7_000_000), (3, "50", 11_000_000), (3, "75", 19_000_000), (3, "5", 2_000_000),
    (4, "25", 4_000_000), (4, "50", 11_000_000), (4, "75", 18_000_000), (4, "99", 28_400_000), (4, "5", 2_000_000),
    (5, "10", 2_500_000), (5, "25", 5_000_000), (5, "40", 9_000_000), (5, "99", 29_000_000), (5, "5", 2_000_000),
    (6, "10", 2_100_000), (6, "25", 4_500_000), (6, "40", 8_600_000), (6, "75", 20_000_000), (6, "90", 28_400_000),
    (7, "5", 2_450_000), (7, "10", 2_900_000), (7, "25", 5_500_000), (7, "40", 9_400_000), (7, "75", 18_500_000),
    (7, "90", 23_600_000), (7, "99", 28_460_000), (7, "0", 2_000_000), (7, "100", 29_000_000),
    (8, "10", 2_366_667), (8, "25", 4_833_333), (8, "40", 8_866_667), (8, "75", 19_333_333), (8, "90", 26_800_000),
    (9, "10", 2_400_000), (9, "25", 4_875_000), (9, "40", 8_900_000), (9, "75", 19_250_000), (9, "90", 26_600_000),
    (8, "1", 2_000_000), (9, "99", 29_000_000),
  ]

  @Test(arguments: worked)
  func `of ten values is as each definition says`(definition: Int, percent: String, value: Int64) throws {
    let definition = try #require(QuantileDefinition(rawValue: definition))
    #expect(definition.value(at: try #require(Percent(percent)), of: Self.tenPrimes) == value)
  }

  /// By definition 7, for 10, 20, 30, 40: (n - 1) p is 0.75 at 25 % and 2.25 at 75 %.
  @Test(arguments: [(0, Int64(10)), (10, 13), (25, 18), (50, 25), (75, 33), (90, 37), (100, 40)])
  func `is rounded once, half away from zero, below zero too`(percent: Int, expected: Int64) {
    // 10 + .75 x 10 = 17.5 and 30 + .25 x 10 = 32.5.
    let (sample, mirror) = (OrderedSample([10, 20, 30, 40]), OrderedSample([-10, -20, -30, -40]))
    #expect(QuantileDefinition.standard.value(at: Percent(percent), of: sample) == expected)
    #expect(QuantileDefinition.standard.value(at: Percent(100 - percent), of: mirror) == -expected)
  }

  @Test(arguments: QuantileDefinition.allCases)
  func `of a single value is that value, and of none there is none`(definition: QuantileDefinition) {
    for percent in [0, 10, 50, 99, 100] {
      #expect(definition.value(at: Percent(percent), of: OrderedSample([7])) == 7)
      #expect(definition.value(at: Percent(percent), of: OrderedSample([])) == nil)
    }
  }

  /// Hyndman and Fan's property P3 for a sample and its mirror image, which the definitions 2 and 4 to 9 are to satisfy with
  /// the exception of 4.
  @Test(arguments: QuantileDefinition.allCases)
  func `never falls as the percent rises, stays within the sample, and is of any order`(
    definition: QuantileDefinition
  ) throws {
    var random = SplitMix64(seed: 71)
    for round in 0..<60 {
      let values = (0..<Int.random(in: 1...12, using: &random)).map { _ in Int64.random(in: -50...50, using: &random) }
      let (sample, shuffled) = (OrderedSample(values), OrderedSample(values.shuffled(using: &random)))
      var last = try #require(values.min())
      for parts in stride(from: Int64(0), through: 1_000_000, by: 8_125) {
        let percent = try #require(Percent(tenThousandths: parts))
        let value = try #require(definition.value(at: percent, of: sample))
        #expect(value >= last, "seed 71, round \(round), \(percent) %")
        #expect(value <= values.max() ?? 0, "seed 71, round \(round), \(percent) %")
        #expect(value == definition.value(at: percent, of: shuffled), "seed 71, round \(round)")
        last = value
      }
      #expect(definition.value(at: Percent(100), of: sample) == values.max(), "seed 71, round \(round)")
    }
  }

  @Test(arguments: QuantileDefinition.allCases)
  func `with a weight of k is that of k copies`(definition: QuantileDefinition) throws {
    var random = SplitMix64(seed: 72)
    for round in 0..<60 {
      let count = Int.random(in: 1...9, using: &random)
      let values = (0..<count).map { _ in Int64.random(in: -500...500, using: &random) }
      let weights = (0..<count).map { _ in Int64.random(in: 1...6, using: &random) }
      let weighted = try #require(OrderedSample(values, weights: weights))
      let copied = OrderedSample(zip(values, weights).flatMap { [Int64](repeating: $0, count: Int($1)) })
      for percent in 0...100 {
        #expect(
          definition.value(at: Percent(percent), of: weighted) == definition.value(at: Percent(percent), of: copied),
          "seed 72, round \(round), \(percent) %")
      }
    }
  }

  @Test func `of large values does not overflow`() {
    #expect(QuantileDefinition.gumbel.value(at: .median, of: OrderedSample([0, 1 << 60])) == 1 << 59)
    let ends = OrderedSample([Int64.min, Int64.max])
    for definition in QuantileDefinition.allCases {
      #expect(definition.value(at: Percent(100), of: ends) == Int64.max)
      #expect(definition.value(at: Percent(0), of: ends) == Int64.min)
    }
    #expect(QuantileDefinition.gumbel.value(at: .median, of: ends) == -1)
  }

  @Test(arguments: [([1, 2], [1]), ([1], [0]), ([1], [-1]), ([1, 2], [Int64.max, 1])])
  func `of weights that are none is none`(values: [Int64], weights: [Int64]) {
    #expect(OrderedSample(values, weights: weights) == nil)
  }
}

@Suite struct `A percent` {
  @Test(arguments: [
    ("50", 500_000), ("2.5", 25_000), ("0.0001", 1), ("100", 1_000_000), (" 97.5", 975_000), ("0", 0),
  ])
  func `is read exactly`(text: String, parts: Int64) {
    #expect(Percent(text)?.tenThousandths == parts)
  }

  @Test(arguments: ["", "-1", "100.0001", "0.00001", "half", "5%"])
  func `is none where it is not one`(text: String) {
    #expect(Percent(text) == nil)
  }

  @Test func `is written without its sign`() {
    #expect("\(Percent(95))" == "95")
    #expect("\(Percent(95).complement.half)" == "2.5")
    #expect(Percent(-3) == Percent(0))
    #expect(Percent(101) == Percent(100))
  }
}

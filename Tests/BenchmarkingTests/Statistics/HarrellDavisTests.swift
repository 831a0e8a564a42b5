import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A Harrell-Davis estimate` {
  /// The 100 values and the quantiles of the tests of SciPy (`TestQuantiles` in `test_mstats_extras.py`), in billionths:
  /// 0.253210762, 0.512847491 and 0.762232442.
  @Test(arguments: [(25, Int64(253_210_762)), (50, 512_847_491), (75, 762_232_442)])
  func `is that which SciPy publishes`(percent: Int, expected: Int64) throws {
    #expect(HarrellDavis(at: Percent(percent), of: OrderedSample(Self.published))?.estimate == expected)
  }

  /// Worked out with `scipy.stats.mstats.hdquantiles` and `hdquantiles_sd` (SciPy 1.17), which are other programs of the same
  /// definitions; in millionths.
  private static let six: [(Int, Int64, Int64)] = [
    (10, 4_339_682_662, 751_108_027), (25, 5_051_170_125, 797_790_927), (50, 6_611_469_363, 1_017_305_390),
    (75, 8_904_723_371, 1_606_697_287), (90, 10_603_804_947, 2_216_002_923),
  ]

  @Test(arguments: six)
  func `has the jackknife's standard error`(percent: Int, estimate: Int64, error: Int64) throws {
    let sample = OrderedSample([5_015, 5_996, 8_307, 11_284, 4_100, 7_000].map { $0 * 1_000_000 })
    let result = try #require(HarrellDavis(at: Percent(percent), of: sample))
    #expect(result.estimate == estimate)
    #expect(result.standardError == error)
  }

  /// The definition itself: the standard deviation of the estimates without one value each.
  @Test func `has the standard error that leaving each value out gives`() throws {
    var random = SplitMix64(seed: 74)
    for round in 0..<30 {
      let values = (0..<Int.random(in: 2...15, using: &random)).map { _ in
        Int64.random(in: 0...9, using: &random) * 1_000_000_000
      }
      let percent = Percent(Int.random(in: 1...99, using: &random))
      let parts = try values.indices.map { left in
        var others = values
        others.remove(at: left)
        return Double(try #require(HarrellDavis(at: percent, of: OrderedSample(others))).estimate)
      }
      let count = Double(values.count)
      let mean = parts.reduce(0, +) / count
      let squares = parts.reduce(0.0) { sum, part in sum + (part - mean) * (part - mean) }
      let expected = ((count - 1) / count * squares).squareRoot()
      let error = try #require(HarrellDavis(at: percent, of: OrderedSample(values))?.standardError)
      #expect((Double(error) - expected).magnitude <= 2 * count, "seed 74, round \(round)")
    }
  }

  @Test func `with a weight of k is that of k copies, and never falls`() throws {
    var random = SplitMix64(seed: 75)
    for round in 0..<40 {
      let count = Int.random(in: 2...8, using: &random)
      let values = (0..<count).map { _ in Int64.random(in: 0...9_000_000_000, using: &random) }
      let weights = (0..<count).map { _ in Int64.random(in: 1...5, using: &random) }
      let weighted = try #require(OrderedSample(values, weights: weights))
      let copied = OrderedSample(zip(values, weights).flatMap { [Int64](repeating: $0, count: Int($1)) })
      var last = Int64.min
      for percent in stride(from: 1, through: 99, by: 7) {
        let one = try #require(HarrellDavis(at: Percent(percent), of: weighted))
        let other = try #require(HarrellDavis(at: Percent(percent), of: copied))
        #expect((one.estimate - other.estimate).magnitude <= 1, "seed 75, round \(round), \(percent) %")
        #expect(
          (try #require(one.standardError) - #require(other.standardError)).magnitude <= 1, "seed 75, round \(round)")
        #expect(one.estimate >= last, "seed 75, round \(round)")
        last = one.estimate
      }
    }
  }

  @Test func `is none at the ends, and of no values`() {
    let sample = OrderedSample([1, 2, 3])
    #expect(HarrellDavis(at: Percent(0), of: sample) == nil)
    #expect(HarrellDavis(at: Percent(100), of: sample) == nil)
    #expect(HarrellDavis(at: .median, of: OrderedSample([])) == nil)
    #expect(HarrellDavis(at: .median, of: OrderedSample([9]))?.estimate == 9)
    #expect(HarrellDavis(at: .median, of: OrderedSample([9]))?.standardError == nil)
  }

  /// Worked out with `scipy.special.betainc` (SciPy 1.17), except those that are plain: I at a half of equal parameters is a
  /// half, and of 2 and 7 at a third it is 1 - (2/3)^7 (1 + 7/3), as the binomial sum says.
  private static let functions: [(part: Int64, whole: Int64, a: Double, b: Double, value: Double)] = [
    (1, 2, 3, 3, 0.5), (1, 3, 2, 7, 1 - 128.0 / 2187 * 10 / 3), (1, 5, 0.6, 5.4, 0.838_662_379_481_348_6),
    (49, 100, 50, 51, 0.459_934_240_267_426_35), (501, 1000, 5000.5, 5000.5, 0.579_261_742_887_269_3),
    (1003, 10000, 100_000, 900_001, 0.841_425_760_581_219_7), (1, 2, 0.05, 0.95, 0.963_318_822_253_789_4),
  ]

  @Test(arguments: functions)
  func `rests on a beta distribution`(part: Int64, whole: Int64, a: Double, b: Double, value: Double) {
    let result = IncompleteBeta.regularized(part, of: whole, a: a, b: b)
    #expect((result - value).magnitude < 2e-13)
    let mirror = IncompleteBeta.regularized(whole - part, of: whole, a: b, b: a)
    #expect((result + mirror - 1).magnitude < 5e-15)
  }

  private static let published: [Int64] = [
    706_560_797, 727_229_578, 990_399_276, 927_065_621, 158_953_014, 887_764_025, 239_407_086, 349_638_551,
    972_791_145, 149_789_972, 936_947_700, 132_359_948, 46_041_972, 641_675_031, 945_530_547, 224_218_684,
    771_450_991, 820_257_774, 336_458_052, 589_113_496, 509_736_129, 696_838_829, 491_323_573, 622_767_425,
    775_189_248, 641_461_450, 118_455_200, 773_029_450, 319_280_007, 752_229_111, 47_841_438, 466_295_911,
    583_850_781, 840_581_845, 550_086_491, 466_470_062, 504_765_074, 226_855_960, 362_641_207, 891_620_942,
    127_898_691, 490_094_097, 44_882_048, 41_441_695, 317_976_349, 504_135_618, 567_353_033, 434_617_473,
    636_243_375, 231_803_616, 230_154_113, 160_011_327, 819_464_108, 854_706_985, 438_809_221, 487_427_267,
    786_907_310, 408_367_937, 405_534_192, 250_444_460, 995_309_248, 144_389_588, 739_947_527, 953_543_606,
    680_051_621, 388_382_017, 863_530_727, 6_514_031, 118_007_779, 924_024_803, 384_236_354, 893_687_694,
    626_534_881, 473_051_932, 750_134_705, 241_843_555, 432_947_602, 689_538_104, 136_934_797, 150_206_859,
    474_335_206, 907_775_349, 525_869_295, 189_184_225, 854_284_286, 831_089_744, 251_637_345, 587_038_213,
    254_475_554, 237_781_276, 827_928_620, 480_283_781, 594_514_455, 213_641_488, 24_194_386, 536_668_589,
    699_497_811, 892_804_071, 93_835_427, 731_107_772,
  ]
}

import Benchmarking
import TestSupport
import Testing

@Suite struct `The median of the others` {
  @Test(arguments: [UInt64(1), 2, 3])
  func `is the quantile of the sample without the value, for every value`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for count in 1...40 {
      let values = (0..<count).map { _ in Int64.random(in: -30...30, using: &random) * 7 }
      let median = MedianOfOthers(values)
      let half = Percent(50)
      #expect(median.ofAll == QuantileDefinition.standard.value(at: half, of: OrderedSample(values)), "seed \(seed)")
      for index in values.indices {
        var others = values
        others.remove(at: index)
        #expect(
          median.without(values[index]) == QuantileDefinition.standard.value(at: half, of: OrderedSample(others)),
          "seed \(seed), \(values) without \(values[index])")
      }
    }
  }

  @Test(arguments: [UInt64(4), 5, 6])
  func `is the same with values of zero told by their number alone`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for count in 0...20 {
      let values = (0..<count).map { _ in Int64.random(in: -9...9, using: &random) }
      let zeros = Int.random(in: 0...20, using: &random)
      let short = MedianOfOthers(values, zeros: zeros)
      let plain = MedianOfOthers(values + [Int64](repeating: 0, count: zeros))
      #expect(short.ofAll == plain.ofAll, "seed \(seed): \(values) and \(zeros)")
      for value in Int64(-10)...10 {
        #expect(short.without(value) == plain.without(value), "seed \(seed): \(values) and \(zeros), \(value)")
      }
    }
  }

  @Test func `is none of nobody, and none for a value that is not there`() {
    #expect(MedianOfOthers([]).ofAll == nil && MedianOfOthers([]).without(1) == nil)
    #expect(MedianOfOthers([4]).without(4) == nil && MedianOfOthers([4]).ofAll == 4)
    #expect(MedianOfOthers([1, 3]).without(2) == nil)
    #expect(MedianOfOthers([1, 1, 2]).without(2) == 1 && MedianOfOthers([0, 1, 4]).without(0) == 3)
  }
}

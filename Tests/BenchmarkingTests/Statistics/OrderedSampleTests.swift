import TestSupport
import Testing

@testable import Benchmarking

@Suite struct OrderedSampleTests {
  @Test(arguments: 31...34 as ClosedRange<UInt64>)
  func `how many values are below and above one is what counting them tells`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for count in 0...40 {
      let values = (0..<count).map { _ in Int64.random(in: -9...9, using: &random) }
      let weights = values.map { _ in Int64.random(in: 1...3, using: &random) }
      let sample = OrderedSample(values)
      let weighted = try #require(OrderedSample(values, weights: weights))
      for value in Int64(-10)...10 {
        #expect(sample.count(below: value) == Int64(values.count { $0 < value }), "seed \(seed)")
        #expect(sample.count(above: value) == Int64(values.count { $0 > value }), "seed \(seed)")
        let pairs = zip(values, weights)
        #expect(weighted.count(below: value) == pairs.reduce(0) { $0 + ($1.0 < value ? $1.1 : 0) }, "seed \(seed)")
        #expect(weighted.count(above: value) == pairs.reduce(0) { $0 + ($1.0 > value ? $1.1 : 0) }, "seed \(seed)")
      }
    }
  }
}

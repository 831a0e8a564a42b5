import Benchmarking
import Testing

struct WilsonIntervalTests {
  /// R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (score without continuity correction).
  @Test(arguments: [
    (81.0, 263.0, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func `the interval is that of Newcombe's table`(count: Double, total: Double, low: Double, high: Double) throws {
    let interval = try #require(WilsonInterval(count: count, total: total))
    #expect((interval.low * 10_000).rounded() / 10_000 == low)
    #expect((interval.high * 10_000).rounded() / 10_000 == high)
  }

  @Test func `the interval of the rest is that of the share, mirrored`() throws {
    for count in 0...40 {
      let interval = try #require(WilsonInterval(count: Double(count), total: 40))
      let rest = try #require(WilsonInterval(count: Double(40 - count), total: 40))
      #expect(abs(interval.low + rest.high - 1) < 1e-12)
      #expect(interval.low <= Double(count) / 40 && Double(count) / 40 <= interval.high)
    }
  }

  @Test func `there is none without observations, nor for a count beyond them`() {
    #expect(WilsonInterval(count: 0, total: 0) == nil)
    #expect(WilsonInterval(count: 3, total: 2) == nil)
    #expect(WilsonInterval(count: -1, total: 2) == nil)
  }
}

import ProductivityModel
import TestSupport
import Testing

@testable import Benchmarking

/// Points of a published distribution, in whole units.
func points(_ values: (Int, Int64)...) -> [SurveyPoint] {
  values.map { SurveyPoint(percent: $0.0, millionths: $0.1 * 1_000_000) }
}

@Suite struct `A placement in a survey` {
  private static let published = points((25, 5_015), (50, 5_996), (75, 8_307), (90, 11_284))

  private static func place(_ value: Int64, _ points: [SurveyPoint] = published) -> Placement {
    Placement(ofMillionths: value * 1_000_000, among: points)
  }

  /// The percentile to three decimals; nil for a bound.
  private static func thousandths(_ placement: Placement) -> Int? {
    if case .at(let percentile) = placement.position { Int((percentile * 1_000).rounded()) } else { nil }
  }

  /// Worked by hand: 50 + (8,000 - 5,996) / (8,307 - 5,996) x 25 = 71.679; 75 + 246 / 2,977 x 15 = 76.240.
  @Test(arguments: [(Int64(8_000), 71_679), (8_553, 76_240), (5_015, 25_000), (5_996, 50_000), (11_284, 90_000)])
  func `is linear between two published points`(value: Int64, thousandths: Int) {
    #expect(Self.thousandths(Self.place(value)) == thousandths)
    #expect(!Self.place(value).isPlateau)
  }

  @Test func `is a bound outside the published points, never an extrapolation`() {
    #expect(Self.place(12_592).position == .above(90))
    #expect(Placement(ofMillionths: 11_284_000_001, among: Self.published).position == .above(90))
    #expect(Self.place(5_014).position == .below(25))
    #expect(Placement(ofMillionths: 5_014_999_999, among: Self.published).position == .below(25))
    #expect(Self.place(0).position == .below(25))
    #expect(Self.place(-1).position == .below(25))
  }

  @Test(arguments: [(Int64(12_592), 2.1), (5_996, 1), (2_998, 0.5), (0, 0)])
  func `has its ratio to the median inside the points and outside`(value: Int64, ratio: Double) throws {
    let times = try #require(Self.place(value).timesMedian)
    #expect(abs(times - ratio) < 0.0001)
  }

  @Test func `has no ratio where no median is published, or it is zero`() {
    #expect(Self.place(5, points((25, 1), (75, 9))).timesMedian == nil)
    #expect(Self.place(5, points((25, 0), (50, 0), (75, 9))).timesMedian == nil)
    #expect(Self.place(5, []).timesMedian == nil)
  }

  @Test func `on a plateau is its middle, flagged`() {
    let plateau = points((10, 100), (25, 200), (50, 200), (75, 200), (90, 300))
    #expect(Self.place(200, plateau).position == .at(50))
    #expect(Self.place(200, plateau).isPlateau)
    #expect(Self.place(150, plateau).position == .at(17.5))
    #expect(!Self.place(150, plateau).isPlateau)
    #expect(Self.place(250, plateau).position == .at(82.5))
    #expect(Self.place(5, points((25, 5), (50, 5))).position == .at(37.5))
  }

  @Test func `where only the median is published is a ratio only`() {
    let only = points((50, 5_996))
    for value: Int64 in [1, 5_996, 12_592] { #expect(Self.place(value, only).position == .ratioOnly) }
    #expect(Self.place(11_992, only).timesMedian == 2)
    #expect(Self.place(1, []).position == .ratioOnly)
  }

  @Test func `never falls as the value rises, and hits each published point`() {
    var random = SplitMix64(seed: 51)
    for round in 0..<300 {
      let percents = Array(
        Set((0..<Int.random(in: 2...9, using: &random)).map { _ in Int.random(in: 1...99, using: &random) })
      )
      .sorted()
      guard percents.count >= 2 else { continue }
      var value: Int64 = 0
      let points = percents.map { percent in
        value += Int64.random(in: 0...3, using: &random) * 1_000_000
        return SurveyPoint(percent: percent, millionths: value)
      }
      func rank(_ millionths: Int64) -> Double {
        switch Placement(ofMillionths: millionths, among: points).position {
        case .below: -1
        case .at(let percentile): percentile
        case .above: 101
        case .ratioOnly: .nan
        }
      }
      var last = -2.0
      for millionths in stride(from: Int64(-500_000), through: value + 500_000, by: 250_000) {
        #expect(rank(millionths) >= last, "seed 51, round \(round)")
        last = rank(millionths)
      }
      for point in points where points.count(where: { $0.millionths == point.millionths }) == 1 {
        #expect(rank(point.millionths) == Double(point.percent), "seed 51, round \(round)")
      }
    }
  }
}

import Benchmarking
import ProductivityModel
import Testing

struct ReviewAndShiftTests {
  private let rule = ReviewRule(minimumLines: 30, points: 10)

  private func asks(_ count: Int64, _ total: Int64, _ other: Int64, _ otherTotal: Int64) -> Bool {
    rule.asksForReview(count, of: total, against: other, of: otherTotal, unit: 1)
  }

  @Test func `a share asks for a review when it is far and not by chance`() {
    // 60 of 100 against 40 %: 20 points apart, interval 50.2 to 69.1 %.
    #expect(asks(60, 100, 40, 100))
    // Below as well as above.
    #expect(asks(20, 100, 40, 100))
    // Far, but by chance: 16 of 30 against 40 %, interval 36.1 to 69.8 %.
    #expect(!asks(16, 30, 40, 100))
    // Not by chance, but near: 4,500 of 10,000 against 40 %.
    #expect(!asks(4_500, 10_000, 40, 100))
  }

  @Test func `the difference is compared exactly`() {
    #expect(asks(5_000, 10_000, 400, 1_000))
    #expect(!asks(4_999, 10_000, 400, 1_000))
  }

  @Test func `too few services ask for nothing`() {
    #expect(asks(30, 30, 10, 30))
    #expect(!asks(29, 29, 10, 30))
    #expect(!asks(30, 30, 10, 29))
  }

  @Test func `a shift of levels is worked out by whole numbers`() {
    // Ten visits, 2 at 1.30 and 8 at 1.92; others 60 % and 40 %: 6 x 1.30 + 4 x 1.92 - (2 x 1.30 + 8 x 1.92) = -2.48.
    let values = [LevelShift.Value(work: 1_300_000, services: 1), LevelShift.Value(work: 19_200_000, services: 10)]
    #expect(LevelShift.effect(own: [2, 8], other: [18, 12], values: values) == WorkRVU(millionths: -2_480_000))
    #expect(LevelShift.effect(own: [6, 4], other: [18, 12], values: values) == .zero)
  }

  @Test func `a shift is not known where a level has no value or there are no visits`() {
    let values = [LevelShift.Value(work: 1, services: 1), LevelShift.Value(work: 0, services: 0)]
    #expect(LevelShift.effect(own: [2, 0], other: [1, 1], values: values) == nil)
    #expect(LevelShift.effect(own: [2, 0], other: [1, 0], values: values) == .zero)
    #expect(LevelShift.effect(own: [0, 0], other: [1, 0], values: values) == nil)
    #expect(LevelShift.effect(own: [1, 0], other: [0, 0], values: values) == nil)
  }
}

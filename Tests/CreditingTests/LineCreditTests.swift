import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

@Suite struct `A line's credit` {
  private static func credit(work: Int64, factor: Factor, countsUnits: Bool = true) -> LineCredit {
    LineCredit(
      fate: .credited, cause: nil, row: 0, work: WorkRVU(millionths: work), factor: factor, countsUnits: countsUnits,
      adjustments: [], flags: [])
  }

  @Test func `is computed exactly and rounded once, half away from zero`() {
    // 0.000003 x 1/2 is 0.0000015: up to 0.000002. Rounded twice (0.00000075 first) it would be less.
    #expect(Self.credit(work: 3, factor: Factor(1, over: 2)).credit(units: .one).millionths == 2)
    #expect(Self.credit(work: 3, factor: Factor(1, over: 2)).credit(units: -.one).millionths == -2)
    #expect(
      Self.credit(work: 1, factor: Factor(1, over: 3)).credit(units: Units(tenThousandths: 15_000)).millionths == 1)
    #expect(Self.credit(work: 1, factor: Factor(1, over: 3)).credit(units: .one).millionths == 0)
  }

  @Test func `of a negative line is exactly the negative`() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<2_000 {
      let credit = Self.credit(
        work: Int64.random(in: 0...200_000_000, using: &random),
        factor: Factor(Int64.random(in: 0...2_000_000, using: &random), over: 1_000_000),
        countsUnits: Bool.random(using: &random))
      let units = Units(tenThousandths: Int64.random(in: 1...1_000_000, using: &random))
      #expect(credit.credit(units: -units) == -credit.credit(units: units), "seed 41: \(credit) x \(units)")
      #expect(credit.unadjusted(units: -units) == -credit.unadjusted(units: units), "seed 41: \(credit) x \(units)")
      #expect(credit.credit(units: units) >= .zero)
    }
  }

  @Test func `without adjustment is the row's work times units`() {
    let credit = Self.credit(work: 970_000, factor: Factor(1, over: 8), countsUnits: false)
    #expect(credit.unadjusted(units: Units(tenThousandths: 222_000)) == .of("21.534"))
    #expect(credit.credit(units: Units(tenThousandths: 222_000)) == .of("0.12125"))
  }

  @Test func `of the most that a log can hold does not overflow`() {
    let credit = Self.credit(work: 106_190_000, factor: Factor(millionths: 1_500_000))
    #expect(credit.credit(units: Units(100_000_000)).millionths == 15_928_500_000_000_000)
  }
}

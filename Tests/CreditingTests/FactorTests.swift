import TestSupport
import Testing

@testable import Crediting

@Suite struct `A factor` {
  private static let fractions: [(Factor, Int64, Int64)] = [
    (Factor(6, over: 4), 3, 2), (Factor(0, over: 7), 0, 1), (Factor(-10, over: 4), -5, 2),
    (Factor(millionths: 136_000), 17, 125), (Factor(millionths: 1_500_000), 3, 2), (.one, 1, 1), (.zero, 0, 1),
  ]

  @Test(arguments: fractions)
  func `is held as a reduced fraction`(factor: Factor, numerator: Int64, denominator: Int64) {
    #expect(factor.numerator == numerator)
    #expect(factor.denominator == denominator)
  }

  private static let roundings: [(Factor, Int64, Int64)] = [
    (Factor(1, over: 2), Int64(5), Int64(3)), (Factor(1, over: 2), -5, -3), (Factor(1, over: 3), 5, 2),
    (Factor(1, over: 3), 4, 1), (Factor(2, over: 3), -4, -3), (Factor(1, over: 2), 0, 0),
  ]

  @Test(arguments: roundings)
  func `rounds once, half away from zero`(factor: Factor, value: Int64, expected: Int64) {
    #expect(factor.scaled(value) == expected)
  }

  @Test func `multiplies without rounding, in any order`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<500 {
      let factors = (0..<4).map { _ in
        Factor(Int64.random(in: -300...300, using: &random), over: Int64.random(in: 1...300, using: &random))
      }
      let forward = factors.reduce(Factor.one, *)
      let backward = factors.reversed().reduce(Factor.one, *)
      #expect(forward == backward, "seed 11: \(factors)")
      // Against the plain product of numerators and denominators, reduced once.
      let plain = Factor(
        factors.map(\.numerator).reduce(1, *), over: factors.map(\.denominator).reduce(1, *))
      #expect(forward == plain, "seed 11: \(factors)")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `rounds a quotient that fits in a word as one that does not`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func number() -> Int128 {
      Int128(Int64.random(in: .min ... .max, using: &random)) >> Int.random(in: 0...63, using: &random)
    }
    for _ in 0..<5_000 {
      let divisor = max(1, abs(number()))
      let quotient = number() >> Int128(divisor.trailingZeroBitCount & 1)
      // Near a half as often as not, where it matters which way it goes.
      let dividend = quotient / 4 * divisor / 4 + (Bool.random(using: &random) ? divisor / 2 : number() % divisor)
      guard abs(dividend) / divisor < Int128(Int64.max) - 1 else { continue }
      // The least whole number that is not below the quotient less a half, of magnitudes.
      let magnitude = (2 * abs(dividend) + divisor) / (2 * divisor)
      #expect(
        Int128(Factor.rounded(dividend, over: divisor)) == (dividend < 0 ? -magnitude : magnitude),
        "seed \(seed): \(dividend) over \(divisor)")
    }
  }

  private static let texts: [(Factor, String)] = [
    (Factor(3, over: 2), "1.5"), (Factor(1, over: 3), "0.333333333333"), (Factor(2, over: 3), "0.666666666667"),
    (Factor(millionths: 136_000), "0.136"), (Factor(-1, over: 1), "-1"), (Factor(5, over: 4), "1.25"), (.zero, "0"),
  ]

  @Test(arguments: texts)
  func `is written as a decimal`(factor: Factor, text: String) {
    #expect(factor.description == text)
  }

  @Test func `rounds a negative to exactly the negative`() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<2_000 {
      let factor = Factor(
        Int64.random(in: 0...10_000, using: &random), over: Int64.random(in: 1...9_999, using: &random))
      let value = Int64.random(in: 0...100_000_000, using: &random)
      #expect(factor.scaled(-value) == -factor.scaled(value), "seed 12: \(factor) of \(value)")
    }
  }
}

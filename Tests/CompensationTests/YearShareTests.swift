import Compensation
import ProductivityModel
import Testing

@Suite struct YearShareTests {
  @Test func halfAYearOfAThresholdIsItsShareByDaysToAMillionth() {
    let share = YearShare(numerator: 181 * 1_000_000, denominator: 365 * 1_000_000)
    #expect(share.of(WorkRVU(millionths: 6_000_000_000)) == WorkRVU(millionths: 2_975_342_466))
  }

  @Test func sharesRoundHalfAwayFromZeroOnBothSides() {
    let half = YearShare(numerator: 1, denominator: 2)
    #expect(half.of(Money(cents: 3)) == Money(cents: 2))
    #expect(half.of(Money(cents: -3)) == Money(cents: -2))
  }
}

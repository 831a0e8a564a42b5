import Compensation
import ProductivityModel
import Testing

/// What a plan pays for a work RVU.
@Suite struct ConversionRateTests {
  @Test(arguments: [(50_000_000, "50.00"), (58_479_532, "58.479532"), (3_500_000, "3.50"), (33_400_900, "33.4009")])
  func `a rate shows two decimals, or as many as it has`(millionths: Int64, text: String) {
    #expect("\(ConversionRate(millionths: millionths))" == text)
  }

  @Test(arguments: [
    (1_000_000, 50_000_000, 5000), (1_250_000_000, 50_000_000, 6_250_000), (100, 50_000_000, 1), (99, 50_000_000, 0),
    (-100, 50_000_000, -1),
  ])
  func `a quantity at a rate is rounded once to a cent, half away from zero`(
    work: Int64, rate: Int64, cents: Int64
  ) {
    #expect(ConversionRate.money(ConversionRate(millionths: rate).exactly(forMillionths: work)) == Money(cents: cents))
  }
}

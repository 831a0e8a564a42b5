import Ingest
import ProductivityModel
import TestSupport
import Testing

@testable import MedicareFees

/// Limiting charges, nonparticipating amounts and anesthesia, worked by hand.
@Suite struct PaymentRulesTests {
  private static let day = CalendarDate(iso: "2025-10-01") ?? CalendarDate(daysSinceEpoch: 0)

  private static func shipped() throws -> PaymentRules {
    try FeeLibrary(dataFolder: PackageRoot.path("benchmarks-data")).paymentRules()
  }

  // 109.15 x 1.0925 = 119.246375; 73.35 x 1.0925 = 80.134875; 0.02 x 1.0925 = 0.02185; 0.06 x 1.0925 = 0.06555.
  @Test(arguments: [(10_915, 11_925), (7_335, 8_013), (2, 2), (6, 7), (0, 0)] as [(Int64, Int64)])
  func `the limiting charge is 109 point 25 percent of the amount in cents, rounded once`(
    amount: Int64, charge: Int64
  ) throws {
    #expect(try Self.shipped().limitingCharge(of: Money(cents: amount), on: Self.day) == Money(cents: charge))
  }

  // 0.10 x 0.95 = 0.095: half a cent goes up. 109.15 x 0.95 = 103.6925.
  @Test(arguments: [(10, 10), (10_915, 10_369), (1, 1)] as [(Int64, Int64)])
  func `a nonparticipating physician is paid 95 percent`(amount: Int64, paid: Int64) throws {
    #expect(try Self.shipped().nonparticipatingAmount(of: Money(cents: amount), on: Self.day) == Money(cents: paid))
  }

  @Test func `half a cent rounds away from zero on either side`() {
    #expect(PaymentRules.share(500_000, of: Money(cents: 1)) == Money(cents: 1))
    #expect(PaymentRules.share(500_000, of: Money(cents: -1)) == Money(cents: -1))
    #expect(PaymentRules.share(499_999, of: Money(cents: 1)) == .zero)
  }

  @Test func `before a rule's first day there is none`() throws {
    let before = try #require(CalendarDate(iso: "1991-12-31"))
    #expect(try Self.shipped().limitingCharge(of: Money(cents: 100), on: before) == nil)
  }

  @Test func `every shipped rule is cited, and each name has one on a day of every shipped release`() throws {
    let rules = try Self.shipped()
    #expect(rules.rules.allSatisfy { $0.citation.count > 20 })
    for release in try FeeLibrary(dataFolder: PackageRoot.path("benchmarks-data")).releases {
      for name in PaymentRule.Name.allCases { #expect(rules.rule(name, on: release.effective.first) != nil) }
    }
  }

  // (5 + 45/15) x 20.3178 = 162.5424; (5 + 50/15) x 20.3178 = 169.315; (3 + 7/15) x 22.37 = 77.549333...
  @Test(
    arguments: [
      (5_000, 45_000, "20.3178", 16_254), (5_000, 50_000, "20.3178", 16_932), (3_000, 7_000, "22.3700", 7_755),
      (0, 0, "20.3178", 0),
    ] as [(Int64, Int64, String, Int64)])
  func `anesthesia is base units and fifteen minutes a unit, exact until the cent`(
    base: Int64, minutes: Int64, dollars: String, cents: Int64
  ) {
    #expect(
      AnesthesiaPayment.amount(
        baseUnits: base, minutes: minutes, minutesOfUnit: 15_000_000, factor: InventedFees.factor(dollars))
        == Money(cents: cents))
  }

  @Test func `medical direction halves before the one rounding`() {
    // 162.5424 / 2 = 81.2712.
    #expect(
      AnesthesiaPayment.amount(
        baseUnits: 5_000, minutes: 45_000, minutesOfUnit: 15_000_000, factor: InventedFees.factor("20.3178"),
        share: 500_000) == Money(cents: 8_127))
  }

  @Test func `what does not fit is no amount`() {
    #expect(
      AnesthesiaPayment.amount(
        baseUnits: .max, minutes: .max, minutesOfUnit: 1, factor: ConversionFactor(tenThousandths: .max)) == nil)
  }

  /// A table that must be refused, and where the message points.
  @Test(arguments: [
    ("name,first,last,value,citation\nlimiting,2020-01-01,2099-12-31,1.09,x\n", ":2: error: name is not one"),
    ("name,first,last,value,citation\nlimiting-charge,2020-01-01,2019-12-31,1.09,x\n", ":2: error: first and last"),
    ("name,first,last,value,citation\nlimiting-charge,2020-01-01,2099-12-31,0,x\n", ":2: error: value is not"),
    ("name,first,last,value,citation\nlimiting-charge,2020-01-01,2099-12-31,1.09,\n", ":2: error: citation is empty"),
    (
      "name,first,last,value,citation\nlimiting-charge,2020-01-01,2099-12-31,1.09,x\n"
        + "limiting-charge,2025-01-01,2025-12-31,1.1,x\n", ":3: error: another limiting-charge"
    ),
  ])
  func `a table that cannot be used is refused with its line`(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.shell("cp -r '\(PackageRoot.path("benchmarks-data"))' data", in: folder.path).code == 0)
    try folder.write("data/cms-pfs/payment-rules.csv", text)
    let library = try FeeLibrary(dataFolder: "\(folder.path)/data")
    let failure = #expect(throws: InputFailure.self) { try library.paymentRules() }
    #expect(failure?.description.contains(message) == true, "\(failure?.description ?? "")")
  }
}

import ProductivityModel
import Testing

@testable import MedicareFees

/// National payments, worked by hand: exact until one rounding to the cent.
@Suite struct PaymentTests {
  /// 44310 of 2026: work 17.15, facility PE 7.97, MP 3.85, together 28.97.
  private static let ileostomy = FeeRow(
    code: InventedFees.code("44310"), status: .active, work: WorkRVU(hundredths: 1715),
    nonfacilityPE: RVU(hundredths: 797), facilityPE: RVU(hundredths: 797), nonfacilityIsNA: true,
    malpractice: RVU(hundredths: 385))

  @Test func `28 point 97 RVUs at the 2026 factors`() throws {
    // 28.97 x 33.4009 = 967.624073; x 33.5675 = 972.450475.
    let national = try #require(
      Payment(Self.ileostomy, in: .facility, at: InventedFees.factor("33.4009")))
    #expect(national.amount.description == "967.62")
    let qualifying = try #require(
      Payment(Self.ileostomy, in: .facility, at: InventedFees.factor("33.5675")))
    #expect(qualifying.amount.description == "972.45")
  }

  @Test func `an NA setting has no payment`() {
    #expect(Payment(Self.ileostomy, in: .nonfacility, at: InventedFees.factor("33.4009")) == nil)
    #expect(Payment.absence(of: Self.ileostomy, in: .nonfacility) == .settingIsNA)
  }

  @Test(arguments: StatusCode.allCases)
  func `only A R and T are paid`(status: StatusCode) {
    var row = Self.ileostomy
    row.status = status
    let payment = Payment(row, in: .facility, at: InventedFees.factor("33.4009"))
    #expect((payment != nil) == status.isPaidFromRVUs)
    #expect(Payment.absence(of: row, in: .facility) == (status.isPaidFromRVUs ? nil : .status(status)))
  }

  @Test func `a row without RVUs or status, or not used for Medicare, has no payment`() {
    let bare = FeeRow(code: InventedFees.code("99999"), status: .restricted)
    #expect(Payment.absence(of: bare, in: .facility) == .noRVUs)
    #expect(Payment(bare, in: .facility, at: InventedFees.factor("33.4009")) == nil)
    var unknown = Self.ileostomy
    unknown.status = nil
    #expect(Payment.absence(of: unknown, in: .facility) == .statusNotKnown)
    var shown = Self.ileostomy
    shown.isNotUsedForMedicare = true
    #expect(Payment.absence(of: shown, in: .facility) == .notUsedForMedicare)
  }

  @Test func `half a cent rounds away from zero, once`() {
    // 0.01 RVU x 0.5 dollars = half a cent; x 0.4999 = less.
    #expect(
      Payment.amount(
        work: RVU(hundredths: 1), practiceExpense: .zero, malpractice: .zero, factor: InventedFees.factor("0.5000"))
        == Money(cents: 1))
    #expect(
      Payment.amount(
        work: RVU(hundredths: -1), practiceExpense: .zero, malpractice: .zero, factor: InventedFees.factor("0.5000"))
        == Money(cents: -1))
    #expect(
      Payment.amount(
        work: RVU(hundredths: 1), practiceExpense: .zero, malpractice: .zero, factor: InventedFees.factor("0.4999"))
        == .zero)
  }

  @Test func `of the fee schedule and the outpatient cap the lower is paid`() throws {
    var row = Self.ileostomy
    row.cappedFacilityPE = RVU(hundredths: 100)
    row.cappedMalpractice = RVU(hundredths: 10)
    let payment = try #require(Payment(row, in: .facility, at: InventedFees.factor("10")))
    #expect(payment.feeScheduleAmount.description == "289.70")
    // 17.15 + 1.00 + 0.10 = 18.25
    #expect(payment.cappedAmount?.description == "182.50")
    #expect(payment.amount == payment.cappedAmount)
    row.cappedFacilityPE = RVU(hundredths: 5_000)
    let higher = try #require(Payment(row, in: .facility, at: InventedFees.factor("10")))
    #expect(higher.amount == higher.feeScheduleAmount)
  }

  @Test func `a cap of zero is no cap`() throws {
    var row = Self.ileostomy
    row.cappedFacilityPE = .zero
    row.cappedMalpractice = .zero
    let payment = try #require(Payment(row, in: .facility, at: InventedFees.factor("10")))
    #expect(payment.cappedAmount == nil)
  }

  @Test(arguments: ["0", "-1", "", "x", "33.40091"])
  func `a conversion factor is positive and has four decimals`(_ text: String) {
    #expect(ConversionFactor(text) == nil)
  }

  @Test func `a conversion factor is written with four decimals`() {
    #expect(InventedFees.factor("33.4").description == "33.4000")
  }

  @Test func `facility places are those that are named`() throws {
    let places = FacilityPlaces([2, 21, 61, 64, 99].compactMap { PlaceOfService($0) })
    for number in 1...99 {
      let place = try #require(PlaceOfService(number))
      #expect(places.setting(of: place) == ([2, 21, 61, 64, 99].contains(number) ? .facility : .nonfacility))
    }
    #expect(places.places.map(\.number) == [2, 21, 61, 64, 99])
  }
}

import MedicareFees
import ProductivityModel

/// A fee schedule row as far as its payment needs it, without references.
struct CompactPrice: BitwiseCopyable {
  var work: Int32
  var nonfacilityPE: Int32
  var facilityPE: Int32
  var malpractice: Int32
  /// The same under the outpatient cap; all zero where there is none.
  var cappedNonfacilityPE: Int32 = 0
  var cappedFacilityPE: Int32 = 0
  var cappedMalpractice: Int32 = 0
  var note: PriceNote
  /// The number of the reason why there is no amount; ``priced`` where there is one.
  var reason: UInt8
  var isAnesthesia: Bool

  /// No reason: the row has an amount.
  static let priced = UInt8.max

  init(_ row: FeeRow) {
    work = RVU(row.work).hundredths
    nonfacilityPE = row.nonfacilityPE.hundredths
    facilityPE = row.facilityPE.hundredths
    malpractice = row.malpractice.hundredths
    if let nonfacility = row.cappedNonfacilityPE, let facility = row.cappedFacilityPE, let other = row.cappedMalpractice
    {
      cappedNonfacilityPE = nonfacility.hundredths
      cappedFacilityPE = facility.hundredths
      cappedMalpractice = other.hundredths
    }
    let absences = Setting.allCases.map { Payment.absence(of: row, in: $0) }
    let isPriced = absences.contains(nil)
    note = []
    for setting in Setting.allCases {
      let isFacility = setting == .facility
      switch Payment.absence(of: row, in: setting) {
      case .settingIsNA: note.insert(isFacility ? .facilityIsNA : .nonfacilityIsNA)
      case .noRVUs: note.insert(isFacility ? .facilityHasNoRVUs : .nonfacilityHasNoRVUs)
      default: continue
      }
    }
    if row.mayBeCapped, isPriced { note.insert(.capNotKnown) }
    // Of two reasons the one that is not the setting says more.
    let reason = absences.compactMap { $0 }.first { $0 != .settingIsNA } ?? .settingIsNA
    self.reason = isPriced ? Self.priced : NoPrice.absence(reason).number
    isAnesthesia = row.status == .anesthesia
  }

  /// Whether there is an amount in a setting, of a row that is priced.
  @inline(__always)
  func isPaid(_ setting: Setting) -> Bool {
    let obstacles: PriceNote =
      setting == .facility ? [.facilityIsNA, .facilityHasNoRVUs] : [.nonfacilityIsNA, .nonfacilityHasNoRVUs]
    return note.isDisjoint(with: obstacles)
  }

  /// Whether the row is under an outpatient cap.
  @inline(__always)
  var hasCap: Bool { cappedNonfacilityPE | cappedFacilityPE | cappedMalpractice != 0 }

  /// The amount by the fee schedule.
  @inline(__always)
  func feeScheduleAmount(_ setting: Setting, _ gpci: GPCI, _ factor: ConversionFactor) -> Money {
    Payment.amount(
      work: RVU(hundredths: work),
      practiceExpense: RVU(hundredths: setting == .facility ? facilityPE : nonfacilityPE),
      malpractice: RVU(hundredths: malpractice), gpci: gpci, factor: factor)
  }

  /// The amount under the outpatient cap; nil where there is no cap.
  @inline(__always)
  func cappedAmount(_ setting: Setting, _ gpci: GPCI, _ factor: ConversionFactor) -> Money? {
    let expense = setting == .facility ? cappedFacilityPE : cappedNonfacilityPE
    guard expense + cappedMalpractice > 0 else { return nil }
    return Payment.amount(
      work: RVU(hundredths: work), practiceExpense: RVU(hundredths: expense),
      malpractice: RVU(hundredths: cappedMalpractice), gpci: gpci, factor: factor)
  }
}

import ProductivityModel

/// What Medicare pays for a row in a setting, before any geographic adjustment (every GPCI is 1).
///
/// The amounts are the full fee schedule amount, of which Medicare pays a share: neither the patient's share nor
/// sequestration is taken away.
///
/// - Source: the formula in the record layout of the CMS PFS Relative Value File.
public struct Payment: Hashable, Sendable {
  /// RVUs times the conversion factor.
  public var feeScheduleAmount: Money
  /// The amount under the outpatient (OPPS) cap on imaging; nil where the row has no cap, or the release lacks it.
  public var cappedAmount: Money?

  /// The lower of the two: what is paid.
  public var amount: Money { min(feeScheduleAmount, cappedAmount ?? feeScheduleAmount) }

  /// The national payment of a row; nil where there is none, for the reason that ``absence(of:in:)`` gives.
  ///
  /// The product of hundredths of an RVU and ten-thousandths of a dollar is exact, and rounded once to the cent, half
  /// away from zero.
  public init?(national row: FeeRow, in setting: Setting, at factor: ConversionFactor) {
    guard Self.absence(of: row, in: setting) == nil else { return nil }
    feeScheduleAmount = Self.amount(row.total(setting), factor)
    let expense = setting == .facility ? row.cappedFacilityPE : row.cappedNonfacilityPE
    if let expense, let malpractice = row.cappedMalpractice, expense + malpractice > .zero {
      cappedAmount = Self.amount(RVU(row.work) + expense + malpractice, factor)
    }
  }

  /// Why a row has no national payment in a setting.
  public enum Absence: Hashable, Sendable {
    /// The release's source does not tell the status.
    case statusNotKnown
    /// The status is not A, R or T.
    case status(StatusCode)
    /// The values are shown and not used for Medicare.
    case notUsedForMedicare
    /// The service is rarely or never done in the setting.
    case settingIsNA
    /// The row has no RVUs: the Medicare contractor sets the price.
    case noRVUs
  }

  /// Why a row has no national payment in a setting; nil where it has one.
  public static func absence(of row: FeeRow, in setting: Setting) -> Absence? {
    guard let status = row.status else { return .statusNotKnown }
    if !status.isPaidFromRVUs { return .status(status) }
    if row.isNotUsedForMedicare { return .notUsedForMedicare }
    if row.isNA(setting) { return .settingIsNA }
    return row.total(setting) > .zero ? nil : .noRVUs
  }

  /// RVUs times a conversion factor, rounded once to the cent, half away from zero.
  public static func amount(_ rvu: RVU, _ factor: ConversionFactor) -> Money {
    // Hundredths times ten-thousandths are millionths of a dollar: ten thousand make a cent.
    let millionths = Int64(rvu.hundredths) * factor.tenThousandths
    let cents = (millionths.magnitude + 5_000) / 10_000
    return Money(cents: millionths < 0 ? -Int64(cents) : Int64(cents))
  }
}

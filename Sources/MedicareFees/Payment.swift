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

  /// The national payment of a row; nil where there is none.
  ///
  /// There is none in a setting that is NA, for a status other than A, R and T, for values that are not used for
  /// Medicare, and for a row without RVUs, whose price the Medicare contractor sets.
  ///
  /// The product of hundredths of an RVU and ten-thousandths of a dollar is exact, and rounded once to the cent, half
  /// away from zero.
  public init?(national row: FeeRow, in setting: Setting, at factor: ConversionFactor) {
    guard row.status?.isPaidFromRVUs == true, !row.isNotUsedForMedicare, !row.isNA(setting) else { return nil }
    let total = row.total(setting)
    guard total > .zero else { return nil }
    feeScheduleAmount = Self.amount(total, factor)
    let expense = setting == .facility ? row.cappedFacilityPE : row.cappedNonfacilityPE
    if let expense, let malpractice = row.cappedMalpractice, expense + malpractice > .zero {
      cappedAmount = Self.amount(RVU(row.work) + expense + malpractice, factor)
    }
  }

  /// RVUs times a conversion factor, rounded once to the cent, half away from zero.
  public static func amount(_ rvu: RVU, _ factor: ConversionFactor) -> Money {
    // Hundredths times ten-thousandths are millionths of a dollar: ten thousand make a cent.
    let millionths = Int64(rvu.hundredths) * factor.tenThousandths
    let cents = (millionths.magnitude + 5_000) / 10_000
    return Money(cents: millionths < 0 ? -Int64(cents) : Int64(cents))
  }
}

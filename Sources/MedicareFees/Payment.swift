import ProductivityModel

/// What Medicare pays for a row in a setting and a place.
///
/// The amounts are the full fee schedule amount, of which Medicare pays a share: neither the patient's share nor
/// sequestration is taken away.
///
/// - Source: the formula in the record layout of the CMS PFS Relative Value File:
///   `[(work x work GPCI) + (PE x PE GPCI) + (MP x MP GPCI)] x CF`.
public struct Payment: Hashable, Sendable {
  /// RVUs, each part times its geographic index, times the conversion factor.
  public var feeScheduleAmount: Money
  /// The amount under the outpatient (OPPS) cap on imaging; nil where the row has no cap, or the release lacks it.
  public var cappedAmount: Money?

  /// The lower of the two: what is paid.
  @inlinable public var amount: Money { min(feeScheduleAmount, cappedAmount ?? feeScheduleAmount) }

  /// The payment of a row; nil where there is none, for the reason that ``absence(of:in:)`` gives.
  ///
  /// Nothing is rounded before the cent: see ``amount(work:practiceExpense:malpractice:gpci:factor:)``.
  ///
  /// - Parameter gpci: the indices of the locality; ``GPCI/national`` for the amount without any geographic adjustment.
  public init?(_ row: FeeRow, in setting: Setting, at factor: ConversionFactor, gpci: GPCI = .national) {
    guard Self.absence(of: row, in: setting) == nil else { return nil }
    feeScheduleAmount = Self.amount(
      work: RVU(row.work), practiceExpense: row.practiceExpense(setting), malpractice: row.malpractice, gpci: gpci,
      factor: factor)
    let expense = setting == .facility ? row.cappedFacilityPE : row.cappedNonfacilityPE
    if let expense, let malpractice = row.cappedMalpractice, expense + malpractice > .zero {
      cappedAmount = Self.amount(
        work: RVU(row.work), practiceExpense: expense, malpractice: malpractice, gpci: gpci, factor: factor)
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

  /// The parts of a total, each times its index, times a conversion factor: exact, and rounded once to the cent, half
  /// away from zero.
  ///
  /// Rounding the adjusted RVUs first would miss most of the amounts that CMS publishes.
  @inlinable
  public static func amount(
    work: RVU, practiceExpense: RVU, malpractice: RVU, gpci: GPCI = .national, factor: ConversionFactor
  ) -> Money {
    // Hundredths times thousandths times ten-thousandths are billionths of a dollar: ten million make a cent. The largest
    // published values stay a thousand times below the limit of 64 bits.
    let adjusted =
      Int64(work.hundredths) * Int64(gpci.work) + Int64(practiceExpense.hundredths) * Int64(gpci.practiceExpense)
      + Int64(malpractice.hundredths) * Int64(gpci.malpractice)
    let billionths = adjusted * factor.tenThousandths
    let cents = (billionths.magnitude + 5_000_000) / 10_000_000
    return Money(cents: billionths < 0 ? -Int64(cents) : Int64(cents))
  }
}

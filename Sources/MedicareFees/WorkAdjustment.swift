import ProductivityModel

/// A factor by which a rule changed the work of many codes at once, on the day from which it holds.
///
/// The efficiency adjustment of 2026 takes 2.5 % from the work of codes that are not valued by time.
///
/// - Source: `cms-pfs/work-adjustments.csv` of the reference data, each row with its citation.
public struct WorkAdjustment: Hashable, Sendable {
  /// Its name: `efficiency-adjustment`.
  public var name: String
  /// The days of the fee schedules that it was made for; on the first of them work changes.
  public var effective: DayRange
  /// What is left of the work, in millionths: 975,000 for 2.5 % less.
  public var factorMillionths: Int64
  /// Where it is published.
  public var citation: String

  /// An adjustment.
  public init(name: String, effective: DayRange, factorMillionths: Int64, citation: String) {
    self.name = name
    self.effective = effective
    self.factorMillionths = factorMillionths
    self.citation = citation
  }

  /// Published work after the adjustment, rounded half up to the hundredth as CMS publishes it.
  ///
  /// - Precondition: the work is not negative, as no published work is.
  public func applied(to work: WorkRVU) -> WorkRVU {
    // Published work is a whole number of hundredths, so nothing is cut off here.
    let millionthsOfHundredths = work.millionths / 10_000 * factorMillionths
    return WorkRVU(hundredths: (millionthsOfHundredths + 500_000) / 1_000_000)
  }

  /// Whether work changes by it between a release and a later one: its first day is after the one's and not after the other's.
  public func lies(between earlier: ReleaseInfo, and later: ReleaseInfo) -> Bool {
    earlier.effective.first < effective.first && effective.first <= later.effective.first
  }
}

/// The geographic practice cost indices of a locality, one for each part of an RVU total.
///
/// - Unit: thousandths, the precision in which CMS publishes them; 1,000 leaves the national value as it is.
/// - Source: CMS PFS Addendum E, "Geographic Practice Cost Indices".
@frozen
public struct GPCI: Hashable, Sendable {
  /// For physician work, with the floors that the law sets.
  public var work: Int32
  /// For practice expense.
  public var practiceExpense: Int32
  /// For malpractice expense.
  public var malpractice: Int32

  /// Indices from whole thousandths.
  @inlinable
  public init(work: Int32, practiceExpense: Int32, malpractice: Int32) {
    self.work = work
    self.practiceExpense = practiceExpense
    self.malpractice = malpractice
  }

  /// No geographic adjustment.
  public static let national = GPCI(work: 1_000, practiceExpense: 1_000, malpractice: 1_000)
}

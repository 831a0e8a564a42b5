import MedicareFees
import ProductivityModel

/// What Medicare pays for a line of a claim, and how it comes to that.
public struct LinePayment: Sendable {
  /// The chosen row, an index in the release's rows; nil without one.
  public var row: Int?
  /// The fee schedule amount of one unit of the row; nil where there is none.
  public var feeScheduleAmount: Money?
  /// The amount of one unit under the outpatient cap; nil where the row has no cap, or the release lacks it.
  public var cappedAmount: Money?
  /// The steps from the one to the other, in order.
  public var steps: [PaymentStep] = []
  /// What the reader should know of the amount.
  public var flags: [LineCredit.Flag] = []
  /// What is allowed for the line after all steps; nil where there is no amount.
  public var allowed: Money?
  /// Why there is no amount.
  public var reason: NoPrice?
  /// What is charged for the line, where that is known.
  public var charge: Money?

  /// Whether the charge is below what is allowed, so that it is paid.
  public var isLimitedByCharge: Bool {
    guard let allowed, let charge else { return false }
    return charge < allowed
  }

  /// The lower of the charge and what is allowed; nil where there is no amount.
  public var payment: Money? { isLimitedByCharge ? charge : allowed }
}

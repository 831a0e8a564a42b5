import MedicareFees
import ProductivityModel

/// One step from a fee schedule amount to a payment: typed data, from which words are made last.
public struct PaymentStep: Hashable, Sendable {
  /// Why a step was taken.
  public enum Reason: Hashable, Sendable {
    /// A step that work credit takes as well.
    case adjustment(Adjustment.Reason)
    /// A part of the amount is reduced for some of the units; the factor is that of the part.
    case reduction(PaymentReduction.Part, units: Units)
    /// The outpatient cap is lower than the fee schedule amount of the same units.
    case cap
    /// Anesthesia: base units and minutes, in thousandths.
    case anesthesia(baseUnits: Int64, minutes: Int64)
    /// Anesthesia under medical direction.
    case directed(Modifier)
  }

  /// What it multiplied by.
  public var factor: Factor
  /// Why.
  public var reason: Reason
  /// Where the number comes from.
  public var citation: String

  /// A step.
  public init(factor: Factor, reason: Reason, citation: String) {
    self.factor = factor
    self.reason = reason
    self.citation = citation
  }
}

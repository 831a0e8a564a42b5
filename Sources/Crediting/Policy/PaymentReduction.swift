import MedicareFees
import ProductivityModel

/// What the second and later services of a day with one multiple-procedure indicator lose in payment: a dated, cited row of
/// a policy.
///
/// Work credit knows none of these: they concern the technical component, practice expense, and the payment of readings.
public struct PaymentReduction: Hashable, Sendable {
  /// The part of a payment that is reduced, by which the services are ranked.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// The professional component: the row for 26, or that share of the whole.
    case professional
    /// The technical component: the row for TC, or that share of the whole.
    case technical
    /// The practice expense of the row in the line's setting.
    case practiceExpense = "practice-expense"
  }

  /// The multiple-procedure indicator of the services.
  public var indicator: MultipleProcedureIndicator
  /// The part that is reduced.
  public var part: Part
  /// What is left of it, in millionths, after the highest.
  public var share: Int64
  /// The days of service to which the row applies.
  public var dates: EffectiveDates
  /// Where the number comes from.
  public var citation: String

  /// A reduction.
  public init(
    indicator: MultipleProcedureIndicator, part: Part, share: Int64, dates: EffectiveDates, citation: String
  ) {
    self.indicator = indicator
    self.part = part
    self.share = share
    self.dates = dates
    self.citation = citation
  }
}

import MedicareFees
import ProductivityModel

/// A rule that needs nothing but the line: its code, modifiers, setting and policy.
protocol LineRule: Sendable {
  /// The rule's name and place in the order.
  static var name: RuleName { get }
  /// Carries the line one step on.
  func apply(to line: inout LineInProgress)
}

/// The rules of a line in the order in which they apply: the one place that says so, with ``SessionRules`` for lines together.
///
/// Factors multiply, so a rule that looks at the lines around may be worked out after the line rules although its place in the
/// order is before some of them: it reads what they made of the line, and adds its own factor.
enum RuleOrder {
  static let lineRules: [any LineRule] = [RowChoice(), StatusAndExclusion()] + adjustments + [Attribution()]

  /// The same order for a payment, which does not depend on work.
  static let paymentRules: [any LineRule] = [RowChoice(), PaymentStatus()] + adjustments

  private static let adjustments: [any LineRule] = [
    BilateralSurgery(),
    ReducedAndExtendedServices(),
    DiscontinuedProcedures(),
    SplitSurgicalCare(),
    CoSurgeonsAndTeams(),
    ReturnsToOperatingRoom(),
    AssistantsAtSurgery(),
    FlatFactors(),
    UnknownModifiers(),
    SessionStanding(),
  ]
}

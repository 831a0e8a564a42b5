import MedicareFees
import ProductivityModel

/// Credits lines under one policy: pure functions of the line, the policy and the release.
public struct CreditEngine: Sendable {
  /// The policy.
  @Boxed public private(set) var policy: CreditPolicy
  /// The rules that look at the lines of a session together.
  public let session: SessionRules
  @Boxed private var modifierTable: ModifierTable

  /// An engine for a policy.
  public init(_ policy: CreditPolicy) {
    self.policy = policy
    modifierTable = ModifierTable(policy)
    session = SessionRules(policy)
  }

  /// What a code with modifiers in a setting earns, before units and the lines around it count.
  ///
  /// - Parameters:
  ///   - code: the code; nil where the line's text has not the form of one.
  ///   - schedule: the release that values the line; nil where none covers its day.
  public func lineCredit(
    code: ProcedureCode?, modifiers: ModifierList, setting: Setting, schedule: FeeSchedule?
  ) -> LineCredit {
    var line = LineInProgress(
      code: code, modifiers: modifiers, setting: setting, schedule: schedule, policy: _policy,
      table: _modifierTable)
    for rule in RuleOrder.lineRules {
      rule.apply(to: &line)
      if line.isEnded { break }
    }
    return line.credit
  }

  /// What the line's own modifiers make of a payment, and what its bilateral modifier makes of its rank.
  func paymentLine(
    code: ProcedureCode, modifiers: ModifierList, setting: Setting, schedule: FeeSchedule
  ) -> (credit: LineCredit, bilateralFactor: Factor) {
    var line = LineInProgress(
      code: code, modifiers: modifiers, setting: setting, schedule: schedule, policy: _policy, table: _modifierTable,
      purpose: .payment)
    for rule in RuleOrder.paymentRules {
      rule.apply(to: &line)
      if line.isEnded { break }
    }
    return (line.credit, line.bilateralFactor)
  }
}

import MedicareFees
import ProductivityModel

/// Credits lines under one policy: pure functions of the line, the policy and the release.
public struct CreditEngine: Sendable {
  /// The policy.
  public let policy: CreditPolicy
  /// The rule for several procedures; nil where each earns in full.
  public let multipleProcedures: MultipleProcedures?
  private let modifierTable: ModifierTable

  /// An engine for a policy.
  public init(_ policy: CreditPolicy) {
    self.policy = policy
    modifierTable = ModifierTable(policy)
    multipleProcedures = policy.multipleProcedures.map(MultipleProcedures.init)
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
      code: code, modifiers: modifiers, setting: setting, schedule: schedule, policy: policy,
      table: modifierTable)
    for rule in RuleOrder.lineRules {
      rule.apply(to: &line)
      if line.isEnded { break }
    }
    return line.credit
  }

  /// The step that several procedures add to a line's trail; nil where the line takes no place.
  public func placesAdjustment(of entry: MultipleProcedures.Entry, places: Int) -> Adjustment? {
    guard let policy = policy.multipleProcedures, entry.units > 0 else { return nil }
    return Adjustment(
      rule: .multipleProcedures, factor: Factor(entry.sharedUnits, over: entry.units * 1_000_000),
      reason: .places(first: entry.firstPlace + 1, count: places), citation: policy.citation)
  }
}

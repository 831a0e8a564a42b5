/// A rule that looks at the lines of one clinician, patient and day together.
protocol SessionRule: Sendable {
  /// The rule's name and place in the order.
  static var name: RuleName { get }
  /// Carries the session one step on.
  func apply(to session: inout Session)
}

/// The rules of a session under a policy, in their order.
public struct SessionRules: Sendable {
  private let rules: [any SessionRule]

  init(_ policy: CreditPolicy) {
    var rules: [any SessionRule] = []
    if !policy.bundledServices.isEmpty { rules.append(BundledServices()) }
    if policy.bilateralPairs != nil { rules.append(BilateralPairs()) }
    rules.append(SeveralProcedures())
    if policy.endoscopyFamilies != nil { rules.append(EndoscopyFamilies()) }
    if let shares = policy.multipleProcedures { rules.append(MultipleProcedures(shares)) }
    self.rules = rules
  }

  /// Fills in what lines of one session make of each other.
  ///
  /// - Complexity: O(n log n) in the lines.
  public func settle(_ lines: inout [SessionLine]) {
    // Swapped and not copied, so that none of the lines' memory is made anew.
    var session = Session(lines: [])
    swap(&session.lines, &lines)
    for rule in rules { rule.apply(to: &session) }
    swap(&session.lines, &lines)
  }
}

/// Forms the procedures that families and ranking are about, once the pairs are known.
private struct SeveralProcedures: SessionRule {
  static let name = RuleName.multipleProcedures

  func apply(to session: inout Session) { session.formProcedures() }
}

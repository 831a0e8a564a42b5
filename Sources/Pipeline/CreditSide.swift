import Crediting

/// By what lines are credited in a ledger: a policy, and who has another in its place.
struct CreditSide: Hashable, Sendable {
  /// The policy of everyone whom ``assignments`` give no other.
  var policy: CreditPolicy
  /// Who has which policy, and when; nil where all have the one.
  var assignments: PolicyAssignments?
  /// The policies that the assignments name, by the name that they use.
  var assigned: [String: CreditPolicy]

  init(_ policy: CreditPolicy, _ assignments: PolicyAssignments?, _ assigned: [String: CreditPolicy]) {
    self.policy = policy
    self.assignments = assignments
    self.assigned = assigned
  }

  /// Every policy, that of everyone first.
  var policies: [CreditPolicy] { [policy] + assigned.sorted { $0.key < $1.key }.map(\.value) }

  /// The policy of a name that the assignments use; that of everyone for nil.
  func policy(_ name: String?) -> CreditPolicy { name.flatMap { assigned[$0] } ?? policy }

  /// The same with every line under one release, whatever the vintages are.
  func frozen(at release: String) -> CreditSide {
    var copy = self
    copy.policy.vintage = .frozen(release: release)
    for name in assigned.keys { copy.assigned[name]?.vintage = .frozen(release: release) }
    return copy
  }

  /// The same with every line under one release, but where a policy, or a plan, itself freezes one: what a change of the fee
  /// schedule leaves as it is.
  func valued(by release: String) -> CreditSide {
    func moved(_ policy: CreditPolicy) -> CreditPolicy {
      if case .frozen = policy.vintage { return policy }
      var copy = policy
      copy.vintage = .frozen(release: release)
      return copy
    }
    return CreditSide(moved(policy), assignments, assigned.mapValues(moved))
  }
}

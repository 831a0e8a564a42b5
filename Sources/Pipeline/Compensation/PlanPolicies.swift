import Compensation
import Crediting
import Ingest
import ProductivityModel

/// The credit policies that plans name, as rows of policy assignments: the pay ledger of whoever has a plan is under its policy
/// and vintage on the plan's days.
struct PlanPolicies {
  /// A policy of one or several plans, to be read and given its vintage.
  struct Named {
    /// The name by which the rows refer to it, and by which reports know it.
    var key: String
    /// A built-in policy's name or a path; nil for the job's pay policy.
    var policy: String?
    /// Which release values a line; nil for the policy's own.
    var vintage: Vintage?
    /// The first plan that names it.
    var position: SourcePosition
  }

  /// The policies, each once, in the order of the plans.
  private(set) var named: [Named] = []
  /// A row for each entry of a plan that names a policy or vintage.
  private(set) var rows: [PolicyAssignments.Row] = []

  /// The policies of some plans beside the practice's own assignments.
  ///
  /// - Parameters:
  ///   - pay: the job's pay policy, as the job names it.
  ///   - own: the rows of the practice's own file.
  ///   - isSame: whether a policy as a plan names it is one as an assignment names it.
  /// - Throws: `InputFailure` where an assignment gives a plan another policy than the plan itself names.
  init(
    _ plans: [CompensationPlan], pay: String, own: [PolicyAssignments.Row],
    isSame: (_ plan: String, _ assignment: String) -> Bool
  ) throws(InputFailure) {
    for plan in plans where plan.credit.policy != nil || plan.credit.vintage != nil {
      let vintage = try plan.credit.vintage.map { text throws(InputFailure) in try Self.vintage(text, plan) }
      let policy = plan.credit.policy
      let key = Self.key(policy ?? pay, vintage)
      let days = ServiceDays(start: plan.effective.first, end: plan.effective.last)
      for row in own where row.subject == .plan(plan.id) && row.days.overlaps(days) {
        guard vintage == nil, isSame(policy ?? pay, row.policy) else {
          throw InputFailure(
            row.position.file, line: row.position.line, column: row.position.column,
            "the row gives the plan \(plan.id) the policy \(row.policy) on days on which \(plan.position) says \(key)",
            hint: "take the row away, or the plan's \"credit\"", isUsage: true)
        }
      }
      if !named.contains(where: { $0.key == key }) {
        named.append(Named(key: key, policy: policy, vintage: vintage, position: plan.position))
      }
      rows.append(
        PolicyAssignments.Row(subject: .plan(plan.id), policy: key, days: days, position: plan.position))
    }
  }

  /// What a policy under a vintage is called.
  static func key(_ policy: String, _ vintage: Vintage?) -> String {
    vintage.map { "\(policy) (\($0.description))" } ?? policy
  }

  /// A policy's name without the vintage that ``key(_:_:)`` adds.
  static func plainName(of policy: CreditPolicy) -> String {
    guard let open = policy.name.lastIndex(of: "("), policy.name.hasSuffix(")"),
      Vintage(String(policy.name[open...].dropFirst().dropLast())) != nil
    else { return policy.name }
    return String(policy.name[..<open].dropLast())
  }

  private static func vintage(_ text: String, _ plan: CompensationPlan) throws(InputFailure) -> Vintage {
    if let vintage = Vintage(text) { return vintage }
    throw InputFailure(
      plan.position.file, line: plan.position.line, column: plan.position.column,
      "the plan \(plan.id) has the vintage \"\(text)\", which is none",
      hint: "write service-date, post-date, survey, or frozen and a release: frozen 2020A", isUsage: true)
  }
}

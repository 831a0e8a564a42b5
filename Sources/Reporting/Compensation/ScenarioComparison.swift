import Compensation
import ProductivityModel

/// What several scenarios pay the same clinicians for the same lines, with what each scenario is and what all stands on.
public struct ScenarioComparison: Sendable {
  /// The practice's name, from the job.
  public var practice: String
  /// The days counted.
  public var period: DayRange
  /// What each scenario changes, in a sentence, in the order of ``PlanComparison/scenarios``: the job as it stands first.
  public var changes: [String]
  /// Work and pay.
  public var comparison: PlanComparison
  /// Clinicians' names by id; the id stands for one that is not there.
  public var names: [String: String]
  /// What every figure stands on, in sentences.
  public var basis: [String]
  /// Sentences that every output of the run carries.
  public var cautions: [String]
  /// The entries of plans that each scenario changes, in the order of the scenarios.
  public var planChanges: [[PlanChange]]
  /// What would hold the pay of each plan and specialty under each scenario; empty where that was not asked for.
  public var levels: [[CompensationResults.FeeChange.Level]]

  /// A comparison with its words.
  public init(
    practice: String, period: DayRange, changes: [String], comparison: PlanComparison, names: [String: String],
    basis: [String] = [], cautions: [String] = [], planChanges: [[PlanChange]] = [],
    levels: [[CompensationResults.FeeChange.Level]] = []
  ) {
    self.practice = practice
    self.period = period
    self.changes = changes
    self.comparison = comparison
    self.names = names
    self.basis = basis
    self.cautions = cautions
    self.planChanges = planChanges
    self.levels = levels
  }

  /// Whether the threshold and the rate that would hold pay level were asked for.
  public var tellsLevels: Bool { levels.contains { !$0.isEmpty } }

  /// A clinician's name with the id, where there is a name.
  public func identity(of id: String) -> String { names[id].map { "\($0) (\(id))" } ?? id }

  /// A clinician's name.
  public func name(of id: String) -> String { names[id] ?? id }

  /// Who gains or loses under a scenario, the largest difference first; then by id.
  public func changed(under scenario: Int, gains: Bool) -> [(member: PlanComparison.Member, difference: Money)] {
    comparison.members.compactMap { member -> (member: PlanComparison.Member, difference: Money)? in
      guard scenario < member.outcomes.count, let own = member.outcomes.first else { return nil }
      let difference = member.outcomes[scenario].pay - own.pay
      return (gains ? difference > .zero : difference < .zero) ? (member, difference) : nil
    }
    .sorted { a, b in
      (b.difference.cents.magnitude, a.member.id) < (a.difference.cents.magnitude, b.member.id)
    }
  }
}

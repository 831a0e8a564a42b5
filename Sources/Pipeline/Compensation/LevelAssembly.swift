import Compensation
import ProductivityModel
import Reporting

/// Finds the threshold and the rate that would hold the pay of each plan and specialty where a side of a comparison has it.
struct LevelAssembly {
  private let comparison: PlanComparison
  private let members: [String: PlanMember]
  private let through: CalendarDate

  /// - Parameters:
  ///   - comparison: the job as it stands, or what is to be kept, first.
  ///   - side: the statements of the side whose plans are moved.
  ///   - through: the last day counted.
  init(_ comparison: PlanComparison, moving side: PlanStatements, through: CalendarDate) {
    self.comparison = comparison
    self.through = through
    members = Dictionary(side.paid.map { ($0.member.id, $0.member) }) { first, _ in first }
  }

  /// What would hold the pay of each plan, and then of each specialty.
  var levels: [CompensationResults.FeeChange.Level] {
    comparison.plans.map { level(.plan, $0, \.plan) }
      + comparison.specialties.map { level(.specialty, $0, \.specialty) }
  }

  private func level(
    _ kind: CompensationResults.FeeChange.Level.Kind, _ group: PlanComparison.Group,
    _ key: KeyPath<PlanComparison.Member, String>
  ) -> CompensationResults.FeeChange.Level {
    let own = comparison.members.filter { $0[keyPath: key] == group.name }.compactMap { members[$0.id] }
    let target = group.sums[0].outcome.pay
    // A group in which no plan has a threshold, or pays production, has none that could be moved.
    return CompensationResults.FeeChange.Level(
      kind: kind, name: group.name,
      threshold: try? LevelPay.solve(.threshold, of: own, through: through, target: target),
      rate: try? LevelPay.solve(.rate, of: own, through: through, target: target))
  }
}

import Compensation
import ProductivityModel

/// Sets the statements of several sides side by side: of everyone of whom all sides can tell the same days.
struct SideComparison {
  /// Pay of each clinician and in sum.
  let result: PlanComparison
  /// Clinicians who are in no sum, since a side cannot tell their pay, or tells other days: the first such side's name.
  let leftOut: [(id: String, side: String)]
  /// Clinicians with a plan of whom no side has a statement.
  let untold: [String]

  /// A comparison.
  ///
  /// - Parameters:
  ///   - sides: statements of the same roster, those of the job as it stands first.
  ///   - through: the last day counted.
  init(_ names: [String], _ sides: [PlanStatements], through: CalendarDate, specialty: (String) -> String) {
    let byID = sides.map { Dictionary($0.paid.map { ($0.member.id, $0) }) { first, _ in first } }
    var members: [PlanComparison.Member] = []
    var leftOut: [(id: String, side: String)] = []
    var untold: [String] = []
    for id in Set(byID.flatMap(\.keys)).sorted() {
      let own = byID.map { $0[id]?.statements ?? [] }
      let days = own.map { Self.days(of: $0) }
      // Who has a plan and no statement under every side is told by the findings of the run.
      if days.allSatisfy(\.isEmpty) {
        untold.append(id)
        continue
      }
      if let other = days.firstIndex(where: { $0 != days[0] || $0.isEmpty }) {
        leftOut.append((id, names[other]))
        continue
      }
      var plans: [String] = []
      for plan in own[0].flatMap(\.plans) where !plans.contains(plan.id) { plans.append(plan.id) }
      members.append(
        PlanComparison.Member(
          id: id, specialty: specialty(id), plan: plans.joined(separator: " + "),
          outcomes: byID.compactMap { side in
            side[id].map { PlanComparison.Outcome($0.statements, of: $0.member, through: through) }
          }))
    }
    result = PlanComparison(scenarios: names, members: members)
    self.leftOut = leftOut
    self.untold = untold
  }

  /// The days of which statements tell, however they are cut into periods.
  private static func days(of statements: [PlanStatement]) -> Set<CalendarDate> {
    Set(statements.flatMap(\.periods).flatMap(\.days.everyDay))
  }
}

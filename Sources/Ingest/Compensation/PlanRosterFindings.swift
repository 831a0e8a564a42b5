import Benchmarking
import Compensation
import ProductivityModel

/// What does not fit between plans and a roster: whom plans name, and which plans the roster names.
public enum PlanRosterFindings {
  /// Clinicians who have a stipend by name and are nobody of the roster.
  ///
  /// - Parameter clinicians: the ids of the roster.
  public static func unknownPayees(_ plans: [CompensationPlan], _ clinicians: Set<String>) -> [Finding] {
    let known = clinicians.sorted()
    return plans.flatMap { plan in
      plan.terms.stipends.flatMap { stipend in
        stipend.clinicians.filter { !clinicians.contains($0) }.map { id in
          Finding(
            .unknownPayee, at: stipend.position,
            "the stipend \(stipend.name) of the plan \(plan.id) is for clinician \(id), who is not in the roster",
            hint: SpellingSuggestion.nearest(to: id, in: known).map { "did you mean \($0)?" }
              ?? "correct the id, or add the clinician to the roster")
        }
      }
    }
  }

  /// The finding on a row of the roster whose plan is none of the file; nil where there is nothing wrong with it.
  public static func unknownPlan(_ row: RosterInterval, _ plans: [CompensationPlan]) -> Finding? {
    guard !row.plan.isEmpty, !plans.contains(where: { $0.id == row.plan }) else { return nil }
    let known = Set(plans.map(\.id)).sorted()
    return Finding(
      .unknownPlan, at: row.position,
      "the roster gives the plan \(row.plan), which the file of plans has not; on its days nothing is paid",
      hint: SpellingSuggestion.nearest(to: row.plan, in: known).map { "did you mean \($0)?" }
        ?? "the plans are: \(known.joined(separator: ", "))")
  }

  /// All that does not fit, one finding for each plan that the file has not.
  public static func all(_ plans: [CompensationPlan], _ roster: [RosterInterval]) -> [Finding] {
    var found: [String: Finding] = [:]
    for row in roster {
      guard let finding = unknownPlan(row, plans) else { continue }
      if found[row.plan] == nil { found[row.plan] = finding } else { found[row.plan]?.count += 1 }
    }
    return found.sorted { $0.key < $1.key }.map(\.value) + unknownPayees(plans, Set(roster.map(\.clinicianID)))
  }
}

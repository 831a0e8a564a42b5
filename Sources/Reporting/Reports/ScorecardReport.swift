import Benchmarking
import ProductivityModel

/// One page for each clinician, to be read in a minute: standing, pace, months, codes, visits, last year.
///
/// A clinician with more than one specialty has them under each other, and then more than one page of paper.
public enum ScorecardReport: RunReport {
  /// A scorecard for each clinician, in the order of their first role.
  public static func reports(of results: RunResults) -> [Report] { series(of: results).reports }

  /// The same scorecards, each to be made when it is asked for.
  public static func series(of results: RunResults) -> ReportSeries {
    let goals = Dictionary(results.goals.map { ($0.id, $0) }) { first, _ in first }
    let figures = SpecialtyFigures(results)
    return ClinicianRoles(of: results).series(in: results, at: ReportAddress.scorecard) { roles, first in
      report(of: roles, first: first, goal: goals[first.id], among: figures, in: results)
    }
  }

  private static func report(
    of roles: [ClinicianResult], first: ClinicianResult, goal: GoalStanding?, among figures: SpecialtyFigures,
    in results: RunResults
  ) -> Report {
    let name = first.name == first.id ? "" : ", \(first.id)"
    return Report(
      address: .scorecard(first.id), title: first.name,
      subtitle: "Scorecard, " + CountWording.list(roles.map(StandingWording.role)) + name,
      summary: roles.map {
        ScorecardWording.summary(
          of: $0, isOnly: roles.count == 1, goal: roles.count == 1 ? goal : nil, in: results)
      }.joined(
        separator: " "),
      layout: roles.count == 1 ? .onePage : .pages,
      related: [ReportLink("All figures and what they stand on", to: .clinician(first.id))],
      sections: roles.flatMap {
        ScorecardSections.sections(of: $0, isOnly: roles.count == 1, goal: goal, among: figures, in: results)
      }, from: results)
  }
}

import Compensation
import ProductivityModel

/// One statement for each clinician with a plan: what was earned, why to the cent, what was paid, what comes next.
///
/// It shows pay by name, and is made only where the job asks for it.
public enum StatementReport: RunReport {
  /// A statement for each clinician, in the order of the results; none where the job has no compensation.
  public static func reports(of results: RunResults) -> [Report] {
    guard let compensation = results.compensation else { return [] }
    return compensation.clinicians.map { report(of: $0, in: results) }
  }

  /// The statement of one clinician.
  public static func report(of clinician: CompensationResults.Clinician, in results: RunResults) -> Report {
    let specialty = StandingWording.specialty(clinician.specialty)
    return Report(
      address: .statement(clinician.id), title: clinician.name,
      subtitle: "Compensation statement, \(specialty)" + (clinician.name == clinician.id ? "" : ", \(clinician.id)"),
      related: [ReportLink("Compensation of the practice", to: .compensation)],
      sections: StatementSections.sections(of: clinician, in: results), from: results)
  }

  /// A statement with all of its periods, where a clinician's has only some that were asked for.
  public static func whole(
    _ statement: PlanStatement, of clinician: CompensationResults.Clinician, in results: RunResults
  ) -> PlanStatement { StatementSections.whole(statement, of: clinician, in: results) }
}

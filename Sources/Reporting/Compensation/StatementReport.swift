import Compensation
import ProductivityModel

/// One statement for each clinician with a plan: what was earned, why to the cent, what was paid, what comes next.
///
/// It shows pay by name, and is made only where the job asks for it.
public enum StatementReport: RunReport {
  /// A statement for each clinician, in the order of the results; none where the job has no compensation.
  public static func reports(of results: RunResults) -> [Report] { series(of: results).reports }

  /// The same statements, each to be made when it is asked for.
  public static func series(of results: RunResults) -> ReportSeries {
    let clinicians = results.compensation?.clinicians ?? []
    return ReportSeries(clinicians.map { ReportSeries.Page(.statement($0.id), title: $0.name) }) { place in
      report(of: clinicians[place], in: results)
    }
  }

  /// The statement of one clinician.
  public static func report(of clinician: CompensationResults.Clinician, in results: RunResults) -> Report {
    let specialty = StandingWording.specialty(clinician.specialty)
    var report = Report(
      address: .statement(clinician.id), title: clinician.name,
      subtitle: "Compensation statement, \(specialty)" + (clinician.name == clinician.id ? "" : ", \(clinician.id)"),
      sections: StatementSections.sections(of: clinician, in: results), from: results)
    // A statement is handed over by itself: it warns of its own figures only, and the ledger of benchmarks has no part in it.
    report.cautions = cautions(of: clinician, in: results)
    report.footing = []
    return report
  }

  /// What a statement warns of: only what its own figures stand on.
  public static func cautions(of clinician: CompensationResults.Clinician, in results: RunResults) -> [String] {
    StatementCautions.sentences(of: clinician, in: results)
  }

  /// What was paid after the last day counted: in no balance, and nothing where later periods than those shown are counted.
  public static func paidSince(of clinician: CompensationResults.Clinician, in results: RunResults) -> Money {
    StatementScope(clinician, in: results).payments.paidAfter
  }

  /// A statement with all of its periods, where a clinician's has only some that were asked for.
  public static func whole(
    _ statement: PlanStatement, of clinician: CompensationResults.Clinician, in results: RunResults
  ) -> PlanStatement { StatementScope(clinician, in: results).whole(statement) }
}

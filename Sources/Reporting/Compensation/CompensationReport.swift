import Compensation
import ProductivityModel

/// One page on pay: the budget of the practice, every clinician, pay beside productivity, what a fee schedule change does.
///
/// It shows pay by name, and is made only where the job asks for it.
public enum CompensationReport: RunReport {
  /// The one page; none where the job has no compensation.
  public static func reports(of results: RunResults) -> [Report] {
    guard let compensation = results.compensation else { return [] }
    var sections = [
      ReportSection("In short", BudgetSection.short(of: compensation)),
      ReportSection("Budget", BudgetSection.blocks(of: compensation)),
    ]
    if !compensation.clinicians.isEmpty {
      sections.append(ReportSection("Clinicians", [.table(PayTable.table(of: compensation))]))
    }
    let alignment = AlignmentSection.blocks(of: compensation)
    if !alignment.isEmpty { sections.append(ReportSection("Pay beside productivity", alignment)) }
    if let change = compensation.feeChange {
      sections.append(
        ReportSection(
          "Fee schedule \(change.from) to \(change.to)", FeeChangeSection.blocks(of: change, in: compensation)))
    }
    let reconciliations = compensation.clinicians.filter { !$0.reconciliations.isEmpty }
    if !reconciliations.isEmpty {
      sections.append(ReportSection("Employer's statements", EmployerSection.overview(of: reconciliations)))
    }
    sections.append(ReportSection("Plans", PlanSection.blocks(of: compensation.plans)))
    sections.append(ReportSection("Findings", FindingTables.blocks(of: compensation.findings)))
    if !compensation.basis.isEmpty { sections.append(ReportSection("Basis", [.list(compensation.basis)])) }
    return [
      Report(
        address: .compensation, title: "Compensation", subtitle: "What the plans pay, and pay beside productivity",
        summary: SummaryWording.compensation(compensation), sections: sections, from: results)
    ]
  }
}

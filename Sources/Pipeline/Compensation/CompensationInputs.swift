import Compensation
import Crediting
import Ingest
import ProductivityModel
import Reporting

/// The plans of a job and what they pay for besides work, read and checked.
struct CompensationInputs: Sendable {
  /// The entries of all plans, in the order of their file.
  var plans: [CompensationPlan]
  /// The file of plans, as the job names it.
  var file: String
  /// Makes the path of a file that a plan names one that can be opened.
  var resolve: @Sendable (String) -> String = { $0 }
  /// The practice's own assignments of policies, without what plans name.
  var ownAssignments: PolicyAssignments?
  /// The policies that those assignments name.
  var ownAssigned: [String: CreditPolicy] = [:]
  /// Duties, panel and quality by clinician.
  var quantities: [String: PlanQuantities] = [:]
  /// What was paid, by clinician.
  var payments: [String: [PayFiles.Paid]] = [:]
  /// Rows of payments and of opening balances that could not be used.
  var unusedPayments = 0
  /// What was owed before the first day, by clinician and component.
  var opening: [String: [String: Money]] = [:]
  /// What of a draw production had not covered before the first day, by clinician, where the file of opening balances says.
  var openingDeficits: [String: Money] = [:]
  /// Where the file of opening balances names a clinician first.
  var openingPlaces: [String: SourcePosition] = [:]
  /// The employer's own statements, in the order of their file.
  var employerStatements: [EmployerStatement] = []
  /// The lines behind them, in the order of their file.
  var employerLines: [EmployerLine] = []
  /// The releases of which the job asks what the change from one to the other does to pay; nil for none.
  var releases: (from: String, to: String)?
  /// What was found wrong of plans and tables.
  var findings: [Finding] = []
  /// The files of plans, tables and policies, for the manifest.
  var files: [InputFile] = []

  /// Notes a file that was read; one that is known is noted once.
  mutating func add(_ role: String, _ input: (path: String, size: UInt64, sha256: String)) {
    let file = InputFile(role: role, path: input.path, size: input.size, sha256: input.sha256)
    if !files.contains(file) { files.append(file) }
  }
}

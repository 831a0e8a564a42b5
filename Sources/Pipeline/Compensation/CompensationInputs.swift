import Compensation
import Ingest
import ProductivityModel
import Reporting

/// The plans of a job and what they pay for besides work, read and checked.
struct CompensationInputs: Sendable {
  /// The entries of all plans, in the order of their file.
  var plans: [CompensationPlan]
  /// The file of plans, as the job names it.
  var file: String
  /// Duties, panel and quality by clinician.
  var quantities: [String: PlanQuantities] = [:]
  /// What was paid, by clinician.
  var payments: [String: [Payment]] = [:]
  /// The file of what was paid, as the job names it; nil for none.
  var paidFile: String?
  /// What was owed before the first day, by clinician and component.
  var opening: [String: [String: Money]] = [:]
  /// The releases of which the job asks what the change from one to the other does to pay; nil for none.
  var releases: (from: String, to: String)?
  /// What was found wrong of plans and tables.
  var findings: [Finding] = []
  /// The files of plans, tables and policies, for the manifest.
  var files: [InputFile] = []

  /// The same with other plans, as a scenario has them.
  func replacing(plans: [CompensationPlan]) -> CompensationInputs {
    var copy = self
    copy.plans = plans
    return copy
  }
}

import Compensation
import ProductivityModel

/// Plans in words, each under its own heading.
enum PlanSection {
  static func blocks(of plans: [CompensationPlan]) -> [ReportBlock] {
    var shown: [CompensationPlan] = []
    for plan in plans where !shown.contains(plan) { shown.append(plan) }
    guard !shown.isEmpty else { return [.paragraph("There is no plan.")] }
    return shown.flatMap { plan -> [ReportBlock] in
      let name = plan.title == plan.id ? plan.id : "\(plan.title) (\(plan.id))"
      return [.heading("\(name), \(DateWording.period(plan.effective))")]
    }
  }
}

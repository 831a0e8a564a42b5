import Compensation
import ProductivityModel

/// Plans in words, a table each: everything that decides what is paid, also what their file leaves to defaults.
enum PlanSection {
  /// - Parameter showsPlace: whether to say where in its file a plan stands.
  static func blocks(of plans: [CompensationPlan], showsPlace: Bool = true) -> [ReportBlock] {
    var shown: [CompensationPlan] = []
    for plan in plans where !shown.contains(plan) { shown.append(plan) }
    guard !shown.isEmpty else { return [.paragraph("There is no plan.")] }
    return shown.map { plan in
      let name = plan.title == plan.id ? plan.id : "\(plan.title) (\(plan.id))"
      return .table(
        ReportTable(
          "\(name), \(DateWording.period(plan.effective))", columns: [.words("Part"), .words("What the plan says")],
          rows: PlanTermsWording(plan).paragraphs.map { [Cell(.text($0.heading)), Cell(.text($0.text))] },
          notes: [
            "As \(showsPlace ? plan.position.description : "the plan's file") says it, and by default what it does not say."
          ]))
    }
  }
}

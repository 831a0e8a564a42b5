import Compensation
import ProductivityModel

extension DataTable {
  /// One row for all, for each plan, specialty and clinician: work and pay under two releases.
  public static func feeChange(of change: CompensationResults.FeeChange) -> DataTable {
    typealias Outcome = PlanComparison.Outcome
    typealias Record = (group: String, name: String, from: Outcome, to: Outcome, sum: PlanComparison.Sum?)
    func record(_ group: String, _ name: String, _ sums: [PlanComparison.Sum]) -> [Record] {
      guard let from = sums.first, let to = sums.last else { return [] }
      return [(group, name, from.outcome, to.outcome, to)]
    }
    let comparison = change.comparison
    var records = record("all", "", comparison.total)
    records += comparison.plans.flatMap { record("plan", $0.name, $0.sums) }
    records += comparison.specialties.flatMap { record("specialty", $0.name, $0.sums) }
    for member in comparison.members {
      if let from = member.outcomes.first, let to = member.outcomes.last {
        records.append(("clinician", member.id, from, to, nil))
      }
    }
    return DataTable(
      "fee_change", of: records,
      columns: [
        DataColumn("group", "all, plan, specialty or clinician") { .text($0.group) },
        DataColumn("name", "the plan's id, the specialty's name or the clinician's id; empty for all") {
          .text($0.name)
        },
        DataColumn("release_from", "the release of the first side") { _ in .text(change.from) },
        DataColumn("release_to", "the release of the second side") { _ in .text(change.to) },
        DataColumn("work_rvu_from", in: "wRVU", "pay work of the lines under the first release") {
          .workRVU($0.from.work)
        },
        DataColumn("work_rvu_to", in: "wRVU", "pay work of the same lines under the second release") {
          .workRVU($0.to.work)
        },
        DataColumn("pay_from", in: "dollars", "pay under the first release") { .money($0.from.pay) },
        DataColumn("pay_to", in: "dollars", "pay under the second release") { .money($0.to.pay) },
        DataColumn("difference", in: "dollars", "pay_to less pay_from") { .money($0.to.pay - $0.from.pay) },
        DataColumn("gain", in: "clinicians", "of a group, how many are paid more; empty for a clinician") {
          .data($0.sum?.gain, CellValue.integer)
        },
        DataColumn("lose", in: "clinicians", "of a group, how many are paid less; empty for a clinician") {
          .data($0.sum?.lose, CellValue.integer)
        },
        DataColumn("stay", in: "clinicians", "of a group, how many are paid the same; empty for a clinician") {
          .data($0.sum?.stay, CellValue.integer)
        },
      ])
  }

  /// One row for each group, lever and plan: what would hold pay level.
  public static func levelPay(of change: CompensationResults.FeeChange) -> DataTable {
    typealias Record = (group: String, name: String, pay: LevelPay, level: LevelPay.Level)
    let records = change.levels.flatMap { level in
      [level.threshold, level.rate].compactMap { $0 }.flatMap { pay in
        pay.levels.map { Record(level.kind.rawValue, level.name, pay, $0) }
      }
    }
    return DataTable(
      "level_pay", of: records,
      columns: [
        DataColumn("group", "all, plan or specialty") { .text($0.group) },
        DataColumn("name", "the plan's id or the specialty's name; empty for all") { .text($0.name) },
        DataColumn("lever", "what is moved: threshold or rate") { .text($0.pay.lever.rawValue) },
        DataColumn("plan", "the plan whose lever it is") { .text($0.level.plan) },
        DataColumn("plan_from", in: "day", "the plan's first day") { .date($0.level.from) },
        DataColumn(
          "before", in: "wRVU a year at 1.0, or dollars for a wRVU",
          "the threshold, or the rate of the first tier, as it is"
        ) { .surveyValue(WorkRVU(millionths: $0.level.before)) },
        DataColumn("after", in: "wRVU a year at 1.0, or dollars for a wRVU", "the same, moved so that pay stays level")
        { .surveyValue(WorkRVU(millionths: $0.level.after)) },
        DataColumn("pay_target", in: "dollars", "pay under the first release") { .money($0.pay.target) },
        DataColumn("pay_unmoved", in: "dollars", "pay under the second release, with the lever as it is") {
          .money($0.pay.unmoved)
        },
        DataColumn("pay", in: "dollars", "pay under the second release, with the lever moved") { .money($0.pay.pay) },
        DataColumn("result", "level, nearest or out-of-reach") { record in
          switch record.pay.result {
          case .level: .text("level")
          case .nearest: .text("nearest")
          case .outOfReach: .text("out-of-reach")
          }
        },
      ])
  }
}

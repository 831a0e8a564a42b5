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
        DataColumn("group") { .text($0.group) }, DataColumn("name") { .text($0.name) },
        DataColumn("release_from") { _ in .text(change.from) }, DataColumn("release_to") { _ in .text(change.to) },
        DataColumn("work_rvu_from") { .workRVU($0.from.work) }, DataColumn("work_rvu_to") { .workRVU($0.to.work) },
        DataColumn("pay_from") { .money($0.from.pay) }, DataColumn("pay_to") { .money($0.to.pay) },
        DataColumn("difference") { .money($0.to.pay - $0.from.pay) },
        DataColumn("gain") { .data($0.sum?.gain, CellValue.integer) },
        DataColumn("lose") { .data($0.sum?.lose, CellValue.integer) },
        DataColumn("stay") { .data($0.sum?.stay, CellValue.integer) },
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
        DataColumn("group") { .text($0.group) }, DataColumn("name") { .text($0.name) },
        DataColumn("lever") { .text($0.pay.lever.rawValue) }, DataColumn("plan") { .text($0.level.plan) },
        DataColumn("plan_from") { .date($0.level.from) },
        DataColumn("before") { .surveyValue(WorkRVU(millionths: $0.level.before)) },
        DataColumn("after") { .surveyValue(WorkRVU(millionths: $0.level.after)) },
        DataColumn("pay_target") { .money($0.pay.target) }, DataColumn("pay_unmoved") { .money($0.pay.unmoved) },
        DataColumn("pay") { .money($0.pay.pay) },
        DataColumn("result") { record in
          switch record.pay.result {
          case .level: .text("level")
          case .nearest: .text("nearest")
          case .outOfReach: .text("out-of-reach")
          }
        },
      ])
  }
}

import Compensation
import ProductivityModel

/// The work of a statement month by month, and where its lines are.
enum StatementMonths {
  /// A month of work under plans.
  struct Month: Hashable {
    var month: YearMonth
    var days: Int
    var lines: Int
    var work: WorkRVU
  }

  /// The months in which a plan is in effect, with the work of those days; lines on other days are not in them.
  static func months(of member: PlanMember, days: [DayRange]) -> [Month] {
    var months: [Month] = []
    for range in days {
      guard let counted = range.intersection(member.work.days) else { continue }
      for (month, own) in counted.months {
        if months.last?.month != month { months.append(Month(month: month, days: 0, lines: 0, work: .zero)) }
        let last = months.count - 1
        months[last].days += own.count
        let start = Int(own.first.daysSinceEpoch - member.work.days.first.daysSinceEpoch)
        for index in start..<(start + own.count) {
          months[last].lines += Int(member.work.lines[index])
          months[last].work.millionths += member.work.millionths[index]
        }
      }
    }
    return months
  }

  static func blocks(of scope: StatementScope, in results: RunResults) -> [ReportBlock] {
    let clinician = scope.whole
    let counted = results.compensation?.period ?? results.period
    // With only some periods shown, their months.
    let days =
      scope.isPart
      ? scope.days
      : clinician.member.assignments.compactMap { $0.days.intersection(counted) }.sorted { $0.first < $1.first }
    let months = months(of: clinician.member, days: days)
    guard !months.isEmpty else { return [.paragraph("No month has days under a plan.")] }
    let table = ReportTable(
      "Lines and credited wRVUs by month of service, on days under a plan",
      columns: [.words("Month"), .numbers("Days"), .numbers("Lines"), .numbers("wRVUs", "pay ledger")],
      rows: months.map {
        [
          Cell(.month($0.month)), Cell(.integer($0.days)), Cell(.integer($0.lines)),
          Cell(.workRVU($0.work)),
        ]
      },
      totals: [
        Cell(.text("All months")), Cell(.integer(months.reduce(0) { $0 + $1.days })),
        Cell(.integer(months.reduce(0) { $0 + $1.lines })),
        Cell(.workRVU(months.reduce(into: WorkRVU.zero) { $0 += $1.work })),
      ])
    let job = results.inputs.first { $0.role == "job" }?.path ?? "job.yaml"
    let month = months.last?.month.description ?? "2026-01"
    return [
      .table(table),
      .list([
        "To see every line, the practice runs `rvubench explain \(job) --clinician \(clinician.id) --month \(month)`: each with its code, units "
          + "and every step from the fee schedule to its credit. With `credits: true` in the job all lines are also in `data/credits.csv`."
      ]),
    ]
  }
}

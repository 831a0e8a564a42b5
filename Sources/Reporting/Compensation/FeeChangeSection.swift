import Compensation
import ProductivityModel

/// What a change of the fee schedule does to pay, by plan and specialty, and what would hold pay level.
enum FeeChangeSection {
  static func blocks(
    of change: CompensationResults.FeeChange, in results: CompensationResults
  ) -> [ReportBlock] {
    let comparison = change.comparison
    var blocks: [ReportBlock] = []
    if let from = comparison.total.first, let to = comparison.total.last {
      blocks.append(
        .figures([
          KeyFigure(
            "Pay", .text(PayWording.signed(to.difference)), "\(change.to) less \(change.from), all plans",
            isLeading: true),
          KeyFigure("under \(change.from)", .money(from.outcome.pay), PayWording.work(rounded(from.outcome.work))),
          KeyFigure("under \(change.to)", .money(to.outcome.pay), PayWording.work(rounded(to.outcome.work))),
          KeyFigure("Gain", .integer(to.gain), "clinicians who are paid more"),
          KeyFigure("Lose", .integer(to.lose), "clinicians who are paid less"),
          KeyFigure("Stay", .integer(to.stay), "clinicians who are paid the same to the cent"),
        ]))
    }
    blocks.append(
      .paragraph(
        "The same lines of the days counted, valued once by release \(change.from) and once by \(change.to), and paid by the plans as they are. "
          + "Services and volume are the same on both sides; what changes is what the fee schedule says that they are worth."
          + (results.plans.contains { $0.credit.vintage?.hasPrefix("frozen") == true }
            ? " A plan whose credit freezes a release keeps it on both sides." : "")
      ))
    blocks.append(.table(table("By plan", "Plan", comparison.plans, comparison.total, change)))
    blocks.append(.table(table("By specialty", "Specialty", comparison.specialties, comparison.total, change)))
    for kind in CompensationResults.FeeChange.Level.Kind.allCases {
      let levels = change.levels.filter { $0.kind == kind }
      if !levels.isEmpty { blocks.append(.table(table(of: levels, kind, change))) }
    }
    if !change.levels.isEmpty {
      blocks.append(
        .note(
          ReportNote(
            .information,
            "What holds pay level: the threshold, or the rate of every tier alike, under which the group is paid in sum for \(change.to) what it is paid for \(change.from). "
              + "Within the group some are still paid more and some less. Both are shown to two decimals; the data of level pay have them in full."
          )))
    }
    blocks.append(.table(members(of: comparison, in: results, change)))
    return blocks
  }

  private static func rounded(_ work: WorkRVU) -> WorkRVU {
    WorkRVU(hundredths: (work.millionths + (work.millionths < 0 ? -5_000 : 5_000)) / 10_000)
  }

  private static func table(
    _ title: String, _ what: String, _ groups: [PlanComparison.Group], _ total: [PlanComparison.Sum],
    _ change: CompensationResults.FeeChange
  ) -> ReportTable {
    func cells(_ name: String, _ members: Int, _ sums: [PlanComparison.Sum]) -> [Cell] {
      guard let from = sums.first, let to = sums.last else { return [] }
      return [
        Cell(.text(name)), Cell(.integer(members)), Cell(.workRVU(from.outcome.work)), Cell(.workRVU(to.outcome.work)),
        Cell(.money(from.outcome.pay)), Cell(.money(to.outcome.pay)), Cell(.text(PayWording.signed(to.difference))),
        Cell(.integer(to.gain)), Cell(.integer(to.lose)), Cell(.integer(to.stay)),
      ]
    }
    return ReportTable(
      "\(title): work and pay under \(change.from) and \(change.to)",
      columns: [
        .words(what), .numbers("Clinicians"), .numbers("wRVUs", change.from), .numbers("wRVUs", change.to),
        .numbers("Pay", change.from), .numbers("Pay", change.to), .numbers("Difference"), .numbers("Gain"),
        .numbers("Lose"), .numbers("Stay"),
      ],
      rows: groups.map { cells(StandingWording.specialty($0.name), $0.members, $0.sums) },
      totals: cells("All", groups.reduce(0) { $0 + $1.members }, total))
  }

  private static func table(
    of levels: [CompensationResults.FeeChange.Level], _ kind: CompensationResults.FeeChange.Level.Kind,
    _ change: CompensationResults.FeeChange
  ) -> ReportTable {
    let groups = levels.map { level in
      let moved = [level.threshold, level.rate].compactMap { $0 }
      let rows = moved.flatMap { pay in
        pay.levels.map { own -> [Cell] in
          let isThreshold = pay.lever == .threshold
          func value(_ millionths: Int64) -> CellValue {
            isThreshold
              ? .text(PayWording.short(WorkRVU(millionths: millionths)))
              : .text(PayWording.rate(cents: ConversionRate(millionths: millionths)))
          }
          return [
            Cell(
              .text(isThreshold ? "Threshold, a year at 1.0" : rateTitle(own)),
              detail: "\(own.plan), from \(DateWording.day(own.from))"), Cell(value(own.before)),
            Cell(value(own.after)),
            Cell(.money(pay.unmoved)), Cell(.money(pay.pay)), Cell(.money(pay.target)),
            Cell(.text(LevelWording.result(pay))),
          ]
        }
      }
      return ReportTable.Group(
        StandingWording.specialty(level.name),
        rows: rows.isEmpty
          ? [
            [Cell(.text("Nothing to move"), detail: "the plans have neither threshold nor rate")]
              + (0..<6).map { _ in Cell(.text("")) }
          ] : rows)
    }
    return ReportTable(
      "What would hold pay level, by \(kind.rawValue)",
      columns: [
        .words("What is moved"), .numbers("As it is"), .numbers("Level"), .numbers("Pay", "\(change.to), as it is"),
        .numbers("Pay", "\(change.to), moved"), .numbers("Pay", change.from), .words("Result"),
      ], groups: groups)
  }

  /// A rate that is moved, with how many tiers move alike.
  private static func rateTitle(_ level: LevelPay.Level) -> String {
    let tiers = level.tiersAfter.count
    return tiers > 1 ? "Rate, first of \(tiers) tiers that all move alike" : "Rate"
  }

  private static func members(
    of comparison: PlanComparison, in results: CompensationResults, _ change: CompensationResults.FeeChange
  ) -> ReportTable {
    let names = Dictionary(results.clinicians.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return ReportTable(
      "Each clinician's pay under \(change.from) and \(change.to)",
      columns: [
        .words("Clinician"), .words("Plan"), .numbers("wRVUs", change.from), .numbers("wRVUs", change.to),
        .numbers("Pay", change.from), .numbers("Pay", change.to), .numbers("Difference"),
      ],
      rows: comparison.members.compactMap { member in
        guard let from = member.outcomes.first, let to = member.outcomes.last else { return nil }
        return [
          Cell(.text(names[member.id] ?? member.id), link: .statement(member.id)), Cell(.text(member.plan)),
          Cell(.workRVU(from.work)), Cell(.workRVU(to.work)), Cell(.money(from.pay)), Cell(.money(to.pay)),
          Cell(.text(PayWording.signed(to.pay - from.pay))),
        ]
      }, isSortable: comparison.members.count > 1)
  }
}

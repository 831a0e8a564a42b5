import Compensation
import ProductivityModel

/// The budget view of the practice: what is earned, paid and owed, and where the year ends.
enum BudgetSection {
  static func short(of results: CompensationResults) -> [ReportBlock] {
    let total = BudgetSum.total(of: results)
    let reviewed = results.clinicians.filter { !($0.alignment?.flags ?? []).isEmpty }.count
    let isTold = results.clinicians.contains { !$0.statements.isEmpty }
    func money(_ money: Money) -> CellValue {
      isTold ? .money(money) : .notAvailable("no clinician with a plan has a statement")
    }
    var figures = [
      KeyFigure("Earned", money(total.balance.earned), "accrued to date by all plans", isLeading: true),
      KeyFigure("Paid", money(total.balance.paid), "as the file of payments has it"),
      KeyFigure("Owed", money(total.balance.closing), "opening balance + earned - paid"),
    ]
    if total.projected > 0 {
      figures.append(
        KeyFigure(
          "Projected", .money(total.expected),
          "for the measurement year; \(PayWording.dollars(total.low)) to \(PayWording.dollars(total.high)), "
            + "\(total.projected) of \(CountWording.count(total.clinicians, "clinician"))"))
    }
    figures += [
      KeyFigure("Clinicians", .integer(total.clinicians), "with a plan on some day of the period"),
      KeyFigure("wRVUs", .workRVU(total.work), "in the pay ledger, on days under a plan"),
    ]
    if results.clinicians.contains(where: { $0.alignment != nil }) {
      figures.append(
        KeyFigure("For review", .integer(reviewed), "clinicians with something to look at; no conclusion"))
    }
    let without = results.clinicians.filter(\.statements.isEmpty).count
    var blocks: [ReportBlock] = [
      .headline(
        Headline(
          isTold ? "\(PayWording.dollars(total.balance.earned)) earned" : "Not known",
          addition: isTold ? "\(PayWording.dollars(total.balance.paid)) paid" : nil,
          context: "What the plans pay for \(DateWording.period(results.period)), through the last day counted.")),
      .figures(figures),
      .note(
        ReportNote(
          .caution, "This page shows pay by name. Keep it among those who may see it; the other reports show no pay.")),
    ]
    if without > 0 {
      blocks.append(
        .note(
          ReportNote(
            .caution,
            "\(CountWording.sentence(CountWording.count(without, "clinician"))) with a plan \(without == 1 ? "has" : "have") no statement and "
              + "\(without == 1 ? "is" : "are") in no sum; the findings below say why.")))
    }
    return blocks
  }

  static func blocks(of results: CompensationResults) -> [ReportBlock] {
    let total = BudgetSum.total(of: results)
    var blocks: [ReportBlock] = [
      .table(table("By plan", "Plan", BudgetSum.byPlan(results), total)),
      .table(table("By specialty", "Specialty", BudgetSum.bySpecialty(results), total)),
      .table(components(of: results, total)),
    ]
    if total.projected > 0, let projection = results.clinicians.compactMap(\.projections.first).first {
      let missing = total.clinicians - total.projected
      var text =
        "Projected: what the plans would pay for the whole measurement year, by the \(ProjectionSection.name(projection.method)), and with the "
        + "rest of the year as in each clinician's slowest and busiest complete month. No forecast."
      if missing > 0 {
        text +=
          " \(CountWording.sentence(CountWording.count(missing, "clinician"))) \(missing == 1 ? "is" : "are") not projected and not in it; their statements say why."
      }
      blocks.append(.paragraph(text))
    }
    return blocks
  }

  private static func table(_ title: String, _ what: String, _ sums: [BudgetSum], _ total: BudgetSum) -> ReportTable {
    let hasOpening = total.balance.opening != .zero
    let isProjected = total.projected > 0
    var columns: [ReportTable.Column] = [.words(what), .numbers("Clinicians"), .numbers("wRVUs", "pay")]
    if hasOpening { columns.append(.numbers("Opening")) }
    columns += [.numbers("Earned", "to date"), .numbers("Paid"), .numbers("Owed")]
    if isProjected { columns += [.numbers("Year", "projected"), .numbers("Lowest"), .numbers("Highest")] }
    func cells(_ sum: BudgetSum) -> [Cell] {
      var cells = [Cell(.text(sum.name)), Cell(.integer(sum.clinicians)), Cell(.workRVU(sum.work))]
      if hasOpening { cells.append(Cell(.money(sum.balance.opening))) }
      cells += [Cell(.money(sum.balance.earned)), Cell(.money(sum.balance.paid)), Cell(.money(sum.balance.closing))]
      if isProjected {
        let part =
          sum.projected < sum.clinicians ? "of \(CountWording.count(sum.projected, "clinician"))" : ""
        let known = sum.projected > 0
        func projected(_ money: Money, detail: String = "") -> Cell {
          Cell(known ? .money(money) : .notAvailable("no clinician of it is projected"), detail: known ? detail : "")
        }
        cells += [projected(sum.expected, detail: part), projected(sum.low), projected(sum.high)]
      }
      return cells
    }
    var table = ReportTable(
      title + ": earned, paid and owed", columns: columns, rows: sums.map(cells), totals: cells(total),
      isSortable: sums.count > 1,
      notes: sums.reduce(0) { $0 + $1.clinicians } > total.clinicians
        ? ["A clinician of several plans counts in each of them."] : [])
    table.narrow = .stacked
    return table
  }

  private static func components(of results: CompensationResults, _ total: BudgetSum) -> ReportTable {
    func cells(_ name: String, _ account: AccountBalance) -> [Cell] {
      [
        Cell(.text(name)), Cell(.money(account.opening)), Cell(.money(account.earned)), Cell(.money(account.paid)),
        Cell(.money(account.closing)),
      ]
    }
    var table = ReportTable(
      "By component: opening balance + earned - paid = closing balance",
      columns: [
        .words("Component"), .numbers("Opening"), .numbers("Earned"), .numbers("Paid"), .numbers("Closing", "owed"),
      ],
      rows: BudgetSum.byComponent(results).map { cells(PayWording.account($0.account), $0) },
      totals: cells("All", total.balance))
    table.narrow = .stacked
    return table
  }
}

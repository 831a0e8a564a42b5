import Compensation
import ProductivityModel

/// The tables of a clinician's statement.
enum StatementTables {
  /// All periods of a statement, a row each.
  static func periods(of statement: PlanStatement) -> ReportTable {
    let hasProduction = statement.terms.production != nil
    var columns: [ReportTable.Column] = [
      .words("Period"), .numbers("Lines"), .numbers("wRVUs"), .numbers("wRVUs", "to date"),
    ]
    if hasProduction { columns.append(.numbers("Threshold", statement.terms.how == .cumulative ? "to date" : "")) }
    columns += [.numbers("Earned"), .numbers("Earned", "to date")]
    var running = Money.zero
    let rows = statement.periods.map { period -> [Cell] in
      running += period.earned
      var cells = [
        Cell(.text(DateWording.period(period.days)), detail: period.isComplete ? "" : "to date, not complete"),
        Cell(.integer(period.lines)), Cell(.workRVU(period.work)), Cell(.workRVU(period.workToDate)),
      ]
      if hasProduction {
        let threshold = period.production.flatMap { $0.annualThreshold == nil ? nil : $0.threshold }
        cells.append(Cell(.of(threshold, CellValue.workRVU, otherwise: "the plan has no threshold")))
      }
      return cells + [Cell(.money(period.earned)), Cell(.money(running))]
    }
    var totals = [
      Cell(.text("All periods")), Cell(.integer(statement.periods.reduce(0) { $0 + $1.lines })),
      Cell(.workRVU(statement.work)), Cell(.text("")),
    ]
    if hasProduction { totals.append(Cell(.text(""))) }
    totals += [Cell(.money(statement.earned)), Cell(.text(""))]
    return ReportTable("The periods at a glance", columns: columns, rows: rows, totals: totals)
  }

  /// How one period comes about.
  static func table(of derivation: PeriodDerivation) -> ReportTable {
    ReportTable(
      derivation.title, columns: columns,
      groups: (derivation.parts + [derivation.components]).map { part in
        ReportTable.Group(part.title, rows: part.steps.map(row))
      },
      totals: [
        Cell(.text(derivation.isComplete ? "Earned" : "Earned to date")),
        Cell(.text("the sum of the lines under \(derivation.components.title)")), Cell(.money(derivation.earned)),
      ])
  }

  /// What is not in a period's pay and good to know; nil where there is nothing.
  static func apart(of derivation: PeriodDerivation) -> ReportTable? {
    guard !derivation.apart.steps.isEmpty else { return nil }
    return ReportTable(derivation.apart.title, columns: columns, rows: derivation.apart.steps.map(row))
  }

  private static let columns: [ReportTable.Column] = [
    .words("What"), .words("How it comes about"), .numbers("Figure"),
  ]

  private static func row(_ step: StatementStep) -> [Cell] {
    let value: CellValue =
      if case .money(let money) = step.figure { .money(money) } else { .text(step.figure.text) }
    return [Cell(.text(step.label)), Cell(.text(step.words)), Cell(value)]
  }

  /// What is owed by component.
  static func balance(_ balance: PayBalance) -> ReportTable {
    func cells(_ name: String, _ account: AccountBalance) -> [Cell] {
      [
        Cell(.text(name)), Cell(.money(account.opening)), Cell(.money(account.earned)), Cell(.money(account.paid)),
        Cell(.money(account.closing)),
      ]
    }
    return ReportTable(
      "Opening balance + earned - paid = closing balance",
      columns: [
        .words("Component"), .numbers("Opening", "owed before"), .numbers("Earned"), .numbers("Paid"),
        .numbers("Closing", "owed after"),
      ],
      rows: balance.accounts.map { cells(PayWording.account($0.account), $0) }, totals: cells("All", balance.total),
      notes: ["A negative closing balance was paid ahead of what is earned so far."])
  }

  /// The payments, by date; nil where there are none.
  static func payments(_ payments: [Payment], opening: [String: Money]) -> ReportTable? {
    guard !payments.isEmpty else { return nil }
    let sorted = payments.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    return ReportTable(
      "Payments, as the practice's file has them",
      columns: [.words("Date"), .words("Component"), .numbers("Amount")],
      rows: sorted.map {
        [
          Cell(.date($0.element.date)), Cell(.text(PayWording.account($0.element.component))),
          Cell(.money($0.element.amount)),
        ]
      },
      totals: [
        Cell(.text("All payments")), Cell(.text("")),
        Cell(.money(payments.reduce(into: .zero) { $0 += $1.amount })),
      ])
  }
}

import Compensation
import ProductivityModel

/// The tables of a clinician's statement.
enum StatementTables {
  /// All periods of a statement, a row each.
  ///
  /// - Parameters:
  ///   - statement: all periods through the last one shown.
  ///   - shown: the days of those that are worked out below.
  static func periods(of statement: PlanStatement, shown: Set<DayRange>) -> ReportTable {
    let hasProduction = statement.terms.production != nil
    let isCumulative = statement.terms.how == .cumulative
    var columns: [ReportTable.Column] = [.words("Period"), .numbers("wRVUs")]
    if isCumulative { columns.append(.numbers("wRVUs", "to date")) }
    let hasThreshold = statement.periods.contains { $0.production?.annualThreshold != nil }
    if hasThreshold { columns.append(.numbers("Threshold", isCumulative ? "to date" : "")) }
    let hasCap = statement.periods.contains { cut($0) != .zero }
    if hasProduction { columns.append(.numbers("Production")) }
    if hasCap { columns.append(.numbers("Above", "the cap")) }
    columns.append(.numbers("Earned"))
    let rows = statement.periods.map { period -> [Cell] in
      var cells = [
        Cell(.text(DateWording.period(period.days)), detail: detail(period, shown)), Cell(.workRVU(period.work)),
      ]
      if isCumulative { cells.append(Cell(.workRVU(period.workToDate))) }
      if hasThreshold {
        let threshold = period.production.flatMap { $0.annualThreshold == nil ? nil : $0.threshold }
        cells.append(Cell(.of(threshold, CellValue.workRVU, otherwise: "the plan has no threshold")))
      }
      if hasProduction { cells.append(Cell(.money(period.production?.pays ?? .zero))) }
      if hasCap { cells.append(Cell(.money(cut(period)))) }
      return cells + [Cell(.money(period.earned))]
    }
    func sum(_ amount: (PeriodStatement) -> Money) -> Money {
      statement.periods.reduce(into: .zero) { $0 += amount($1) }
    }
    var totals = [Cell(.text("All of them")), Cell(.workRVU(statement.work))]
    if isCumulative { totals.append(Cell(.text(""))) }
    if hasThreshold { totals.append(Cell(.text(""))) }
    if hasProduction { totals.append(Cell(.money(sum { $0.production?.pays ?? .zero }))) }
    if hasCap { totals.append(Cell(.money(sum(cut)))) }
    totals.append(Cell(.money(statement.earned)))
    var table = ReportTable(
      "The periods at a glance", columns: columns, rows: rows, totals: totals,
      notes: hasProduction ? ["Production is before caps and before what is held back."] : [])
    table.narrow = .stacked
    return table
  }

  private static func cut(_ period: PeriodStatement) -> Money {
    period.components.filter { $0.kind == .totalCap || $0.kind == .productionCap }
      .reduce(into: .zero) { $0 += $1.amount }
  }

  private static func detail(_ period: PeriodStatement, _ shown: Set<DayRange>) -> String {
    if !shown.contains(period.days) { return "before" }
    return period.isComplete ? "" : "to date, not complete"
  }

  /// How one period comes about.
  static func table(of derivation: PeriodDerivation) -> ReportTable {
    var table = ReportTable(
      derivation.title, columns: columns,
      groups: (derivation.parts + [derivation.components]).map { part in
        ReportTable.Group(part.title, rows: part.steps.map(row))
      },
      totals: [
        Cell(.text(derivation.isComplete ? "Earned" : "Earned to date")),
        Cell(.text("the sum of the lines under \(derivation.components.title)")), Cell(.money(derivation.earned)),
      ])
    table.narrow = .steps
    return table
  }

  /// What is not in a period's pay and good to know; nil where there is nothing.
  static func apart(of derivation: PeriodDerivation) -> ReportTable? {
    guard !derivation.apart.steps.isEmpty else { return nil }
    var table = ReportTable(derivation.apart.title, columns: columns, rows: derivation.apart.steps.map(row))
    table.narrow = .steps
    return table
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
    var table = ReportTable(
      "Opening balance + earned - paid = closing balance",
      columns: [
        .words("Component"), .numbers("Opening", "owed before"), .numbers("Earned"), .numbers("Paid"),
        .numbers("Closing", "owed after"),
      ],
      rows: balance.accounts.map { cells(PayWording.account($0.account), $0) }, totals: cells("All", balance.total),
      notes: ["A negative closing balance was paid ahead of what is earned so far."])
    table.narrow = .stacked
    return table
  }

  /// What was paid after the last day counted, and what that leaves.
  static func owedAfter(
    _ rows: [(account: String, owed: Money, paid: Money)], through: CalendarDate
  ) -> ReportTable {
    func cells(_ name: String, _ owed: Money, _ paid: Money) -> [Cell] {
      [Cell(.text(name)), Cell(.money(owed)), Cell(.money(paid)), Cell(.money(owed - paid))]
    }
    let all = rows.reduce(into: (owed: Money.zero, paid: Money.zero)) {
      $0.owed += $1.owed
      $0.paid += $1.paid
    }
    let day = DateWording.day(through)
    var table = ReportTable(
      "After \(day): owed on that day - paid since = still owed",
      columns: [
        .words("Component"), .numbers("Owed", "on that day"), .numbers("Paid", "since"), .numbers("Still owed"),
      ],
      rows: rows.map { cells(PayWording.account($0.account), $0.owed, $0.paid) },
      totals: cells("All", all.owed, all.paid),
      notes: ["A payment made since may be for work after \(day), of which nothing is earned here."])
    table.narrow = .stacked
    return table
  }

  /// The payments, by date: those in the balance with their sum, and those made since apart; nil where there are none.
  static func payments(_ payments: StatementPayments, through: CalendarDate) -> ReportTable? {
    guard !payments.counted.isEmpty || !payments.after.isEmpty else { return nil }
    func rows(_ payments: [Payment]) -> [[Cell]] {
      payments.map {
        [
          Cell(.text(DateWording.day($0.date))), Cell(.text(PayWording.account($0.component))),
          Cell(.money($0.amount)),
        ]
      }
    }
    func sum(_ name: String, _ payments: [Payment]) -> [Cell] {
      [Cell(.text(name)), Cell(.text("")), Cell(.money(payments.reduce(into: .zero) { $0 += $1.amount }))]
    }
    let columns: [ReportTable.Column] = [.words("Date"), .words("Component"), .numbers("Amount")]
    let title = "Payments, as the practice's file has them"
    var table: ReportTable
    if payments.after.isEmpty {
      table = ReportTable(
        title, columns: columns, rows: rows(payments.counted), totals: sum("All payments", payments.counted))
    } else {
      let day = DateWording.day(through)
      table = ReportTable(
        title, columns: columns,
        groups: [
          ReportTable.Group(
            "In the balance",
            rows: rows(payments.counted) + [sum("Paid through \(day)", payments.counted)]),
          ReportTable.Group(
            "Not in the balance", rows: rows(payments.after) + [sum("Paid after \(day)", payments.after)]),
        ])
    }
    table.narrow = .steps
    return table
  }
}

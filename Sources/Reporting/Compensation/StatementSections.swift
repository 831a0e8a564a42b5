import Compensation
import ProductivityModel

/// The parts of a clinician's statement: the answer first, then how each period came about, what was paid, what comes next.
enum StatementSections {
  static func sections(of clinician: CompensationResults.Clinician, in results: RunResults) -> [ReportSection] {
    var sections = [ReportSection("In short", short(of: clinician, in: results))]
    let isOne = clinician.statements.count == 1
    for statement in clinician.statements {
      sections.append(
        ReportSection(title(of: statement, isOne: isOne), derivation(of: statement, clinician, in: results)))
    }
    if !clinician.statements.isEmpty {
      sections.append(ReportSection("Earned, paid and owed", balance(of: clinician)))
    }
    sections.append(ReportSection("Next", next(for: clinician)))
    let unknown = unknown(of: clinician)
    if !unknown.isEmpty { sections.append(ReportSection("Not known", [.list(unknown)])) }
    if !clinician.reconciliations.isEmpty {
      sections.append(
        ReportSection(
          "Your employer's statement",
          EmployerSection.blocks(
            of: clinician.reconciliations, unread: results.compensation?.unreadEmployerRows ?? 0)))
    }
    sections.append(ReportSection("Work month by month", StatementMonths.blocks(of: clinician, in: results)))
    sections.append(ReportSection("What the plan says", PlanSection.blocks(of: clinician.statements.flatMap(\.plans))))
    if !clinician.basis.isEmpty { sections.append(ReportSection("Basis", [.list(clinician.basis)])) }
    return sections
  }

  private static func title(of statement: PlanStatement, isOne: Bool) -> String {
    let plan = statement.plans.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return isOne
      ? "How the pay comes about"
      : "How the pay comes about: \(CountWording.list(plan)), \(DateWording.period(statement.days))"
  }

  private static func short(of clinician: CompensationResults.Clinician, in results: RunResults) -> [ReportBlock] {
    guard let first = clinician.statements.first?.periods.first,
      let last = clinician.statements.last?.periods.last,
      let days = DayRange(first.days.first, through: last.days.last)
    else {
      return [
        .headline(
          Headline(
            "No statement",
            context: "No plan pays in the days counted, or what it pays cannot be told; the data quality page says why."
          ))
      ]
    }
    let balance = PayBalance(of: clinician.statements).total
    let isComplete = clinician.statements.flatMap(\.periods).allSatisfy(\.isComplete)
    let isSettled = clinician.statements.flatMap(\.periods).allSatisfy(\.missing.isEmpty)
    var blocks: [ReportBlock] = [
      .headline(
        Headline(
          "\(PayWording.dollars(clinician.earned)) earned",
          addition: owed(balance.closing),
          context: StatementWording.summary(of: clinician, days: days, isComplete: isComplete)
            + " \(PayWording.dollars(balance.paid)) was paid.")),
      .figures(figures(of: clinician, balance)),
    ]
    let answers = clinician.statements.compactMap(StatementWording.production)
    if !answers.isEmpty { blocks.append(.list(answers)) }
    if !isComplete {
      blocks.append(
        .note(
          ReportNote(
            .information,
            "The last period is not complete: its figures are to date, through \(DateWording.day(last.days.last)), and change with later work."
          )))
    }
    if !isSettled {
      blocks.append(
        .note(ReportNote(.caution, "Something that the plan pays for is missing from the files; see Not known.")))
    }
    return blocks
  }

  private static func owed(_ money: Money) -> String {
    money < .zero
      ? "\(PayWording.dollars(-money)) paid ahead"
      : money == .zero ? "nothing owed" : "\(PayWording.dollars(money)) owed"
  }

  private static func figures(
    of clinician: CompensationResults.Clinician, _ balance: AccountBalance
  ) -> [KeyFigure] {
    var figures = [KeyFigure("Earned", .money(clinician.earned), "what the plan pays for these days", isLeading: true)]
    for account in PayBalance(of: clinician.statements).accounts where account.earned != .zero {
      figures.append(
        KeyFigure(PayWording.account(account.account), .money(account.earned), "part of what is earned"))
    }
    if balance.opening != .zero {
      figures.append(KeyFigure("Opening balance", .money(balance.opening), "owed before the first day"))
    }
    return figures + [
      KeyFigure("Paid", .money(balance.paid), "as the practice's file of payments has it"),
      KeyFigure("Balance", .money(balance.closing), "owed; negative where more was paid"),
      KeyFigure("wRVUs", .workRVU(clinician.work), "credited in the pay ledger"),
    ]
  }

  private static func derivation(
    of statement: PlanStatement, _ clinician: CompensationResults.Clinician, in results: RunResults
  ) -> [ReportBlock] {
    let context = StatementContext(of: statement, clinician.member, in: results)
    var blocks: [ReportBlock] = [.paragraph(StatementWording.measure(of: statement))]
    if statement.periods.count > 1 { blocks.append(.table(StatementTables.periods(of: statement))) }
    // Only some periods may be asked for; each is worked out from all of them.
    let whole = whole(statement, of: clinician, in: results)
    for index in whole.periods.indices where statement.periods.contains(where: { $0.days == whole.periods[index].days })
    {
      let derivation = PeriodDerivation(ofPeriodAt: index, in: whole, context)
      blocks.append(.table(StatementTables.table(of: derivation)))
      if let apart = StatementTables.apart(of: derivation) { blocks.append(.table(apart)) }
      blocks += derivation.notes.map { .note(ReportNote(.caution, $0)) }
    }
    return blocks
  }

  /// A statement with all of its periods, of which only some may be asked for.
  static func whole(
    _ statement: PlanStatement, of clinician: CompensationResults.Clinician, in results: RunResults
  ) -> PlanStatement {
    results.compensation?.clinicians.first { $0.id == clinician.id }?.statements
      .first { $0.plans == statement.plans && $0.days == statement.days } ?? statement
  }

  private static func balance(of clinician: CompensationResults.Clinician) -> [ReportBlock] {
    let balance = PayBalance(of: clinician.statements)
    var blocks: [ReportBlock] = [.table(StatementTables.balance(balance))]
    if let table = StatementTables.payments(clinician.member.payments, opening: clinician.member.opening) {
      blocks.append(.table(table))
    } else {
      blocks.append(.paragraph("No payment is in the practice's files for these days."))
    }
    return blocks
  }

  private static func next(for clinician: CompensationResults.Clinician) -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    if let statement = clinician.statements.last, let period = statement.periods.last {
      let next = PeriodNotes.next(after: period, in: statement)
      blocks.append(.paragraph(next ?? "There is no threshold or tier above the work so far."))
    }
    blocks += ProjectionSection.blocks(of: clinician)
    return blocks
  }

  private static func unknown(of clinician: CompensationResults.Clinician) -> [String] {
    var sentences = clinician.statements.flatMap { statement in
      statement.periods.flatMap { PeriodNotes.missing(in: $0, of: statement) }
    }
    if !clinician.daysWithoutPlan.isEmpty {
      let days = CountWording.list(clinician.daysWithoutPlan.map(DateWording.period))
      sentences.append(
        "What the work of days without a plan is paid: \(days), with \(CountWording.count(clinician.linesWithoutPlan, "line")) "
          + "and \(PayWording.work(clinician.workWithoutPlan)), which are in no figure here.")
    }
    if clinician.linesUntold > 0 {
      sentences.append(
        "What the work of days is paid of which no statement can tell: \(CountWording.count(clinician.linesUntold, "line")) "
          + "and \(PayWording.work(clinician.workUntold)), which are in no figure here. The findings of the run say why."
      )
    }
    return sentences
  }
}

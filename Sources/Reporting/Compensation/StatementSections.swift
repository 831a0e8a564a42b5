import Compensation
import ProductivityModel

/// The parts of a clinician's statement: the answer first, then how each period came about, what was paid, what comes next.
enum StatementSections {
  static func sections(of clinician: CompensationResults.Clinician, in results: RunResults) -> [ReportSection] {
    let scope = StatementScope(clinician, in: results)
    var sections = [ReportSection("In short", StatementAnswer(scope).blocks)]
    let isOne = clinician.statements.count == 1
    for statement in clinician.statements {
      sections.append(ReportSection(title(of: statement, isOne: isOne), derivation(of: statement, scope)))
    }
    if !clinician.statements.isEmpty {
      sections.append(ReportSection("Earned, paid and owed", balance(of: scope)))
      sections.append(ReportSection("Next", next(for: scope)))
    }
    let unknown = unknown(of: clinician)
    if !unknown.isEmpty { sections.append(ReportSection("Not known", [.list(unknown)])) }
    if !clinician.reconciliations.isEmpty {
      sections.append(
        ReportSection(
          "Your employer's statement",
          EmployerSection.blocks(
            of: clinician.reconciliations, unread: results.compensation?.unreadEmployerRows ?? 0)))
    }
    if let codes = codes(of: scope) { sections.append(ReportSection("Lines that made the wRVUs", codes)) }
    let months = StatementMonths.blocks(of: scope, in: results)
    sections.append(ReportSection("Work month by month", months))
    let plans = clinician.statements.flatMap(\.plans)
    if !plans.isEmpty {
      sections.append(ReportSection("What the plan says", PlanSection.blocks(of: plans, showsPlace: false)))
    }
    if !clinician.basis.isEmpty { sections.append(ReportSection("Basis", [.list(clinician.basis)])) }
    return sections
  }

  private static func title(of statement: PlanStatement, isOne: Bool) -> String {
    let plan = statement.plans.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return isOne
      ? "How the pay comes about"
      : "How the pay comes about: \(CountWording.list(plan)), \(DateWording.period(statement.days))"
  }

  private static func derivation(of statement: PlanStatement, _ scope: StatementScope) -> [ReportBlock] {
    let context = scope.context(of: statement)
    var blocks: [ReportBlock] = [.paragraph(StatementWording.measure(of: statement))]
    // Only some periods may be asked for; each is worked out from all of them.
    let whole = scope.toDate(statement)
    let shown = Set(statement.periods.map(\.days))
    if whole.periods.count > 1 { blocks.append(.table(StatementTables.periods(of: whole, shown: shown))) }
    for index in whole.periods.indices where shown.contains(whole.periods[index].days) {
      let derivation = PeriodDerivation(ofPeriodAt: index, in: whole, context)
      blocks.append(.table(StatementTables.table(of: derivation)))
      if let apart = StatementTables.apart(of: derivation) { blocks.append(.table(apart)) }
      blocks += derivation.notes.map { .note(ReportNote(.caution, $0)) }
    }
    return blocks
  }

  private static func balance(of scope: StatementScope) -> [ReportBlock] {
    let balance = PayBalance(of: scope.clinician.statements)
    let payments = scope.payments
    var blocks: [ReportBlock] = [.table(StatementTables.balance(balance))]
    let later = payments.owedAfter(balance)
    if !later.isEmpty { blocks.append(.table(StatementTables.owedAfter(later, through: scope.through))) }
    if let table = StatementTables.payments(payments, through: scope.through) {
      blocks.append(.table(table))
    } else {
      blocks.append(.paragraph("No payment of these days could be read from the practice's files."))
    }
    if payments.elsewhere != .zero {
      blocks.append(
        .paragraph(
          "\(PayWording.dollars(payments.elsewhere)) more was paid in periods that are not shown and is not in this balance."
        )
      )
    }
    return blocks
  }

  private static func codes(of scope: StatementScope) -> [ReportBlock]? {
    let sums = CodeSums(scope.whole.codes, in: scope.days)
    return sums.sums.isEmpty ? nil : [.table(sums.table())]
  }

  private static func next(for scope: StatementScope) -> [ReportBlock] {
    guard let statement = scope.clinician.statements.last else { return [] }
    let sentences = PeriodNotes.next(in: scope.toDate(statement), scope.context(of: statement))
    return sentences.map { .paragraph($0) } + ProjectionSection.blocks(of: scope.clinician)
  }

  private static func unknown(of clinician: CompensationResults.Clinician) -> [String] {
    var sentences = clinician.statements.flatMap { statement in
      statement.periods.flatMap { PeriodNotes.missing(in: $0, of: statement) }
    }
    if !clinician.daysWithoutPlan.isEmpty || clinician.linesWithoutPlan > 0 {
      // Lines may also be of days for which the roster has no row.
      let days =
        clinician.daysWithoutPlan.isEmpty
        ? "days for which the roster has no row"
        : CountWording.list(clinician.daysWithoutPlan.map(DateWording.period))
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

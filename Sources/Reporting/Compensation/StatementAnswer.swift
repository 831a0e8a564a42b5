import Compensation
import ProductivityModel

/// The first section of a statement: what was earned, paid and is owed, and why production is what it is.
struct StatementAnswer {
  private let scope: StatementScope
  private let balance: PayBalance

  init(_ scope: StatementScope) {
    self.scope = scope
    balance = PayBalance(of: scope.clinician.statements)
  }

  private var clinician: CompensationResults.Clinician { scope.clinician }
  private var periods: [PeriodStatement] { clinician.statements.flatMap(\.periods) }

  /// The blocks of the section.
  var blocks: [ReportBlock] {
    guard let first = periods.first, let last = periods.last,
      let days = DayRange(first.days.first, through: last.days.last)
    else {
      return [
        .headline(
          Headline(
            "No statement",
            context: "No plan pays in the days counted, or what it pays cannot be told; the run's findings say why."))
      ]
    }
    let isComplete = periods.allSatisfy(\.isComplete)
    let owed = Self.owed(balance.total.closing)
    let after = scope.payments.paidAfter
    var blocks: [ReportBlock] = [
      .headline(
        Headline(
          "\(PayWording.dollars(clinician.earned)) earned",
          addition: scope.payments.after.isEmpty ? owed : "\(owed), \(PayWording.dollars(after)) paid since",
          context: StatementWording.summary(of: scope, days: days, isComplete: isComplete) + " " + paid)),
      .figures(figures),
    ]
    let answers = clinician.statements.compactMap { statement -> String? in
      let whole = scope.toDate(statement)
      return ProductionAnswer(of: whole, caps: PeriodNotes.caps(of: whole, scope.context(of: statement)))?.text
    }
    if !answers.isEmpty { blocks.append(.list(answers)) }
    if !isComplete {
      blocks.append(
        .note(
          ReportNote(
            .information,
            "The last period is not complete: its figures are to date, through \(DateWording.day(last.days.last)), and change with later work."
          )))
    }
    if scope.unusedPayments > 0 {
      let rows = CountWording.count(scope.unusedPayments, "row")
      blocks.append(
        .note(
          ReportNote(
            .caution,
            "\(CountWording.sentence(rows)) of the practice's files of payments and opening balances could not be used, whoever they are of, and "
              + "\(scope.unusedPayments == 1 ? "is" : "are") in no balance: what is paid and owed may be wrong.")))
    }
    if !periods.allSatisfy(\.missing.isEmpty) {
      blocks.append(
        .note(ReportNote(.caution, "Something that the plan pays for is missing from the files; see Not known.")))
    }
    return blocks
  }

  /// What was paid, and after the last day counted what that leaves.
  private var paid: String {
    let paid = PayWording.dollars(balance.total.paid)
    guard !scope.payments.after.isEmpty else {
      return scope.isPart ? "\(paid) was paid in these periods." : "\(paid) was paid."
    }
    let after = scope.payments.paidAfter
    return
      "\(paid) was paid through \(DateWording.day(scope.through)), and \(PayWording.dollars(after)) after that day, which leaves "
      + Self.owed(balance.total.closing - after) + "."
  }

  /// What an account's figure is: production less what is not paid of it, where something is not.
  private func detail(of account: AccountBalance) -> String {
    let isLess = periods.contains { $0.aboveCap != .zero || $0.withheld != .zero }
    return account.account == StatementComponent.production && isLess
      ? "after what is held back and what is above a cap" : "part of what is earned"
  }

  private static func owed(_ money: Money) -> String {
    money < .zero
      ? "\(PayWording.dollars(-money)) paid ahead"
      : money == .zero ? "nothing owed" : "\(PayWording.dollars(money)) owed"
  }

  private var figures: [KeyFigure] {
    let total = balance.total
    var figures = [KeyFigure("Earned", .money(clinician.earned), "what the plan pays for these days", isLeading: true)]
    for account in balance.accounts where account.earned != .zero {
      figures.append(
        KeyFigure(PayWording.account(account.account), .money(account.earned), detail(of: account)))
    }
    if total.opening != .zero {
      figures.append(KeyFigure("Opening balance", .money(total.opening), "owed before the first day"))
    }
    let isLater = !scope.payments.after.isEmpty
    let day = DateWording.day(scope.through)
    figures += [
      KeyFigure(
        "Paid", .money(total.paid),
        isLater ? "through \(day)" : "as the practice's file of payments has it"),
      KeyFigure(
        "Balance", .money(total.closing),
        isLater ? "owed on \(day); negative where more was paid" : "owed; negative where more was paid"),
    ]
    if isLater {
      figures += [
        KeyFigure("Paid since", .money(scope.payments.paidAfter), "after \(day)"),
        KeyFigure("Still owed", .money(total.closing - scope.payments.paidAfter), "balance less paid since"),
      ]
    }
    return figures + [KeyFigure("wRVUs", .workRVU(clinician.work), "credited in the pay ledger")]
  }
}

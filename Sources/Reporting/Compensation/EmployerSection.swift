import Compensation
import ProductivityModel

/// An employer's own statements beside ours, with the difference told by cause.
enum EmployerSection {
  /// - Parameter unread: how many rows of the employer's files could not be used, of anyone.
  static func blocks(of reconciliations: [StatementReconciliation], unread: Int = 0) -> [ReportBlock] {
    var blocks: [ReportBlock] = [
      .paragraph(
        "What the employer's statement says, beside the same days here. The causes add up to the difference exactly; a difference is theirs less ours."
      ),
      .table(overview(reconciliations)),
    ]
    if unread > 0 {
      blocks.append(
        .note(
          ReportNote(
            .caution,
            "\(CountWording.sentence(CountWording.count(unread, "row"))) of the employer's files could not be used, of whichever clinician, and \(unread == 1 ? "is" : "are") left out on their side: what seems to be missing there may be among them. The findings say where."
          )))
    }
    for reconciliation in reconciliations where !reconciliation.differences.isEmpty {
      blocks.append(.table(causes(of: reconciliation)))
      if !reconciliation.hasLines {
        blocks.append(
          .note(
            ReportNote(
              .information,
              "The employer's lines are not among the files, so a difference of work is told as a whole. Name them as `statementLines` to have it told line by line."
            )))
      }
    }
    return blocks
  }

  /// All clinicians' statements of the employer, a row each.
  static func overview(of clinicians: [CompensationResults.Clinician]) -> [ReportBlock] {
    let items = clinicians.flatMap { clinician in clinician.reconciliations.map { (clinician: clinician, item: $0) } }
    return [
      .table(
        ReportTable(
          "What the employer's statements say beside ours; each clinician's statement tells the causes",
          columns: [
            .words("Clinician"), .words("Period"), .numbers("wRVUs", "theirs"), .numbers("wRVUs", "ours"),
            .numbers("Amount", "theirs"), .numbers("Amount", "ours"), .words("Causes"),
          ],
          rows: items.map { clinician, item in
            let causes = item.differences.map(\.cause.rawValue)
              .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return [
              Cell(.text(clinician.name), link: .statement(clinician.id)),
              Cell(.text(DateWording.period(item.employer.days))),
              Cell(.of(item.employer.work, CellValue.workRVU, otherwise: noWork)), Cell(.workRVU(item.work)),
              Cell(.of(item.employer.amount, CellValue.money, otherwise: noAmount)),
              Cell(.of(item.amount, CellValue.money, otherwise: noAmount)),
              Cell(.text(causes.isEmpty ? "no difference" : CountWording.list(causes))),
            ]
          }, isSortable: items.count > 1))
    ]
  }

  private static let noWork = "the employer gives no work RVUs"
  private static let noAmount = "the employer gives no amount, or the days are no whole periods of a plan"

  private static func overview(_ reconciliations: [StatementReconciliation]) -> ReportTable {
    ReportTable(
      "The employer's statements",
      columns: [
        .words("Period"), .numbers("wRVUs", "theirs"), .numbers("wRVUs", "ours"), .numbers("Difference"),
        .numbers("Amount", "theirs"), .numbers("Amount", "ours"), .numbers("Difference"),
      ],
      rows: reconciliations.map { item in
        [
          Cell(
            .text(DateWording.period(item.employer.days)),
            detail: "\(item.employer.component ?? "all pay"), \(item.employer.position)"),
          Cell(.of(item.employer.work, CellValue.workRVU, otherwise: noWork)),
          Cell(.workRVU(item.work)),
          Cell(.of(item.workDifference, CellValue.workRVU, otherwise: noWork)),
          Cell(.of(item.employer.amount, CellValue.money, otherwise: noAmount)),
          Cell(.of(item.amount, CellValue.money, otherwise: noAmount)),
          Cell(.of(item.amountDifference, CellValue.money, otherwise: noAmount)),
        ]
      })
  }

  private static func causes(of item: StatementReconciliation) -> ReportTable {
    ReportTable(
      "Why \(DateWording.period(item.employer.days)) differs",
      columns: [.words("Cause"), .words("What it is"), .numbers("Lines"), .numbers("wRVUs"), .numbers("Amount")],
      rows: item.differences.map { part in
        [
          Cell(.text(CountWording.sentence(part.cause.rawValue)), detail: part.detail),
          Cell(.text(meaning(part.cause, hasWork: item.employer.work != nil))),
          Cell(part.lines > 0 ? .integer(part.lines) : .notAvailable("told from totals, not from lines")),
          Cell(.workRVU(part.work)), Cell(.of(part.amount, CellValue.money, otherwise: noAmount)),
        ]
      },
      totals: [
        Cell(.text("Difference")), Cell(.text("theirs less ours")), Cell(.text("")),
        Cell(.workRVU(item.differences.reduce(into: .zero) { $0 += $1.work })),
        Cell(.of(item.amountDifference, CellValue.money, otherwise: noAmount)),
      ])
  }

  /// A cause in a phrase.
  ///
  /// - Parameter hasWork: whether the employer says for how many work RVUs the amount is.
  static func meaning(_ cause: DifferenceCause, hasWork: Bool = true) -> String {
    switch cause {
    case .earlierPeriods: "work of earlier periods differs, and this one is measured together with them"
    case .missingThere: "lines that are credited here and that the employer does not have"
    case .missingHere: "lines that the employer has and that are not credited here"
    case .vintage: "the employer values lines by another release of the fee schedule"
    case .units: "the employer counts the units of lines otherwise"
    case .policy: "the employer adjusts lines otherwise for modifiers or several procedures"
    case .rounding: "the employer rounds the work RVUs of lines to the hundredth"
    case .unexplained: "work that nothing of these explains"
    case .rate: "the employer's amount comes out with another rate of the plan"
    case .arithmetic where !hasWork:
      "the employer gives no work RVUs, and ours under the plan do not come to its amount"
    case .arithmetic: "the employer's work under the plan does not come to its amount"
    }
  }
}

import Compensation
import ProductivityModel

/// The table of clinicians: what each plan pays, for how much work, and what is owed.
enum PayTable {
  static func table(of results: CompensationResults) -> ReportTable {
    let rows = results.clinicians.map { cells($0, capsAtFull: results.capsAtFull) }
    let total = BudgetSum.total(of: results)
    return ReportTable(
      "Every clinician with a plan",
      columns: [
        .words("Clinician"), .words("Plan"), .numbers("FTE", "total"), .numbers("wRVUs", "pay"),
        .numbers("Earned", "to date"), .numbers("Paid"), .numbers("Owed"), .numbers("A year", "at 1.0 total FTE"),
        .numbers("Per wRVU"),
      ],
      rows: rows,
      totals: [
        Cell(.text("All")), Cell(.text("")), Cell(.text("")), Cell(.workRVU(total.work)),
        Cell(.money(total.balance.earned)), Cell(.money(total.balance.paid)), Cell(.money(total.balance.closing)),
        Cell(.text("")), Cell(.text("")),
      ], isSortable: rows.count > 1,
      notes: [
        "A name leads to the clinician's statement where the job asks for statements, which it does not by itself: reports: [compensation, statement]. "
          + "For one clinician, in a terminal: rvubench plan statement JOB --clinician ID.",
        "A year at 1.0 total FTE: earned to date, by the days of the year over the FTE-days that earned it\(results.capsAtFull ? ", of which a day has at most 1.0: what is paid for more than a full-time job is not brought down to one" : ""). Per wRVU: earned to date / wRVUs.",
      ])
  }

  private static func cells(_ clinician: CompensationResults.Clinician, capsAtFull: Bool) -> [Cell] {
    let plans = clinician.statements.flatMap(\.plans).map(\.id)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let balance = PayBalance(of: clinician.statements).total
    let isTold = !clinician.statements.isEmpty
    let why = "it has no statement; the findings say why"
    let rate = PayFigures(clinician, capsAtFull: capsAtFull)
    return [
      Cell(
        .text(clinician.name), link: .statement(clinician.id),
        detail: StandingWording.specialty(clinician.specialty)
          + (clinician.name == clinician.id ? "" : ", \(clinician.id)")),
      Cell(isTold ? .text(CountWording.list(plans)) : .notAvailable(why)),
      Cell(.of(clinician.totalFTEMillionths, CellValue.clinicalFTE, otherwise: "total FTE is not in the roster")),
      Cell(.workRVU(clinician.work)),
      Cell(isTold ? .money(clinician.earned) : .notAvailable(why)),
      Cell(isTold ? .money(balance.paid) : .notAvailable(why)),
      Cell(isTold ? .money(balance.closing) : .notAvailable(why)),
      Cell(
        .of(rate.annualPerFTE, CellValue.money, otherwise: "total FTE is not known, or fewer than 90 days are told")),
      Cell(.of(rate.perWorkRVU, { .text(PayWording.rate(cents: $0)) }, otherwise: "there is no work above zero")),
    ]
  }
}

import Compensation
import ProductivityModel
import Reporting

/// A clinician's statement outside of a run's pages: as text for a terminal, and as JSON.
public enum StatementOutput {
  /// The lines of text, without line ends.
  public static func lines(of clinician: CompensationResults.Clinician, in results: RunResults) -> [String] {
    ReportText.lines(of: StatementReport.report(of: clinician, in: results))
  }

  /// The statement as JSON: its figures by the names of the data files, and how each period comes about in words.
  public static func json(of clinician: CompensationResults.Clinician, in results: RunResults) -> String {
    let balance = PayBalance(of: clinician.statements)
    let paidSince = StatementReport.paidSince(of: clinician, in: results)
    let statements = clinician.statements.map { statement -> JSONValue in
      let context = StatementContext(of: statement, clinician.member, in: results)
      let whole = StatementReport.whole(statement, of: clinician, in: results)
      let shown = Set(statement.periods.map(\.days))
      return .object([
        "plans": .array(statement.plans.map { .string($0.id) }),
        "measurement_year": .integer(statement.year.last.year),
        "year_start": .string(statement.year.first.description),
        "year_end": .string(statement.year.last.description),
        "earned": .number(statement.earned.description),
        "work_rvu": .number(statement.work.description),
        "periods": .array(
          whole.periods.indices.filter { shown.contains(whole.periods[$0].days) }.map {
            period(PeriodDerivation(ofPeriodAt: $0, in: whole, context), whole.periods[$0])
          }),
      ])
    }
    return JSONValue.object([
      "practice": .string(results.practice), "clinician_id": .string(clinician.id), "name": .string(clinician.name),
      "specialty": .string(clinician.specialty), "period_start": .string(results.period.first.description),
      "period_end": .string(results.period.last.description), "work_rvu": .number(clinician.work.description),
      "opening": .number(balance.total.opening.description), "earned": .number(clinician.earned.description),
      "paid": .number(balance.total.paid.description), "closing": .number(balance.total.closing.description),
      "paid_since": .number(paidSince.description),
      "still_owed": .number((balance.total.closing - paidSince).description),
      "statements": .array(statements), "balances": .array(balance.accounts.map(account)),
      "lines_without_plan": .integer(clinician.linesWithoutPlan),
      "work_rvu_without_plan": .number(clinician.workWithoutPlan.description),
      "basis": .array(clinician.basis.map(JSONValue.string)),
      "cautions": .array(StatementReport.cautions(of: clinician, in: results).map(JSONValue.string)),
    ]).text()
  }

  private static func period(_ derivation: PeriodDerivation, _ period: PeriodStatement) -> JSONValue {
    .object([
      "period_start": .string(derivation.days.first.description),
      "period_end": .string(derivation.days.last.description), "complete": .bool(derivation.isComplete),
      "lines": .integer(period.lines), "work_rvu": .number(period.work.description),
      "work_rvu_to_date": .number(period.workToDate.description), "earned": .number(derivation.earned.description),
      "components": .array(
        zip(period.components, derivation.components.steps).map { component, step in
          .object([
            "line": .string(component.kind.code), "component": .string(component.account),
            "units": component.unitsMillionths.map { .number(DecimalText.plain($0, scale: 6)) } ?? .null,
            "earned": .number(component.amount.description), "how": .string(step.words),
          ])
        }),
      "steps": .array((derivation.parts + [derivation.apart]).flatMap(\.steps).map(step)),
      "balances": .array(period.accounts.map(account)),
      "notes": .array(derivation.notes.map(JSONValue.string)),
    ])
  }

  private static func step(_ step: StatementStep) -> JSONValue {
    let (unit, number): (String, JSONValue) =
      switch step.figure {
      case .work(let work): ("wRVU", .number(work.description))
      case .money(let money): ("dollars", .number(money.description))
      case .share(let millionths): ("share of the year", .number(DecimalText.plain(millionths, scale: 6)))
      case .none: ("", .null)
      }
    return .object([
      "what": .string(step.label), "how": .string(step.words), "figure": number, "unit": .string(unit),
    ])
  }

  private static func account(_ account: AccountBalance) -> JSONValue {
    .object([
      "component": .string(account.account), "opening": .number(account.opening.description),
      "earned": .number(account.earned.description), "paid": .number(account.paid.description),
      "closing": .number(account.closing.description),
    ])
  }
}

import Compensation
import ProductivityModel

/// How a period's pay comes about, from its lines to its sum: all that a statement says of a period.
public struct PeriodDerivation: Hashable, Sendable {
  /// Lines that belong together.
  public struct Part: Hashable, Sendable {
    /// What they lead to: `Work`, `Production`.
    public var title: String
    /// The lines, in the order in which a person would compute them.
    public var steps: [StatementStep]
  }

  /// The days.
  public var days: DayRange
  /// Whether the period is over.
  public var isComplete: Bool
  /// The parts before the sum.
  public var parts: [Part]
  /// What the period pays: the components, which add up to ``earned``.
  public var components: Part
  /// What the period pays in all.
  public var earned: Money
  /// What is paid by no component and is good to know: deficit of a draw, what is above a cap, what is held back.
  public var apart: Part
  /// Sentences: what comes next, what is missing.
  public var notes: [String]

  /// The days in words, and whether they are all of the period.
  public var title: String {
    DateWording.period(days) + (isComplete ? "" : ", to date: the period is not complete")
  }

  /// The derivation of one of a statement's periods.
  public init(ofPeriodAt index: Int, in statement: PlanStatement, _ context: StatementContext) {
    let period = statement.periods[index]
    days = period.days
    isComplete = period.isComplete
    parts = [Part(title: "Work", steps: Self.work(index, statement, context))]
    if let production = ProductionDerivation(ofPeriodAt: index, in: statement, context) {
      parts.append(Part(title: "Production", steps: production.lines))
    }
    components = Part(
      title: "Pay", steps: ComponentDerivation(ofPeriodAt: index, in: statement, context).lines)
    earned = period.earned
    apart = Part(title: "Not in this pay: \(DateWording.period(period.days))", steps: Self.apart(period, statement))
    notes = PeriodNotes.missing(in: period, of: statement)
  }

  private static func work(
    _ index: Int, _ statement: PlanStatement, _ context: StatementContext
  ) -> [StatementStep] {
    let period = statement.periods[index]
    var steps = [
      StatementStep(
        "Credited", "\(CountWording.count(period.lines, "line")) of service in the pay ledger: \(context.credit)",
        .work(period.work))
    ]
    if index > 0, statement.terms.how == .cumulative {
      let lines = statement.periods.prefix(index + 1).reduce(0) { $0 + $1.lines }
      steps.append(
        StatementStep(
          "Credited to date",
          "\(CountWording.count(lines, "line")) since \(DateWording.day(statement.days.first)), measured together",
          .work(period.workToDate)))
    }
    return steps
  }

  private static func apart(_ period: PeriodStatement, _ statement: PlanStatement) -> [StatementStep] {
    var steps: [StatementStep] = []
    if let draw = period.draw {
      func add(_ label: String, _ words: String, _ amount: Money) {
        if amount != .zero { steps.append(StatementStep(label, words, .money(amount))) }
      }
      add("Deficit before", "of the draw, owed by later production", draw.opening)
      add("Added", "draw of the period that its production does not cover", draw.added)
      add("Recovered", "from the period's production", -draw.recovered)
      add("Lapsed", "too old to be recovered", -draw.lapsed)
      add("Forgiven", "no longer owed, since the year or the plan has ended", -draw.forgiven)
      add("To be repaid", "owed by the clinician, since the year or the plan has ended", -draw.repayable)
      steps.append(StatementStep("Deficit after", "of the draw, owed by later production", .money(draw.closing)))
    }
    if period.aboveCap != .zero {
      steps.append(StatementStep("Above a cap", "in the year to date, not paid", .money(period.aboveCap)))
    }
    if period.withheld != .zero {
      steps.append(
        StatementStep("Held back", "in the year to date and not earned back so far", .money(period.withheld)))
    }
    return steps
  }
}

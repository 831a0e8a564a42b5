import Compensation
import ProductivityModel

/// Why production is what it is, in sentences: of the year to date, or of the last period where each stands alone.
struct ProductionAnswer {
  private let statement: PlanStatement
  private let period: PeriodStatement
  private let steps: ProductionSteps
  private let terms: ProductionTerms
  private let caps: [CapStanding]

  /// The answer; nil for a plan without production.
  ///
  /// - Parameters:
  ///   - statement: all periods through the last one that is told.
  ///   - caps: how pay stands against the plan's caps.
  init?(of statement: PlanStatement, caps: [CapStanding] = []) {
    guard let period = statement.periods.last, let steps = period.production, let terms = statement.terms.production
    else { return nil }
    self.statement = statement
    self.period = period
    self.steps = steps
    self.terms = terms
    self.caps = caps
  }

  private var isCumulative: Bool { statement.terms.how == .cumulative }

  /// The sentences.
  var text: String { [earned, deductions].compactMap { $0 }.joined(separator: " ") }

  private var earned: String {
    let days = isCumulative ? DayRange(statement.days.first, through: period.days.last) ?? period.days : period.days
    var text = "Production of \(DateWording.period(days)): \(PayWording.dollars(steps.earned))"
    let paid = steps.tiers.filter { $0.work != .zero }
    if paid.isEmpty {
      text +=
        steps.threshold > .zero
        ? ", since \(PayWording.work(steps.work)) do not exceed the threshold of \(PayWording.number(steps.threshold))"
        : ", since there is no work"
    } else {
      text +=
        " = " + paid.map { "\(PayWording.number($0.work)) x \(PayWording.rate($0.rate))" }.joined(separator: " + ")
      if steps.annualThreshold != nil {
        text +=
          ", the part of \(PayWording.work(steps.work)) above the threshold of \(PayWording.number(steps.threshold))"
      } else if terms.method == .retroactive {
        text += ", the rate of the tier reached for all \(PayWording.work(steps.work))"
      }
    }
    return text + before + "."
  }

  /// What periods before had of it: a part where it is one, and in full what it is where it is not.
  private var before: String {
    guard isCumulative, steps.before != .zero else { return "" }
    let before = PayWording.dollars(steps.before)
    if steps.shortfall > .zero {
      return
        "; the periods before the last were paid \(before), \(PayWording.dollars(steps.shortfall)) more than that, which is not taken back: "
        + "later work makes it good before more is paid"
    }
    if steps.before > .zero, steps.pays >= .zero { return "; \(before) of it in the periods before the last" }
    return "; the periods before the last came to \(before), the last to \(PayWording.dollars(steps.pays))"
  }

  /// What of production is not paid as production: held back, advanced by a draw, above a cap.
  private var deductions: String? {
    let periods = isCumulative ? statement.periods : [period]
    let own = periods.flatMap(\.components).filter { $0.account == StatementComponent.production }
    func sum(_ kinds: Set<StatementComponent.Kind>) -> Money {
      own.filter { kinds.contains($0.kind) }.reduce(into: .zero) { $0 += $1.amount }
    }
    func cap(_ what: String) -> String {
      let standing = caps.first { $0.what == what }
      return "above the cap" + (standing.map { " of \(PayWording.dollars($0.limit)) on \(what)" } ?? " on \(what)")
    }
    let parts: [(Money, String)] = [
      (sum([.productionCap]), cap(CapStanding.production)), (sum([.withhold]), "held back"),
      (sum([.lessDraw, .drawRecovery, .drawRepayment]), "that the draw has paid"),
      (sum([.totalCap]), cap(CapStanding.total)),
    ].filter { $0.0 != .zero }
    guard !parts.isEmpty else { return nil }
    let words = parts.map {
      $0.0 < .zero ? "- \(PayWording.dollars(-$0.0)) \($0.1)" : "+ \(PayWording.dollars($0.0)) no longer \($0.1)"
    }
    let total = own.reduce(into: Money.zero) { $0 += $1.amount }
    return
      "Paid as production: \(PayWording.dollars(sum([.production]))) \(words.joined(separator: " ")) = \(PayWording.dollars(total))."
  }
}

import Compensation
import ProductivityModel

/// The words of caps, floors and guarantees, with the limit that holds and what is held against it.
struct LimitWording {
  private let index: Int
  private let statement: PlanStatement
  private let context: StatementContext

  init(_ index: Int, _ statement: PlanStatement, _ context: StatementContext) {
    self.index = index
    self.statement = statement
    self.context = context
  }

  private var terms: PlanTerms { statement.terms }
  private var isCumulative: Bool { terms.how == .cumulative }
  private var when: String { isCumulative ? "to date" : "in the period" }

  /// The sum of some kinds of component, in the year to date or in the period; of all but limits where none is named.
  private func sum(of kinds: Set<StatementComponent.Kind>?) -> Money {
    let periods = isCumulative ? statement.periods[...index] : statement.periods[index...index]
    return periods.flatMap(\.components).reduce(into: .zero) { sum, component in
      let counts = kinds?.contains(component.kind) ?? ![.totalCap, .totalFloor].contains(component.kind)
      if counts { sum += component.amount }
    }
  }

  /// A cap with what is above it.
  func cap(_ annual: Money?, _ what: String, of kinds: Set<StatementComponent.Kind>?, _ amount: Money) -> String {
    guard let annual else { return "" }
    if amount > .zero { return "what was cut off above the cap in earlier periods and no longer is" }
    let share = isCumulative ? context.interval?.whole.limits : context.interval?.periods[index].wholeShares.limits
    var text = "\(what) is at most \(yearly(annual, terms.limits.per))"
    if let share {
      text +=
        ", here \(PayWording.dollars(share.of(annual))), and comes to \(PayWording.dollars(sum(of: kinds))) \(when)"
    }
    return text + "; what is above is not paid"
  }

  /// How pay stands against the plan's caps: that on production first.
  ///
  /// - Parameter days: the days for which a cap holds.
  func caps(over days: DayRange) -> [CapStanding] {
    let share = isCumulative ? context.interval?.whole.limits : context.interval?.periods[index].wholeShares.limits
    guard let share else { return [] }
    let left = Int(days.last.daysSinceEpoch - statement.periods[index].days.last.daysSinceEpoch)
    func standing(_ annual: Money?, _ what: String, _ kinds: Set<StatementComponent.Kind>?) -> CapStanding? {
      annual.map {
        CapStanding(what: what, limit: share.of($0), sum: sum(of: kinds), days: days, daysLeft: max(left, 0))
      }
    }
    return [
      standing(terms.limits.productionCap, CapStanding.production, [.production]),
      standing(terms.limits.totalCap, CapStanding.total, nil),
    ].compactMap { $0 }
  }

  /// The least total with what it lifts.
  func floor(_ amount: Money) -> String {
    guard let annual = terms.limits.totalFloor else { return "" }
    if amount < .zero { return "what earlier periods were lifted by, made good by later pay" }
    let share =
      isCumulative ? context.toDate(\.limits, through: index) : context.interval?.periods[index].shares.limits
    var text = "everything together is at least \(yearly(annual, terms.limits.per))"
    if let share {
      text += ", here \(PayWording.dollars(share.of(annual))), and comes to \(PayWording.dollars(sum(of: nil))) \(when)"
    }
    return text
  }

  /// The guarantee with what it lifts.
  func guarantee(_ amount: Money) -> String {
    guard let guarantee = terms.guarantee else { return "" }
    if amount < .zero { return "what earlier periods were lifted by, made good by later pay" }
    let share =
      isCumulative ? context.toDate(\.guarantee, through: index) : context.interval?.periods[index].shares.guarantee
    let until = guarantee.until.map { " through \(DateWording.day($0))" } ?? ""
    var text = "base and production are at least \(yearly(guarantee.annual, guarantee.per))\(until)"
    if let share {
      let own = sum(of: [.base, .production, .productionCap, .withhold, .lessDraw, .drawRecovery, .drawRepayment])
      text += ", here \(PayWording.dollars(share.of(guarantee.annual))), and come to \(PayWording.dollars(own)) \(when)"
    }
    return text
  }

  private func yearly(_ amount: Money, _ basis: FTEBasis) -> String {
    "\(PayWording.dollars(amount)) a year\(PayWording.per(basis))"
  }
}

import Compensation
import ProductivityModel

/// Where each component of a period's pay comes from, in words.
struct ComponentDerivation {
  private let index: Int
  private let statement: PlanStatement
  private let period: PeriodStatement
  private let context: StatementContext

  init(ofPeriodAt index: Int, in statement: PlanStatement, _ context: StatementContext) {
    self.index = index
    self.statement = statement
    period = statement.periods[index]
    self.context = context
  }

  private var terms: PlanTerms { statement.terms }

  /// The components, each as a line.
  var lines: [StatementStep] {
    var pools = 0
    return period.components.map { component in
      var words = words(of: component)
      if component.kind == .pool {
        words = QuantityWording(index, statement, context).pool(component, place: pools)
        pools += 1
      }
      return StatementStep(label(of: component), words, .money(component.amount))
    }
  }

  private func label(of component: StatementComponent) -> String {
    switch component.kind {
    case .base: terms.draw == nil ? "Base" : "Draw"
    case .production: "Production"
    case .productionCap: "Above the cap of production"
    case .withhold: "Withhold"
    case .lessDraw: "Already paid by the draw"
    case .drawRecovery: "Recovery of the draw"
    case .drawRepayment: "Repayment of the draw"
    case .guarantee: "Guarantee"
    case .guaranteeMadeGood: "Guarantee made good"
    case .stipend: "Stipend: \(component.account)"
    case .pool: "Pool: \(component.account)"
    case .panel: "Panel"
    case .release: "Earned back"
    case .totalCap:
      component.account == StatementComponent.production
        ? "Above the cap of the total" : "Above the cap of the total: \(component.account)"
    case .totalFloor: "Least total"
    }
  }

  private func words(of component: StatementComponent) -> String {
    switch component.kind {
    case .base: return base
    case .production:
      return terms.how == .cumulative && index > 0
        ? "earned to date less earned before, as worked out above" : "as worked out above"
    case .productionCap:
      let limits = LimitWording(index, statement, context)
      return limits.cap(terms.limits.productionCap, "production", of: [.production], component.amount)
    case .withhold: return withhold
    case .lessDraw: return "production of the period that the draw has paid in advance"
    case .drawRecovery:
      return
        "from the deficit of \(PayWording.dollars(period.draw?.opening ?? .zero)) that draws of earlier periods left"
    case .drawRepayment:
      return "the deficit of the draw that is left at the end of the year, or of the plan, and is owed"
    case .guarantee: return LimitWording(index, statement, context).guarantee(component.amount)
    case .stipend: return QuantityWording(index, statement, context).stipend(component)
    case .panel: return QuantityWording(index, statement, context).panel(component)
    case .pool: return QuantityWording(index, statement, context).pool(component, place: 0)
    case .release: return release(component)
    case .guaranteeMadeGood:
      return
        "what the guarantee paid in the place of what was held back and is now earned back: the higher of the two is paid"
    case .totalCap:
      return LimitWording(index, statement, context)
        .cap(terms.limits.totalCap, "everything together", of: nil, component.amount)
    case .totalFloor: return LimitWording(index, statement, context).floor(component.amount)
    }
  }

  private var base: String {
    guard let base = terms.base else { return "" }
    let time = FTERuns(
      of: context.member.time, over: period.days, assigned: context.assigned, basis: base.per,
      countsLeave: terms.leave.base == .count)
    let year = base.proration == .days ? "of the year's \(statement.year.count)" : "each month a twelfth of the year"
    let advance = terms.draw == nil ? "" : ", an advance on production"
    return "\(PayWording.dollars(base.annual)) a year\(PayWording.per(base.per)): \(time.words), \(year)\(advance)"
  }

  private var withhold: String {
    guard let withhold = terms.withhold else { return "" }
    let subject = withhold.of == .production ? "production" : "base and production"
    return
      "\(PayWording.percent(withhold.shareMillionths)) of \(subject), held back until the quality of the year is known"
  }

  /// What is earned back of all that was held back in the year, by whatever plan.
  private func release(_ component: StatementComponent) -> String {
    let held = period.withheld + component.amount
    let year = statement.year.last.year
    let source = terms.withhold?.release.map { ", as \($0) says" } ?? ""
    guard let share = context.member.quantities.quality[year] else {
      return "what was held back for \(year) and is earned back\(source)"
    }
    return "\(PayWording.percent(share)) of the \(PayWording.dollars(held)) held back for \(year)\(source)"
  }
}

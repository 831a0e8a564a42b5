import Compensation
import ProductivityModel

/// The words of what is paid for duties, a panel and pools: how many, at how much, and which file counts them.
struct QuantityWording {
  private let statement: PlanStatement
  private let period: PeriodStatement
  private let context: StatementContext

  init(_ index: Int, _ statement: PlanStatement, _ context: StatementContext) {
    self.statement = statement
    period = statement.periods[index]
    self.context = context
  }

  private var terms: PlanTerms { statement.terms }

  /// A stipend.
  func stipend(_ component: StatementComponent) -> String {
    guard let stipend = terms.stipends.first(where: { $0.name == component.account }) else { return "" }
    switch stipend.measure {
    case .annual(let amount):
      let paid = DayRange(
        max(period.days.first, stipend.from ?? period.days.first),
        through: min(period.days.last, stipend.until ?? period.days.last))
      guard let paid else {
        return
          "\(PayWording.dollars(amount)) a year\(stipend.from.map { ", from \($0) on" } ?? "")\(stipend.until.map { ", until \($0)" } ?? "")"
      }
      let days = FTERuns(
        of: context.member.time, over: paid, assigned: context.assigned, basis: .person, countsLeave: true)
      let year =
        (stipend.proration ?? terms.proration) == .days
        ? "of the year's \(statement.year.count)" : "each month a twelfth of the year"
      return "\(PayWording.dollars(amount)) a year, whatever the FTE: \(days.words), \(year)"
    case .perUnit(let unit, let amount, let source):
      let count = PayWording.number(millionths: component.unitsMillionths ?? 0)
      return "\(count) x \(PayWording.dollars(amount)) a \(unit), as \(source) counts them"
    }
  }

  /// Pay for the panel, month by month where there are several.
  func panel(_ component: StatementComponent) -> String {
    guard let panel = terms.panel else { return "" }
    let count = PayWording.number(millionths: component.unitsMillionths ?? 0)
    return "\(count) member months x \(PayWording.rate(panel.perMemberPerMonth)), as \(panel.source) counts them"
  }

  /// A share of a pool: of the month that is the period's first, second and so on by `place`.
  func pool(_ component: StatementComponent, place: Int) -> String {
    guard let pool = terms.pool, pool.name == component.account else { return "a share of a pool" }
    let split =
      switch pool.split {
      case .equal: "alike, by the days that each has the plan"
      case .clinicalFTE: "by clinical FTE and days"
      case .workRVU: "by work RVUs"
      }
    let parts = context.member.quantities.pools.filter { $0.pool == pool.name && period.days.contains($0.day) }
    let month = place < parts.count ? " for \(DateWording.month(parts[place].month))" : ""
    return
      "a share\(month) of \(PayWording.dollars(pool.annual)) a year among those with the plan, split month by month \(split)"
  }
}

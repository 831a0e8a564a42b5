import Compensation
import ProductivityModel

/// Sentences on a period: what it leads to next, and what is not known.
enum PeriodNotes {
  /// What the plan pays for and no file says.
  static func missing(in period: PeriodStatement, of statement: PlanStatement) -> [String] {
    period.missing.map { missing in
      switch missing {
      case .panel(let month):
        "Not settled: \(statement.terms.panel?.source ?? "the panel's file") has no members for \(DateWording.month(month)), so the panel of that month is not in the pay."
      case .quality(let year):
        "Not settled: \(statement.terms.withhold?.release.map { "\($0) does not say" } ?? "no file says") which share of what was held back for \(year) is earned back, so nothing of it is in the pay."
      }
    }
  }

  /// What more work leads to after the last period of a statement: at a cap nothing, otherwise the next threshold or tier.
  static func next(in statement: PlanStatement, _ context: StatementContext) -> [String] {
    guard let period = statement.periods.last else { return [] }
    let caps = caps(of: statement, context)
    if let reached = caps.last(where: \.isReached) { return [reached.sentence] }
    let next = next(after: period, in: statement)
    return [next ?? "There is no threshold or tier above the work so far."] + caps.map(\.sentence)
  }

  /// How pay stands against the plan's caps after the last period of a statement.
  static func caps(of statement: PlanStatement, _ context: StatementContext) -> [CapStanding] {
    guard let period = statement.periods.last else { return [] }
    return LimitWording(statement.periods.count - 1, statement, context).caps(over: whole(statement, period))
  }

  /// How far the next threshold or tier is, and when it is reached at the pace so far; nil where there is none.
  static func next(after period: PeriodStatement, in statement: PlanStatement) -> String? {
    guard let next = period.next else { return nil }
    let what = next.isThreshold ? "the threshold of" : "the tier that starts at"
    let isWhole = statement.terms.production?.method == .retroactive && !next.isThreshold
    let pays =
      isWhole ? "from where all wRVUs pay" : next.isThreshold ? "from where each wRVU pays" : "from where the rate is"
    var text =
      "\(PayWording.short(next.distance)) more reach \(what) \(PayWording.short(next.at)) for \(DateWording.period(whole(statement, period))), "
      + "\(pays) \(PayWording.rate(next.rate))."
    if let pace = pace(period, statement, next) { text += " " + pace }
    return text
  }

  private static func whole(_ statement: PlanStatement, _ period: PeriodStatement) -> DayRange {
    if statement.terms.how == .cumulative { return statement.days }
    return MeasurementYear(containing: period.days.first, startMonth: statement.terms.yearStart)
      .periods(statement.terms.every).first { $0.contains(period.days.first) }
      .flatMap { $0.intersection(statement.days) } ?? period.days
  }

  private static func pace(_ period: PeriodStatement, _ statement: PlanStatement, _ next: NextStep) -> String? {
    let isCumulative = statement.terms.how == .cumulative
    let work = isCumulative ? period.workToDate : period.work
    guard
      let days = DayRange(isCumulative ? statement.days.first : period.days.first, through: period.days.last)?.count,
      work > .zero
    else { return nil }
    let last = whole(statement, period).last
    let left = Int(last.daysSinceEpoch - period.days.last.daysSinceEpoch)
    let daily = DecimalText.fixed(work.millionths / Int64(days), scale: 6, decimals: 2, grouping: true)
    // Days until it is reached, rounded up.
    let needed =
      (Int128(next.distance.millionths) * Int128(days) + Int128(work.millionths) - 1) / Int128(work.millionths)
    let pace = "At the pace so far, \(daily) wRVUs a day over \(CountWording.count(days, "day")),"
    if left <= 0 { return "No day is left for it." }
    guard needed <= Int128(left) else {
      return "\(pace) that is not reached in the \(CountWording.count(left, "day")) that are left."
    }
    return "\(pace) that is about \(DateWording.day(period.days.last.advanced(by: Int(needed))))."
  }
}

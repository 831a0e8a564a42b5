import ProductivityModel

/// Holds an employer's statements of a clinician against ours, and tells every difference by cause.
///
/// Work first: lines by what explains them, and what lines do not explain. Each cause's dollars are what the plan pays with it
/// less what it pays without, one cause after the other in their order, through the engine that makes statements: so thresholds,
/// tiers and caps hold, and the parts add up. Then the amount: what remains after the employer's own work is put through the
/// plan is a rate, where another rate of the plan gives the employer's amount to the cent, or else arithmetic.
public struct StatementComparison {
  /// An employer's statement with the lines behind it.
  public struct Item: Sendable {
    /// The statement.
    public var employer: EmployerStatement
    /// Our lines of its days and the employer's; nil where the employer's are not known.
    public var lines: (ours: [CreditedLine], theirs: [EmployerLine])?

    /// A statement.
    public init(_ employer: EmployerStatement, lines: (ours: [CreditedLine], theirs: [EmployerLine])? = nil) {
      self.employer = employer
      self.lines = lines
    }
  }

  private let member: PlanMember
  private let through: CalendarDate
  private let history: [CompensationPlan]

  /// - Parameters:
  ///   - through: the last day counted.
  ///   - history: every entry of the clinician's plans, among whose rates another is looked for.
  public init(of member: PlanMember, through: CalendarDate, history: [CompensationPlan]) {
    self.member = member
    self.through = through
    self.history = history
  }

  /// The comparisons, in the order of the statements.
  public func reconciled(_ items: [Item]) -> [StatementReconciliation] {
    let order = items.indices.sorted { a, b in
      (items[a].employer.days.last, items[a].employer.days.count, a)
        < (items[b].employer.days.last, items[b].employer.days.count, b)
    }
    var results: [Int: StatementReconciliation] = [:]
    var settled: [DayRange] = []
    var earlier: [(days: DayRange, shift: [CalendarDate: Int64])] = []
    for index in order {
      let item = items[index]
      let differences = workDifferences(item)
      let before = earlier.filter { $0.days.last < item.employer.days.first }.map(\.shift)
      results[index] = reconciliation(item, differences, before)
      if settled.allSatisfy({ $0.intersection(item.employer.days) == nil }) {
        settled.append(item.employer.days)
        earlier += differences.sums.values.map { (item.employer.days, $0.days) }
      }
    }
    return items.indices.compactMap { results[$0] }
  }

  // MARK: Work

  private func work(of days: DayRange) -> WorkRVU {
    (0..<days.count).reduce(into: .zero) { $0 += work(on: days.first.advanced(by: $1)) }
  }

  private func work(on day: CalendarDate) -> WorkRVU {
    let index = Int(day.daysSinceEpoch - member.work.days.first.daysSinceEpoch)
    return WorkRVU(
      millionths: member.work.millionths.indices.contains(index) && day <= through ? member.work.millionths[index] : 0)
  }

  private func workDifferences(_ item: Item) -> LineDifferences {
    let days = item.employer.days
    let own = work(of: days)
    guard let lines = item.lines else {
      var differences = LineDifferences()
      let work = (item.employer.work ?? own) - own
      differences.addUnexplained("its lines are not known", work, on: spread(work, over: days))
      return differences
    }
    var differences = LineDifferences(lines.ours, lines.theirs)
    let ours = lines.ours.reduce(into: WorkRVU.zero) { $0 += $1.credit }
    let theirs = lines.theirs.reduce(into: WorkRVU.zero) { $0 += $1.work }
    // Work without a line of its own, such as what a policy gives from another clinician's line.
    let apart = ours - own
    differences.addUnexplained("our lines do not add up to our work", apart, on: spread(apart, over: days))
    let total = (item.employer.work ?? theirs) - theirs
    differences.addUnexplained("its lines do not add up to its work", total, on: spread(total, over: days))
    return differences
  }

  /// Work spread over the days under a plan as ours is; on the last of them where ours is nothing.
  private func spread(_ work: WorkRVU, over days: DayRange) -> [CalendarDate: Int64] {
    let counted = member.assignments.compactMap { $0.days.intersection(days) }.flatMap { range in
      (0..<range.count).map { range.first.advanced(by: $0) }
    }.filter { $0 <= through }
    guard let last = counted.max() else { return [:] }
    let weights = counted.map { max(self.work(on: $0).millionths, 0) }
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard whole > 0 else { return [last: work.millionths] }
    var result: [CalendarDate: Int64] = [:]
    var passed: Int128 = 0
    var before: Int64 = 0
    for (day, weight) in zip(counted, weights) where weight > 0 {
      passed += Int128(weight)
      let sum = Int64(rounded(Int128(work.millionths) * passed, over: whole))
      if sum != before { result[day] = sum - before }
      before = sum
    }
    return result
  }

  // MARK: Dollars

  private func reconciliation(
    _ item: Item, _ differences: LineDifferences, _ earlier: [[CalendarDate: Int64]]
  ) -> StatementReconciliation {
    var employer = item.employer
    if employer.work == nil, let lines = item.lines {
      employer.work = lines.theirs.reduce(into: .zero) { $0 += $1.work }
    }
    let days = employer.days
    let component = employer.component
    let ours = amount(of: days, component, member)
    var parts: [StatementDifference] = []
    var changed = member
    var paid = ours
    for shift in earlier { changed.shift(shift) }
    // Dollars are told only where there are two amounts to tell apart.
    let isTold = employer.amount != nil && ours != nil
    if isTold, let amount = amount(of: days, component, changed), let before = paid {
      if amount != before {
        parts.append(StatementDifference(.earlierPeriods, work: .zero, amount: amount - before))
      }
      paid = amount
    }
    for (subject, sum) in differences.ordered {
      changed.shift(sum.days)
      var part = StatementDifference(
        subject.cause, detail: subject.detail, lines: sum.lines, work: WorkRVU(millionths: sum.work))
      if isTold, let amount = amount(of: days, component, changed), let before = paid {
        part.amount = amount - before
        paid = amount
      }
      if part.work != .zero || part.amount ?? .zero != .zero { parts.append(part) }
    }
    if isTold, let theirs = employer.amount, let paid {
      parts += AmountDifference(of: changed, days, plans: history) { amount(of: days, component, $0) }
        .parts(theirs: theirs, paid: paid)
    }
    return StatementReconciliation(
      employer: employer, work: work(of: employer.days), amount: ours, hasLines: item.lines != nil, differences: parts)
  }

  /// What the plans pay for some days, of one component or in all; nil where a period of theirs lies only partly in them, or none does.
  private func amount(of days: DayRange, _ component: String?, _ member: PlanMember) -> Money? {
    let intervals = PlanArithmetic.intervals(of: member, through: through)
    let periods = PlanArithmetic.unbalanced(intervals, of: member).flatMap(\.periods)
    let touched = periods.filter { $0.days.intersection(days) != nil }
    guard !touched.isEmpty, touched.allSatisfy({ $0.days.intersection(days) == $0.days }) else { return nil }
    return touched.flatMap(\.components).filter { component == nil || $0.account == component }
      .reduce(into: .zero) { $0 += $1.amount }
  }
}

extension PlanMember {
  /// Adds work to days.
  fileprivate mutating func shift(_ days: [CalendarDate: Int64]) {
    for (day, millionths) in days {
      let index = Int(day.daysSinceEpoch - work.days.first.daysSinceEpoch)
      if work.millionths.indices.contains(index) { work.millionths[index] += millionths }
    }
  }
}

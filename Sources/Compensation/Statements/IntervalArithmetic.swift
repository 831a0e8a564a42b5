import ProductivityModel

/// Pays the periods of one measured interval, in order.
struct IntervalArithmetic {
  private let interval: MeasuredInterval
  private let member: PlanMember
  private let terms: PlanTerms
  private let production: ProductionArithmetic?
  /// The deficits of the draw after the periods paid so far.
  private(set) var draws: DrawAccount

  // To date, after the periods paid so far.
  private var shares: MeasuredShares
  private var work = WorkRVU.zero
  private var produced = Money.zero
  private var withheld = Money.zero
  private var total = Money.zero
  private var guaranteed: GuaranteeTopUp
  private var productionCap: CapOverYear
  private var totalCap: CapOverYear
  private var floor: FloorOverYear

  init(_ interval: MeasuredInterval, of member: PlanMember, draws: DrawAccount) {
    self.interval = interval
    self.member = member
    self.draws = draws
    terms = interval.terms
    production = terms.production.map { ProductionArithmetic($0, base: interval.terms.base) }
    shares = MeasuredShares(noneOf: interval.year.days, terms)
    guaranteed = GuaranteeTopUp(terms.guarantee, terms.how)
    productionCap = CapOverYear(terms.limits.productionCap, terms.how, whole: interval.whole)
    totalCap = CapOverYear(terms.limits.totalCap, terms.how, whole: interval.whole)
    floor = FloorOverYear(terms.limits.totalFloor, terms.how)
  }

  /// The statement of all periods that have begun.
  mutating func statement() -> PlanStatement {
    var periods: [PeriodStatement] = []
    for (index, period) in interval.periods.enumerated() {
      let isLast = period.isComplete && period.days.last == interval.days.last
      periods.append(pay(period, isFirst: index == 0, isLast: isLast))
    }
    return PlanStatement(
      clinicianID: member.id, plans: interval.plans, year: interval.year.days, days: interval.days, periods: periods)
  }

  /// Pays one period.
  ///
  /// - Parameter isLast: whether the plan, or its measurement year, ends with it.
  private mutating func pay(_ period: MeasuredPeriod, isFirst: Bool, isLast: Bool) -> PeriodStatement {
    let before = shares
    shares += period.shares
    work += period.work
    var statement = PeriodStatement(
      days: period.days, isComplete: period.isComplete, lines: period.lines, work: period.work, workToDate: work)
    /// What is due to date of a yearly amount less what was due before.
    func due(_ annual: Money, _ share: KeyPath<MeasuredShares, YearShare>) -> Money {
      shares[keyPath: share].of(annual) - before[keyPath: share].of(annual)
    }
    let base = terms.base.map { due($0.annual, \.base) } ?? .zero
    if terms.base != nil { statement.add(.base, StatementComponent.base, base, evenIfZero: true) }
    let net = payProduction(period, base: base, &statement)
    payDraw(period, net, base, isLast: isLast, &statement)
    let plan = statement.earned
    let guarantee = guaranteed.adjustment(period, plan: plan, to: shares)
    statement.add(.guarantee, StatementComponent.guarantee, guarantee)
    for stipend in terms.stipends where stipend.clinicians.isEmpty || stipend.clinicians.contains(member.id) {
      switch stipend.measure {
      case .annual(let annual): statement.add(.stipend, stipend.name, due(annual, \.person), evenIfZero: true)
      case .perUnit(_, let amount, _):
        let units = units(of: stipend.name, in: period.days)
        statement.add(
          .stipend, stipend.name,
          Money(cents: Int64(rounded(Int128(units) * Int128(amount.cents), over: 1_000_000))), units: units,
          evenIfZero: true)
      }
    }
    if let panel = terms.panel { pay(panel, period, &statement) }
    for part in member.quantities.pools where part.pool == terms.pool?.name && period.days.contains(part.day) {
      statement.add(.pool, part.pool, part.amount, evenIfZero: true)
    }
    if isLast { release(&statement) }
    statement.withheld = withheld
    limit(period, &statement)
    total += statement.earned
    statement.aboveCap = productionCap.cut + totalCap.cut
    return statement
  }

  // MARK: Production

  /// Production with its cap and withhold; returns what of it is left.
  private mutating func payProduction(
    _ period: MeasuredPeriod, base: Money, _ statement: inout PeriodStatement
  ) -> Money {
    var net = Money.zero
    if let production, let own = terms.production {
      let isToDate = terms.how == .cumulative
      let measured = (work: isToDate ? work : period.work, shares: isToDate ? shares : period.shares)
      let result = production.earned(measured.work, measured.shares)
      let before = isToDate ? produced : .zero
      let difference = result.earned - before
      let pays = own.clawback ? difference : max(difference, .zero)
      produced += pays
      statement.production = ProductionSteps(
        work: measured.work, share: measured.shares.production, thresholdShare: measured.shares.threshold,
        annualThreshold: production.annualThreshold, threshold: result.threshold, tiers: result.tiers,
        earned: result.earned, before: before, pays: pays, shortfall: pays - difference)
      statement.next =
        isToDate
        ? production.next(after: work, interval.whole) : production.next(after: period.work, period.wholeShares)
      statement.add(.production, StatementComponent.production, pays, evenIfZero: true)
      let cut = productionCap.adjustment(period, pays: pays)
      statement.add(.productionCap, StatementComponent.production, cut)
      net = pays + cut
    }
    if let withhold = terms.withhold {
      let subject = withhold.of == .production ? net : base + net
      let held = Money(
        cents: Int64(rounded(Int128(max(subject, .zero).cents) * Int128(withhold.shareMillionths), over: 1_000_000)))
      withheld += held
      net = net - held
      statement.add(.withhold, StatementComponent.production, -held, evenIfZero: true)
    }
    return net
  }

  private mutating func payDraw(
    _ period: MeasuredPeriod, _ net: Money, _ base: Money, isLast: Bool, _ statement: inout PeriodStatement
  ) {
    guard terms.production?.against == .draw, let rules = terms.draw else { return }
    var (covered, state) = draws.settle(period.days, production: net, draw: base, rules)
    statement.add(.lessDraw, StatementComponent.production, -covered, evenIfZero: true)
    statement.add(.drawRecovery, StatementComponent.production, -state.recovered)
    if isLast, !drawGoesOn {
      draws.end(rules.yearEnd, &state)
      statement.add(.drawRepayment, StatementComponent.production, -state.repayable)
    }
    statement.draw = state
  }

  /// Whether another plan with a draw follows in the same measurement year, which goes on with the deficits.
  private var drawGoesOn: Bool {
    guard interval.days.last < interval.year.days.last else { return false }
    let next = member.assignments.filter { $0.days.first > interval.days.last }
      .min { $0.days.first < $1.days.first }
    return next.map { $0.plan.terms.draw != nil && interval.year.days.contains($0.days.first) } ?? false
  }

  // MARK: Duties, panel, withhold

  /// The units of a duty on days of a period on which the plan is in effect, in millionths.
  private func units(of stipend: String, in days: DayRange) -> Int64 {
    member.quantities.duties.reduce(0) { sum, duty in
      let counts =
        duty.stipend == stipend && days.contains(duty.date) && interval.assigned.contains { $0.contains(duty.date) }
      return counts ? sum + duty.unitsMillionths : sum
    }
  }

  /// Pays for the members of each month, for the part of the month on which the plan is in effect.
  private func pay(_ panel: PanelTerms, _ period: MeasuredPeriod, _ statement: inout PeriodStatement) {
    // The least number that all lengths of months divide.
    let length: Int128 = 377_580
    var members: Int128 = 0
    for month in period.monthDays {
      guard let own = member.quantities.panel[month.month] else {
        statement.missing.append(.panel(month.month))
        continue
      }
      members += Int128(own) * Int128(month.days) * (length / Int128(month.month.days.count))
    }
    let cents = rounded(members * Int128(panel.perMemberPerMonth.millionths), over: 10_000_000_000 * length)
    statement.add(
      .panel, StatementComponent.panel, Money(cents: Int64(cents)), units: Int64(rounded(members, over: length)),
      evenIfZero: true)
  }

  /// What of the withhold is earned back, once the plan or its year has ended.
  private mutating func release(_ statement: inout PeriodStatement) {
    guard terms.withhold != nil, withheld != .zero else { return }
    guard let earned = member.quantities.quality[interval.year.number] else {
      statement.missing.append(.quality(year: interval.year.number))
      return
    }
    let back = Money(cents: Int64(rounded(Int128(withheld.cents) * Int128(earned), over: 1_000_000)))
    statement.add(.release, StatementComponent.quality, back, evenIfZero: true)
    withheld = withheld - back
  }

  // MARK: Limits of the total

  private mutating func limit(_ period: MeasuredPeriod, _ statement: inout PeriodStatement) {
    var cut = totalCap.adjustment(period, pays: statement.earned)
    // What is above the cap is taken from the parts in the reverse of their order, production first.
    for account in statement.accountsToCut where cut < .zero {
      let own = statement.components.filter { $0.account == account }.reduce(into: Money.zero) { $0 += $1.amount }
      let part = min(-cut, max(own, .zero))
      statement.add(.totalCap, account, -part)
      cut += part
    }
    statement.add(.totalCap, StatementComponent.production, cut)
    let lift = floor.adjustment(period, total: total + statement.earned, pays: statement.earned, to: shares)
    statement.add(.totalFloor, StatementComponent.floor, lift)
  }
}

extension PeriodStatement {
  /// Adds a line, unless it is of nothing.
  fileprivate mutating func add(
    _ kind: StatementComponent.Kind, _ account: String, _ amount: Money, units: Int64? = nil, evenIfZero: Bool = false
  ) {
    guard evenIfZero || amount != .zero else { return }
    components.append(StatementComponent(kind, account: account, amount: amount, unitsMillionths: units))
  }

  /// The accounts from which what is above a cap is taken, in order: production, then those paid last.
  fileprivate var accountsToCut: [String] {
    var accounts = [StatementComponent.production]
    for component in components.reversed() where !accounts.contains(component.account) {
      accounts.append(component.account)
    }
    return accounts
  }
}

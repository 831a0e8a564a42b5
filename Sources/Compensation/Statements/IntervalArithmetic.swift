import ProductivityModel

/// Pays the periods of one measured interval, in order.
struct IntervalArithmetic {
  private let interval: MeasuredInterval
  private let member: PlanMember
  private let terms: PlanTerms
  private let production: ProductionArithmetic?
  /// What goes on into the next interval: deficits of the draw, and what is held back.
  private(set) var carried: CarriedPay

  // To date, after the periods paid so far.
  private var shares: MeasuredShares
  private var work = WorkRVU.zero
  private var produced = Money.zero
  /// That of which a share is held back, to date.
  private var withholdSubject = Money.zero
  /// What is held back of this interval's pay, to date.
  private var held = Money.zero
  private var total = Money.zero
  private var guaranteed: GuaranteeTopUp
  private var productionCap: CapOverYear
  private var totalCap: CapOverYear
  private var floor: FloorOverYear

  init(_ interval: MeasuredInterval, of member: PlanMember, carried: CarriedPay) {
    self.interval = interval
    self.member = member
    self.carried = carried
    self.carried.begin(interval.year)
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
    let heldBefore = carried.withheld
    let net = payProduction(period, base: base, &statement)
    payDraw(period, net, base, isLast: isLast, &statement)
    let plan = statement.earned
    let guarantee = guaranteed.adjustment(period, plan: plan, held: carried.withheld - heldBefore, to: shares)
    statement.add(.guarantee, StatementComponent.guarantee, guarantee)
    for stipend in terms.stipends where stipend.pays(member.id) {
      switch stipend.measure {
      case .annual(let annual):
        let due = share(of: stipend, through: period.days.last).of(annual)
        statement.add(
          .stipend, stipend.name, due - share(of: stipend, through: period.days.first.advanced(by: -1)).of(annual),
          evenIfZero: true)
      case .perUnit(_, let amount, _):
        let units = units(of: stipend, in: period.days)
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
    if isLast { carried.lifts += guaranteed.lifts }
    if isLast, !goesOn { release(&statement) }
    statement.withheld = carried.withheld
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
      let part = withhold.of == .production ? net : base + net
      let before = terms.how == .cumulative ? held : .zero
      withholdSubject = terms.how == .cumulative ? withholdSubject + part : part
      // To date, so that what is held back follows production that is taken back.
      let due = Money(
        cents: Int64(
          rounded(Int128(max(withholdSubject, .zero).cents) * Int128(withhold.shareMillionths), over: 1_000_000)))
      held = due
      net = net - (due - before)
      carried.withheld += due - before
      statement.add(.withhold, StatementComponent.production, before - due, evenIfZero: true)
    }
    return net
  }

  private mutating func payDraw(
    _ period: MeasuredPeriod, _ net: Money, _ base: Money, isLast: Bool, _ statement: inout PeriodStatement
  ) {
    guard terms.production?.against == .draw, let rules = terms.draw else { return }
    var (covered, state) = carried.draws.settle(period.days, production: net, draw: base, rules)
    statement.add(.lessDraw, StatementComponent.production, -covered, evenIfZero: true)
    statement.add(.drawRecovery, StatementComponent.production, -state.recovered)
    if isLast, !drawGoesOn {
      carried.draws.end(rules.yearEnd, on: period.days.last, &state)
      statement.add(.drawRepayment, StatementComponent.production, -state.repayable)
    }
    statement.draw = state
  }

  /// The clinician's next plan in the same measurement year; nil where none follows.
  private var next: CompensationPlan? {
    guard interval.days.last < interval.year.days.last else { return nil }
    let next = member.assignments.filter { $0.days.first > interval.days.last }
      .min { $0.days.first < $1.days.first }
    return next.flatMap { interval.year.days.contains($0.days.first) ? $0.plan : nil }
  }

  /// Whether another plan follows in the same measurement year.
  private var goesOn: Bool { next != nil }

  /// Whether another plan with a draw follows in the same measurement year, which goes on with the deficits.
  private var drawGoesOn: Bool { next?.terms.draw != nil }

  // MARK: Duties, panel, withhold

  /// The share of the year, through a day, on which the plan is in effect and the stipend is paid.
  private func share(of stipend: Stipend, through last: CalendarDate) -> YearShare {
    let weights = DayWeights(interval.year.days, stipend.proration ?? terms.proration)
    var share = YearShare(numerator: 0, denominator: weights.whole)
    let first = stipend.from ?? interval.days.first
    guard let paid = DayRange(first, through: min(stipend.until ?? last, last)) else { return share }
    for days in interval.assigned {
      guard let days = days.intersection(paid) else { continue }
      for offset in 0..<days.count { share.numerator += weights.weight(of: days.first.advanced(by: offset)) }
    }
    return share
  }

  /// The units of a duty on days of a period on which the plan is in effect and the stipend is paid, in millionths.
  private func units(of stipend: Stipend, in days: DayRange) -> Int64 {
    member.quantities.duties.reduce(0) { sum, duty in
      let counts =
        duty.stipend == stipend.name && days.contains(duty.date) && stipend.isPaid(on: duty.date)
        && interval.assigned.contains { $0.contains(duty.date) }
      return counts ? sum + duty.unitsMillionths : sum
    }
  }

  /// Pays for the members of each month, for the part of the month on which the plan is in effect.
  private func pay(_ panel: PanelTerms, _ period: MeasuredPeriod, _ statement: inout PeriodStatement) {
    let length = DayWeights.monthLength
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

  /// What of all that is held back in the measurement year is earned back, once its last plan has ended.
  private mutating func release(_ statement: inout PeriodStatement) {
    guard carried.withheld != .zero else { return }
    guard let earned = member.quantities.quality[interval.year.number] else {
      statement.missing.append(.quality(year: interval.year.number))
      return
    }
    let back = Money(cents: Int64(rounded(Int128(carried.withheld.cents) * Int128(earned), over: 1_000_000)))
    statement.add(.release, StatementComponent.quality, back, evenIfZero: true)
    carried.withheld = carried.withheld - back
    // The higher of guarantee and plan: what the guarantee paid in the place of what was held back is made good by it.
    let doubled = carried.lifts.reduce(into: Money.zero) { sum, part in
      let released = Money(cents: Int64(rounded(Int128(part.held.cents) * Int128(earned), over: 1_000_000)))
      sum += max(min(released, part.lift), .zero)
    }
    statement.add(.guaranteeMadeGood, StatementComponent.guarantee, -doubled)
  }

  // MARK: Limits of the total

  private mutating func limit(_ period: MeasuredPeriod, _ statement: inout PeriodStatement) {
    var cut = totalCap.adjustment(period, pays: statement.earned)
    // What is above the cap is taken from the parts in the reverse of their order, production first.
    for account in statement.accountsToCut where cut < .zero {
      let own = statement.components.filter { $0.account == account }.reduce(into: Money.zero) { $0 += $1.amount }
      let part = min(-cut, max(own, .zero))
      statement.add(.totalCap, account, -part)
      if account == StatementComponent.base, var state = statement.draw {
        carried.draws.cut(part, &state)
        statement.draw = state
      }
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

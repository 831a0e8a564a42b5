import ProductivityModel
import TestSupport
import Testing

@testable import Compensation

/// What holds of every plan, whatever its terms; each failure prints its seed.
struct PlanPropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...150

  private func shares(_ terms: PlanTerms) throws -> MeasuredShares {
    var fixture = PlanFixture()
    fixture.terms = terms
    fixture.terms.yearStart = 1
    fixture.terms.ramp = []
    return try #require(
      PlanArithmetic.intervals(of: fixture.member(), through: PlanFixture.day("2026-12-31")).first?.whole)
  }

  @Test func `more work never pays less, and marginal pay has no jump`() throws {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      var terms = PlanTerms()
      terms.base = BaseTerms(annual: Money(cents: random.number(0...50_000_000)))
      let production = random.production()
      terms.production = production
      let arithmetic = ProductionArithmetic(production, base: terms.base)
      let shares = try shares(terms)
      let highest = try #require(production.tiers.last?.rate)
      var work = WorkRVU(millionths: random.number(0...20_000_000))
      var before = arithmetic.earned(work, shares).earned
      for _ in 0..<60 {
        let step = random.number(1...300_000_000)
        work.millionths += step
        let after = arithmetic.earned(work, shares).earned
        #expect(after >= before, "seed \(seed): less at \(work)")
        if production.method == .marginal {
          let most = ConversionRate.money(highest.exactly(forMillionths: step)) + Money(cents: 1)
          #expect(after - before <= most, "seed \(seed): a jump at \(work)")
        }
        before = after
      }
      // At each tier's start, one millionth of a work RVU does not move marginal pay by more than a cent.
      for tier in production.tiers where production.method == .marginal {
        let start = shares.production.of(tier.from)
        let below = arithmetic.earned(WorkRVU(millionths: start.millionths - 1), shares).earned
        let above = arithmetic.earned(WorkRVU(millionths: start.millionths + 1), shares).earned
        #expect(above - below <= Money(cents: 1), "seed \(seed): a jump at tier \(tier.from)")
      }
    }
  }

  @Test func `tiers add up to what is earned, and parts to what a period pays`() {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      let terms = random.terms()
      for period in random.fixture(terms).statements(through: "2027-12-31").flatMap(\.periods) {
        if let steps = period.production {
          #expect(steps.tiers.reduce(into: Money.zero) { $0 += $1.amount } == steps.earned, "seed \(seed)")
          #expect(steps.pays == steps.earned - steps.before + steps.shortfall, "seed \(seed)")
          #expect(steps.shortfall >= .zero, "seed \(seed)")
        }
        #expect(period.earned == period.components.reduce(into: Money.zero) { $0 += $1.amount }, "seed \(seed)")
      }
    }
  }

  @Test func `under cumulative measurement periods add up to the year, however long they are`() throws {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      var terms = random.terms()
      guard terms.production != nil else { continue }
      terms.how = .cumulative
      let fixture = random.fixture(terms)
      var totals: [MeasurementPeriod: Int64] = [:]
      for every in MeasurementPeriod.allCases {
        var own = fixture
        own.terms.every = every
        own.terms.production?.clawback = true
        let statements = own.statements(through: "2027-12-31")
        totals[every] = statements.cents(.production).reduce(0, +)
        let last = try #require(statements.last?.periods.last?.production)
        #expect(totals[every] == last.earned.cents, "seed \(seed) \(every): periods are not the year")
        // Without a clawback the best of the year to date is paid, and never less than the year.
        own.terms.production?.clawback = false
        let kept = own.statements(through: "2027-12-31")
        let best = kept.flatMap(\.periods).compactMap { $0.production?.earned.cents }.max() ?? 0
        #expect(kept.cents(.production).reduce(0, +) == best, "seed \(seed) \(every): not the best of the year")
        #expect(kept.cents(.production).allSatisfy { $0 >= 0 }, "seed \(seed) \(every): below zero")
      }
      #expect(Set(totals.values).count == 1, "seed \(seed): \(totals)")
    }
  }

  @Test func `base, flat stipends and what is due by days add up to the year`() {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      let terms = random.terms()
      var fixture = random.fixture(terms)
      fixture.fte = 1_000_000
      let statements = fixture.statements(through: "2027-12-31")
      if let base = terms.base { #expect(statements.cents(.base).reduce(0, +) == base.annual.cents, "seed \(seed)") }
      for stipend in terms.stipends {
        guard case .annual(let annual) = stipend.measure else { continue }
        let paid = statements.flatMap(\.periods).flatMap(\.components)
          .filter { $0.kind == .stipend && $0.account == stipend.name }
        #expect(paid.reduce(0) { $0 + $1.amount.cents } == annual.cents, "seed \(seed)")
      }
    }
  }

  @Test func `a plan split at any day into two equal ones pays the same, period by period`() throws {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      let fixture = random.fixture(random.terms())
      let days = fixture.effective
      let last = days.first.advanced(by: Int(random.number(0...Int64(days.count - 2))))
      let first = try #require(DayRange(days.first, through: last))
      let second = try #require(DayRange(last.advanced(by: 1), through: days.last))
      let halves = fixture.statements(plans: [fixture.plan("a", days: first), fixture.plan("b", days: second)])
      let whole = fixture.statements()
      #expect(halves.flatMap(\.periods) == whole.flatMap(\.periods), "seed \(seed): split after \(last)")
    }
  }

  @Test func `every cent is balanced: opening and earned less paid is closing, and nothing paid is lost`() {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      let fixture = random.fixture(random.terms())
      let statements = fixture.statements(through: "2027-12-31")
      let periods = statements.flatMap(\.periods)
      var owed = fixture.opening
      for period in periods {
        for account in period.accounts {
          #expect(account.opening == owed[account.account] ?? .zero, "seed \(seed): \(account.account)")
          owed[account.account] = account.closing
        }
        #expect(period.accounts.reduce(into: Money.zero) { $0 += $1.earned } == period.earned, "seed \(seed)")
      }
      guard !periods.isEmpty else { continue }
      let opening = fixture.opening.values.reduce(Int64(0)) { $0 + $1.cents }
      let paid = fixture.payments.reduce(Int64(0)) { $0 + $1.amount.cents }
      let closing = owed.values.reduce(Int64(0)) { $0 + $1.cents }
      #expect(opening + statements.earned - paid == closing, "seed \(seed)")
    }
  }

  @Test func `cutting the year short changes no complete period`() throws {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      var fixture = random.fixture(random.terms())
      fixture.payments = []
      let days = fixture.effective
      let whole = fixture.statements(through: "2027-12-31").flatMap(\.periods)
      let cut = days.first.advanced(by: Int(random.number(0...Int64(days.count - 1))))
      let shorter = PlanArithmetic.statements(of: fixture.member(), through: cut).flatMap(\.periods)
      for (short, long) in zip(shorter, whole) where short.isComplete {
        #expect(short == long, "seed \(seed): cut after \(cut), period \(short.days)")
      }
    }
  }

  @Test func `a cap is never passed and a floor is always reached at the end of the year`() {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      var terms = random.terms()
      terms.limits.per = .person
      terms.leave = LeaveTerms()
      var fixture = random.fixture(terms, reversals: false)
      fixture.fte = 1_000_000
      let earned = fixture.statements(through: "2027-12-31").earned
      let periods = fixture.statements(through: "2027-12-31").flatMap(\.periods).count
      // Each stand-alone period's share is rounded by itself.
      let slack = Int64(terms.how == .standAlone ? periods : 0)
      if let cap = terms.limits.totalCap {
        let most = max(cap, terms.limits.totalFloor ?? .zero)
        #expect(earned <= most.cents + slack, "seed \(seed)")
      }
      if let floor = terms.limits.totalFloor { #expect(earned >= floor.cents - slack, "seed \(seed)") }
    }
  }

  @Test func `a pool is shared to the cent, month by month`() {
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      var terms = PlanTerms()
      let annual = Money(cents: random.number(0...50_000_000))
      terms.pool = PoolTerms(name: "group", annual: annual, split: PoolTerms.Split.allCases[Int(seed % 3)])
      var members: [PlanMember] = []
      for number in 0..<random.number(1...9) { members.append(random.fixture(terms).member("C-\(number)")) }
      let undistributed = PoolSplit.split(
        among: &members, plans: [members[0].assignments[0].plan], counted: DayRange(year: 2026))
      let shared = members.flatMap(\.quantities.pools).reduce(Int64(0)) { $0 + $1.amount.cents }
      let left = undistributed.reduce(Int64(0)) { $0 + $1.amount.cents }
      #expect(shared + left == annual.cents, "seed \(seed)")
      // The order of the members changes nobody's share.
      var turned = Array(members.reversed())
      _ = PoolSplit.split(among: &turned, plans: [members[0].assignments[0].plan], counted: DayRange(year: 2026))
      #expect(turned.reversed().map(\.quantities.pools) == members.map(\.quantities.pools), "seed \(seed)")
    }
  }

  @Test func `those who always share alike in a pool have sums that differ by at most a cent`() throws {
    let guest = try #require(DayRange(PlanFixture.day("2026-02-10"), through: PlanFixture.day("2026-08-20")))
    for seed in Self.seeds {
      var random = RandomPlans(seed: seed)
      var terms = PlanTerms()
      terms.pool = PoolTerms(name: "group", annual: Money(cents: random.number(1...50_000_000)), split: .equal)
      var members = (0..<random.number(2...7)).map { number in
        PlanFixture(terms: terms).member("C-\(number)")
      }
      // Another one comes and goes, so that the shares are not the same each month.
      var other = random.fixture(terms).member("C-9")
      other.assignments = other.assignments.compactMap { own in
        own.days.intersection(guest).map { PlanAssignment(own.plan, days: $0) }
      }
      members.append(other)
      _ = PoolSplit.split(
        among: &members, plans: [members[0].assignments[0].plan], counted: DayRange(year: 2026))
      for month in 1...12 {
        let sums = members.dropLast().map { member in
          member.quantities.pools.prefix { $0.month.month <= month }.reduce(Int64(0)) { $0 + $1.amount.cents }
        }
        #expect((sums.max() ?? 0) - (sums.min() ?? 0) <= 1, "seed \(seed), month \(month)")
      }
    }
  }
}

import Compensation
import ProductivityModel

/// What some statements come to for the practice: earned, paid, owed, and the year's end where it is projected.
struct BudgetSum {
  /// The plan, specialty or component.
  var name: String
  /// Clinicians among them.
  var clinicians = 0
  /// Work in the pay ledger.
  var work = WorkRVU.zero
  /// Owed before, earned, paid, owed after.
  var balance: AccountBalance
  /// Clinicians whose year is projected.
  var projected = 0
  /// Earned by the end of the year by those: at the assumed pace, the lowest, the highest.
  var expected = Money.zero
  var low = Money.zero
  var high = Money.zero

  init(_ name: String) {
    self.name = name
    balance = AccountBalance(account: name, opening: .zero, earned: .zero, paid: .zero)
  }

  /// Everyone together.
  static func total(of results: CompensationResults) -> BudgetSum {
    var sum = BudgetSum("All")
    for clinician in results.clinicians { sum.add(clinician) }
    return sum
  }

  /// By specialty, in the order of the clinicians.
  static func bySpecialty(_ results: CompensationResults) -> [BudgetSum] {
    var sums: [BudgetSum] = []
    for clinician in results.clinicians {
      let name = StandingWording.specialty(clinician.specialty)
      if sums.last?.name != name, !sums.contains(where: { $0.name == name }) { sums.append(BudgetSum(name)) }
      if let index = sums.firstIndex(where: { $0.name == name }) { sums[index].add(clinician) }
    }
    return sums
  }

  /// By plan, in the order of the plans' file: each statement stands under the plans that it is of.
  static func byPlan(_ results: CompensationResults) -> [BudgetSum] {
    var sums: [BudgetSum] = []
    for plan in results.plans where !sums.contains(where: { $0.name == plan.id }) { sums.append(BudgetSum(plan.id)) }
    for clinician in results.clinicians {
      var seen: Set<String> = []
      for statement in clinician.statements {
        guard let id = statement.plans.last?.id else { continue }
        if !sums.contains(where: { $0.name == id }) { sums.append(BudgetSum(id)) }
        guard let index = sums.firstIndex(where: { $0.name == id }) else { continue }
        if seen.insert(id).inserted { sums[index].clinicians += 1 }
        sums[index].work += statement.work
        sums[index].add(PayBalance(of: [statement]).total)
      }
      for (id, outcomes) in projectedByPlan(clinician) {
        guard let index = sums.firstIndex(where: { $0.name == id }) else { continue }
        sums[index].projected += 1
        sums[index].expected += outcomes.expected
        sums[index].low += outcomes.low
        sums[index].high += outcomes.high
      }
    }
    return sums
  }

  /// By component, in the order of a statement.
  static func byComponent(_ results: CompensationResults) -> [AccountBalance] {
    var accounts: [AccountBalance] = []
    for clinician in results.clinicians {
      for account in PayBalance(of: clinician.statements).accounts {
        guard let index = accounts.firstIndex(where: { $0.account == account.account }) else {
          accounts.append(account)
          continue
        }
        accounts[index].opening += account.opening
        accounts[index].earned += account.earned
        accounts[index].paid += account.paid
      }
    }
    let order = StatementComponent.reserved
    return accounts.sorted { a, b in
      (order.firstIndex(of: a.account) ?? order.count, a.account)
        < (order.firstIndex(of: b.account) ?? order.count, b.account)
    }
  }

  private mutating func add(_ clinician: CompensationResults.Clinician) {
    clinicians += 1
    work += clinician.work
    add(PayBalance(of: clinician.statements).total)
    guard let projection = clinician.projections.first else { return }
    projected += 1
    expected += projection.expected.earned
    low += projection.low.earned
    high += projection.high.earned
  }

  private mutating func add(_ other: AccountBalance) {
    balance.opening += other.opening
    balance.earned += other.earned
    balance.paid += other.paid
  }

  private static func projectedByPlan(
    _ clinician: CompensationResults.Clinician
  ) -> [(String, (expected: Money, low: Money, high: Money))] {
    guard let projection = clinician.projections.first else { return [] }
    func earned(_ outcome: YearProjection.Outcome, _ id: String) -> Money {
      outcome.statements.filter { $0.plans.last?.id == id }.reduce(into: .zero) { $0 += $1.earned }
    }
    let ids = projection.expected.statements.compactMap { $0.plans.last?.id }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return ids.map { id in
      (
        id,
        (
          expected: earned(projection.expected, id), low: earned(projection.low, id),
          high: earned(projection.high, id)
        )
      )
    }
  }
}

import ProductivityModel

/// Balances what was earned with what was paid, account by account, over a clinician's statements.
enum AccountLedger {
  /// Adds to each period its balances.
  ///
  /// A payment belongs to the period with its date, or to the next one where none has it; payments after the last period's end
  /// belong to the last period, and those after the last day counted to none.
  static func balance(_ statements: inout [PlanStatement], of member: PlanMember, through: CalendarDate) {
    var owed = member.opening
    var left = member.payments.filter { $0.date <= through }
    let last = statements.indices.last { !statements[$0].periods.isEmpty }
    for statement in statements.indices {
      for period in statements[statement].periods.indices {
        let isLast = statement == last && period == statements[statement].periods.count - 1
        let end = statements[statement].periods[period].days.last
        let own = left.filter { isLast || $0.date <= end }
        left.removeAll { isLast || $0.date <= end }
        let paid = sums(own.map { ($0.component, $0.amount) })
        let earned = sums(statements[statement].periods[period].components.map { ($0.account, $0.amount) })
        var accounts: [AccountBalance] = []
        for account in order(Set(owed.keys).union(paid.keys).union(earned.keys)) {
          let balance = AccountBalance(
            account: account, opening: owed[account] ?? .zero, earned: earned[account] ?? .zero,
            paid: paid[account] ?? .zero)
          owed[account] = balance.closing
          accounts.append(balance)
        }
        statements[statement].periods[period].accounts = accounts
      }
    }
  }

  private static func sums(_ amounts: [(String, Money)]) -> [String: Money] {
    amounts.reduce(into: [:]) { $0[$1.0, default: .zero] += $1.1 }
  }

  /// Accounts of every plan first, in the order of a statement, then those that plans name, by name.
  private static func order(_ accounts: Set<String>) -> [String] {
    StatementComponent.reserved.filter(accounts.contains)
      + accounts.subtracting(StatementComponent.reserved).sorted()
  }
}

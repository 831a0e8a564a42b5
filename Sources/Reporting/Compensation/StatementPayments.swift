import Compensation
import ProductivityModel

/// A clinician's payments, by whether the balance of a statement counts them.
///
/// As the ledger of accounts has it: a payment belongs to the period with its date, or to the next one where none has it; what is
/// left through the last day counted belongs to the last period, and what is paid after that day to none.
struct StatementPayments {
  /// In the balance of the periods shown, by date.
  private(set) var counted: [Payment] = []
  /// Paid after the last day counted, by date; none where later periods than those shown have been counted.
  private(set) var after: [Payment] = []
  /// Counted in periods that are not shown.
  private(set) var elsewhere = Money.zero

  /// The payments of a clinician.
  ///
  /// - Parameters:
  ///   - whole: the clinician with all periods.
  ///   - shown: the days of the periods shown.
  ///   - through: the last day counted.
  init(of whole: CompensationResults.Clinician, shown: Set<DayRange>, through: CalendarDate) {
    let periods = whole.statements.flatMap(\.periods)
    guard let last = periods.last else { return }
    let sorted = whole.member.payments.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    for payment in sorted {
      if payment.date > through {
        if shown.contains(last.days) { after.append(payment) } else { elsewhere += payment.amount }
        continue
      }
      let period = periods.first { payment.date <= $0.days.last } ?? last
      if shown.contains(period.days) { counted.append(payment) } else { elsewhere += payment.amount }
    }
  }

  /// What was paid after the last day counted.
  var paidAfter: Money { after.reduce(into: .zero) { $0 += $1.amount } }

  /// By component: owed on the last day counted, paid after it, and what that leaves; none where nothing was paid after.
  func owedAfter(_ balance: PayBalance) -> [(account: String, owed: Money, paid: Money)] {
    guard !after.isEmpty else { return [] }
    var rows = balance.accounts.map { (account: $0.account, owed: $0.closing, paid: Money.zero) }
    for payment in after {
      if let index = rows.firstIndex(where: { $0.account == payment.component }) {
        rows[index].paid += payment.amount
      } else {
        rows.append((account: payment.component, owed: .zero, paid: payment.amount))
      }
    }
    return rows
  }
}

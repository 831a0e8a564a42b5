import Compensation
import ProductivityModel

/// What is owed of each component over all of a clinician's statements: opening + earned - paid = closing.
public struct PayBalance: Hashable, Sendable {
  /// The components, in the order in which they first stand.
  public var accounts: [AccountBalance]
  /// All components together.
  public var total: AccountBalance

  /// The balance of some statements, the earliest first.
  public init(of statements: [PlanStatement]) {
    accounts = []
    total = AccountBalance(account: "", opening: .zero, earned: .zero, paid: .zero)
    for account in statements.flatMap(\.periods).flatMap(\.accounts) {
      total.earned += account.earned
      total.paid += account.paid
      guard let index = accounts.firstIndex(where: { $0.account == account.account }) else {
        // What was owed before is owed once: later periods open with what the earlier ones leave.
        total.opening += account.opening
        accounts.append(account)
        continue
      }
      accounts[index].earned += account.earned
      accounts[index].paid += account.paid
    }
  }
}

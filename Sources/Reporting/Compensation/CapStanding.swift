import Compensation
import ProductivityModel

/// How pay stands against a cap, in the year to date or in the period, as the plan measures.
struct CapStanding: Hashable {
  /// The words for a cap on production.
  static let production = "production"
  /// The words for a cap on the total.
  static let total = "everything together"

  /// What the cap is on: `everything together`, `production`.
  var what: String
  /// The cap for the days measured.
  var limit: Money
  /// What it is held against, before anything is cut off.
  var sum: Money
  /// The days for which it holds.
  var days: DayRange
  /// Days after the last day counted for which it still holds.
  var daysLeft: Int

  /// Whether nothing more is paid for more of it.
  var isReached: Bool { sum >= limit }

  /// What follows from it for more work.
  var sentence: String {
    let cap = "the cap of \(PayWording.dollars(limit)) on \(what) for \(DateWording.period(days))"
    guard isReached else {
      return "\(PayWording.dollars(limit - sum)) is left below \(cap); what is above it is not paid."
    }
    let above = sum - limit
    let cut = above == .zero ? "" : ", and \(PayWording.dollars(above)) above it is not paid"
    return daysLeft > 0
      ? "\(CountWording.sentence(cap)) is reached\(cut): more work pays nothing more in the \(CountWording.count(daysLeft, "day")) that are left."
      : "\(CountWording.sentence(cap)) was reached\(cut): more work would have paid nothing more."
  }
}

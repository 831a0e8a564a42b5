import ProductivityModel

/// The dated numbers of payment that are neither RVUs, indices nor conversion factors.
public struct PaymentRules: Hashable, Sendable {
  /// All rules.
  public let rules: [PaymentRule]

  /// Rules, in any order; a reader makes sure that no two of a name hold on one day.
  public init(_ rules: [PaymentRule]) { self.rules = rules }

  /// The rule of a name that holds on a day; nil where none does.
  public func rule(_ name: PaymentRule.Name, on day: CalendarDate) -> PaymentRule? {
    rules.first { $0.name == name && $0.effective.contains(day) }
  }

  /// The most that a nonparticipating physician may charge where this is the payment; nil where no rule holds.
  ///
  /// From the payment in cents, as it is published, and rounded once.
  ///
  /// - Source: CMS PFS Relative Value File record layout, "limiting charge".
  public func limitingCharge(of payment: Money, on day: CalendarDate) -> Money? {
    rule(.limitingCharge, on: day).map { Self.share($0.millionths, of: payment) }
  }

  /// What a nonparticipating physician is paid where this is the payment; nil where no rule holds.
  public func nonparticipatingAmount(of payment: Money, on day: CalendarDate) -> Money? {
    rule(.nonparticipatingShare, on: day).map { Self.share($0.millionths, of: payment) }
  }

  /// A share of an amount, rounded once to the cent, half away from zero.
  @inlinable
  public static func share(_ millionths: Int64, of amount: Money) -> Money {
    let product = amount.cents * millionths
    let cents = Int64((product.magnitude + 500_000) / 1_000_000)
    return Money(cents: product < 0 ? -cents : cents)
  }
}

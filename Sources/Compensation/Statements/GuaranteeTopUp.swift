import ProductivityModel

/// What lifts base and production to the guarantee: the higher of the two is paid.
///
/// Under cumulative measurement the guaranteed time to date is compared, and later production makes good what was lifted
/// before; under stand-alone measurement each period by itself. After its last day the guarantee changes nothing more.
struct GuaranteeTopUp {
  private let terms: GuaranteeTerms?
  private let how: MeasurementMode
  private var planned = Money.zero
  private var lifted = Money.zero

  init(_ terms: GuaranteeTerms?, _ how: MeasurementMode) {
    self.terms = terms
    self.how = how
  }

  /// What a period's pay is changed by.
  ///
  /// - Parameters:
  ///   - plan: what base and production pay in the period.
  ///   - shares: of the year to date.
  mutating func adjustment(_ period: MeasuredPeriod, plan: Money, to shares: MeasuredShares) -> Money {
    guard let terms, terms.until.map({ period.days.first <= $0 }) ?? true else { return .zero }
    switch how {
    case .standAlone: return max(period.shares.guarantee.of(terms.annual) - plan, .zero)
    case .cumulative:
      planned += plan
      let due = max(shares.guarantee.of(terms.annual) - planned, .zero)
      let adjustment = due - lifted
      lifted = due
      return adjustment
    }
  }
}

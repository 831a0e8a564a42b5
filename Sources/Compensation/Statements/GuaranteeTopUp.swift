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
  private var held = Money.zero
  /// What was lifted, with what was held back of the same time: by period where each stands alone, otherwise to date.
  private(set) var lifts: [(held: Money, lift: Money)] = []

  init(_ terms: GuaranteeTerms?, _ how: MeasurementMode) {
    self.terms = terms
    self.how = how
  }

  /// What a period's pay is changed by.
  ///
  /// - Parameters:
  ///   - plan: what base and production pay in the period, without what is held back.
  ///   - held: what is held back of it.
  ///   - shares: of the year to date.
  mutating func adjustment(_ period: MeasuredPeriod, plan: Money, held: Money, to shares: MeasuredShares) -> Money {
    guard let terms, terms.until.map({ period.days.first <= $0 }) ?? true else { return .zero }
    switch how {
    case .standAlone:
      let lift = max(period.shares.guarantee.of(terms.annual) - plan, .zero)
      lifts.append((held, lift))
      return lift
    case .cumulative:
      planned += plan
      let due = max(shares.guarantee.of(terms.annual) - planned, .zero)
      let adjustment = due - lifted
      lifted = due
      self.held += held
      lifts = [(self.held, lifted)]
      return adjustment
    }
  }
}

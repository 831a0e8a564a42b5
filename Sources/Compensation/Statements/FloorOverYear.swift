import ProductivityModel

/// What lifts pay to the least total.
///
/// Under cumulative measurement the year to date is lifted to its share of the floor, and later pay makes good what was lifted
/// before; under stand-alone measurement each period is lifted by itself.
struct FloorOverYear {
  private let annual: Money?
  private let how: MeasurementMode
  private var lifted = Money.zero

  init(_ annual: Money?, _ how: MeasurementMode) {
    self.annual = annual
    self.how = how
  }

  /// What a period's pay is changed by.
  ///
  /// - Parameters:
  ///   - total: of the year to date with the period, lifts of earlier periods among it.
  ///   - pays: the period's own pay before.
  ///   - shares: of the year to date.
  mutating func adjustment(_ period: MeasuredPeriod, total: Money, pays: Money, to shares: MeasuredShares) -> Money {
    guard let annual else { return .zero }
    switch how {
    case .standAlone: return max(period.shares.limits.of(annual) - pays, .zero)
    case .cumulative:
      let due = max(shares.limits.of(annual) - (total - lifted), .zero)
      let adjustment = due - lifted
      lifted = due
      return adjustment
    }
  }
}

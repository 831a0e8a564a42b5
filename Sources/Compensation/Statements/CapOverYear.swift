import ProductivityModel

/// What is cut off above a cap.
///
/// Under cumulative measurement pay runs freely until the year to date reaches the cap of the whole measured time; under
/// stand-alone measurement each period has its own share of the cap.
struct CapOverYear {
  private let annual: Money?
  private let how: MeasurementMode
  private let whole: MeasuredShares
  private var paid = Money.zero
  /// What has been cut off in the year to date.
  private(set) var cut = Money.zero

  init(_ annual: Money?, _ how: MeasurementMode, whole: MeasuredShares) {
    self.annual = annual
    self.how = how
    self.whole = whole
  }

  /// What a period's pay is changed by: negative above the cap; positive where less pay brings back what was cut before.
  mutating func adjustment(_ period: MeasuredPeriod, pays: Money) -> Money {
    guard let annual else { return .zero }
    switch how {
    case .standAlone:
      let above = max(pays - period.wholeShares.limits.of(annual), .zero)
      cut += above
      return -above
    case .cumulative:
      paid += pays
      let above = max(paid - whole.limits.of(annual), .zero)
      let adjustment = cut - above
      cut = above
      return adjustment
    }
  }
}

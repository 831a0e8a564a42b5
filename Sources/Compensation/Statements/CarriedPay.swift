import ProductivityModel

/// What one measured interval hands on to the clinician's next.
struct CarriedPay {
  /// The deficits of the draw.
  var draws: DrawAccount
  /// What is held back in the measurement year and not released.
  var withheld = Money.zero
  /// What a guarantee lifted, with what was held back of the same time: what is released of it makes the lift good.
  var lifts: [(held: Money, lift: Money)] = []
  private var year: MeasurementYear?

  /// What a clinician begins with.
  init(openingDeficit: Money) { draws = DrawAccount(opening: openingDeficit) }

  /// Begins an interval: what is held back of another year stays with that year.
  mutating func begin(_ year: MeasurementYear) {
    if year != self.year {
      withheld = .zero
      lifts = []
    }
    self.year = year
  }
}

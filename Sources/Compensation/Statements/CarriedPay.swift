import ProductivityModel

/// What one measured interval hands on to the clinician's next.
struct CarriedPay {
  /// The deficits of the draw.
  var draws = DrawAccount()
  /// What is held back in the measurement year and not released.
  var withheld = Money.zero
  private var year: MeasurementYear?

  /// Begins an interval: what is held back of another year stays with that year.
  mutating func begin(_ year: MeasurementYear) {
    if year != self.year { withheld = .zero }
    self.year = year
  }
}

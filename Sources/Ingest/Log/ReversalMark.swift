/// What makes a line the reversal of another, besides units below zero.
enum ReversalMark: String, CaseIterable {
  /// Nothing else.
  case negativeUnits = "negative-units"
  /// A charge below zero: some systems reverse a charge by another of the same units and the opposite amount.
  case negativeCharge = "negative-charge"
}

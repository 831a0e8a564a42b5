/// By which FTE an amount for 1.0 is scaled.
public enum FTEBasis: String, CaseIterable, Hashable, Sendable {
  /// Clinical FTE.
  case clinical = "clinical-fte"
  /// Total FTE: clinical and other.
  case total = "total-fte"
  /// Not by FTE: the amount is for a person, by the days that the plan is in effect.
  case person
}

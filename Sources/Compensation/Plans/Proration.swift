/// How a year's amounts and thresholds fall on its days.
public enum Proration: String, CaseIterable, Hashable, Sendable {
  /// Each day of the year alike.
  case days
  /// Each month a twelfth, and each day of a month alike.
  case months
}

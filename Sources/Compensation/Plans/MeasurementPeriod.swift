/// How often pay is measured.
public enum MeasurementPeriod: String, CaseIterable, Hashable, Sendable {
  /// Each month of the measurement year.
  case month
  /// Each three months of the measurement year, from its first.
  case quarter
  /// The whole measurement year.
  case year

  /// Its length in months.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}

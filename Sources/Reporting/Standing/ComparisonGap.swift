import ProductivityModel

/// Why nothing of a clinician is annualised, placed or ranked.
public enum ComparisonGap: Hashable, Sendable {
  /// The clinician is not in the roster, so clinical FTE is not known.
  case unknownFTE
  /// Clinical FTE is zero.
  case noFTE
  /// There is not a line in the period.
  case noLines
  /// No day of the period counts.
  case noDays
  /// Fewer than three months count.
  case shortPeriod(days: Int)
  /// None of the days that count is a working day.
  case noWorkingDays
  /// The mean clinical FTE is below the job's least, in millionths.
  case lowFTE(least: Int64)
  /// The earlier year has no shares for the specialty's months.
  case noSeason
  /// The rows of a split role do not fit together.
  case faultySplit
}

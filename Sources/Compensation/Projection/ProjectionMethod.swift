/// How the rest of a measurement year is projected, by the word that jobs and data files use.
public enum ProjectionMethod: String, CaseIterable, Hashable, Sendable {
  /// Work for an FTE-day as so far in the year.
  case runRate = "run-rate"
  /// Work for an FTE-day as so far, and each month of the rest by what it carried in an earlier year.
  case season
  /// Work for an FTE-day as in the last three complete months.
  case recent
}

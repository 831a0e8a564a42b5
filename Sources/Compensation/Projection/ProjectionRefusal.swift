/// Why a year is not projected.
public enum ProjectionRefusal: Error, Hashable, Sendable {
  /// The clinician has no plan that goes on after the last day counted in its measurement year: nothing is left to project.
  case nothingLeft
  /// Fewer complete months of the plan's measurement year than ``YearProjection/leastMonths`` have clinical time.
  case tooFewMonths(Int)
  /// The roster has no clinical FTE on the days to come.
  case noTimeLeft
  /// No earlier year has a season for the specialty.
  case noSeason
  /// Work so far is not above zero.
  case noWork
  /// The engine gives no statement, or a quantity is beyond all measure.
  case notComputed
}

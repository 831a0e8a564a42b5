import ProductivityModel

/// What a projection takes for what is not known yet.
public enum ProjectionAssumption: Hashable, Sendable {
  /// The rest is worked at this mean clinical FTE, in millionths, as the roster has it.
  case fte(millionths: Int64)
  /// Units of a duty for the rest of the year, in millionths: those so far, by the days so far and to come.
  case duties(stipend: String, unitsMillionths: Int64)
  /// The panel of the last month that is known, in millionths of a member.
  case panel(month: YearMonth, membersMillionths: Int64)
  /// The share of a pool in the last month that is known, for each month to come.
  case pool(String, month: YearMonth, amount: Money)
  /// What is held back is not released: nothing is known of the year's quality.
  case nothingReleased(year: Int)
}

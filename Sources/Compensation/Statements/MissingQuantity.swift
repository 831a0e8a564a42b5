import ProductivityModel

/// Something that a plan pays for and of which no file says how much.
public enum MissingQuantity: Hashable, Sendable {
  /// The members of a panel in a month.
  case panel(YearMonth)
  /// The share of a year's withhold that was earned back.
  case quality(year: Int)
}

/// What became of the rows of a table of which a cohort is made; each row is in exactly one of these.
public struct CohortAccount: Hashable, Sendable {
  /// Rows whose value is in the cohort.
  public var used = 0
  /// Rows without a value.
  public var blank = 0
  /// Rows with a value and without a group, which are in no distribution.
  public var withoutGroup = 0
  /// Rows that cannot be understood.
  public var notUnderstood = 0
  /// How many of the used values had more than six decimals and were rounded to six.
  public var rounded = 0

  /// All rows but the header and those before it.
  public var rows: Int { used + blank + withoutGroup + notUnderstood }
}

/// What the reader should know of lines that were looked at together, or of one with several units.
enum SessionFlag: Int, CaseIterable {
  /// Places beyond those whose shares the policy names.
  case laterPlaces
  /// 50 on a line with neither one nor two units.
  case unusualSides
  /// Three and more units of a code whose both sides are worth one and a half.
  case perhapsSides
  /// Without a price, and valued by the policy.
  case valued
  /// A part of another service of the day.
  case bundled
}

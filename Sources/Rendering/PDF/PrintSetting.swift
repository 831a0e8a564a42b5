/// How a report was set on paper, so that it is set in the same way where it is bound with others.
struct PrintSetting: Sendable {
  /// How many pages it has.
  var pages: Int
  /// How close a report for one page is set, 0 to 1; nil for others.
  var tightness: Double?
}

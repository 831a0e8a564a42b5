import ProductivityModel

/// A quantity through the months, small enough for a table cell.
public struct Sparkline: Hashable, Sendable {
  /// The quantity by month, in order; nil where a month has no days, which is shown as a gap and never as zero.
  public var values: [WorkRVU?]
  /// The top of the scale, the same for all sparklines that are to be compared; the bottom is zero.
  public var highest: WorkRVU
  /// The same in words, for those who do not see it: `from 312.4 in Oct to 401.0 in Sep`.
  public var text: String

  /// A quantity on a scale.
  public init(values: [WorkRVU?], highest: WorkRVU, text: String) {
    self.values = values
    self.highest = highest
    self.text = text
  }
}

import Benchmarking

/// Two percentiles of each of several people, one across and one up, with lines at the median of both.
public struct QuadrantChart: Hashable, Sendable {
  /// Where a percentile stands on an axis.
  public enum Place: Hashable, Sendable {
    /// Between the published points: 0 to 100.
    case at(Double)
    /// Below the lowest published percent: drawn at the lower edge, open.
    case below(Int)
    /// Above the highest published percent: drawn at the upper edge, open.
    case above(Int)

    /// The place of a position; nil where no percentile is known.
    public init?(_ position: Placement.Position) {
      switch position {
      case .at(let percentile): self = .at(percentile)
      case .below(let percent): self = .below(percent)
      case .above(let percent): self = .above(percent)
      case .ratioOnly: return nil
      }
    }
  }

  /// One person.
  public struct Point: Hashable, Sendable {
    /// The number by which the table under the chart names the person.
    public var label: String
    /// The percentile across.
    public var across: Place
    /// The percentile up.
    public var up: Place

    /// A person.
    public init(label: String, across: Place, up: Place) {
      self.label = label
      self.across = across
      self.up = up
    }
  }

  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences.
  public var description: String
  /// What the marks mean, in a sentence or two.
  public var legend: String
  /// What is measured across.
  public var acrossAxis: String
  /// What is measured up.
  public var upAxis: String
  /// The words in the corners: upper left, upper right, lower left, lower right.
  public var corners: [String]
  /// Points between the two percentiles beyond which a pair of dashed lines is drawn; nil for none.
  public var gap: Int?
  /// The people, in the order of the table.
  public var points: [Point]

  /// People by two percentiles.
  public init(
    title: String, description: String, legend: String, acrossAxis: String, upAxis: String, corners: [String],
    gap: Int?,
    points: [Point]
  ) {
    self.title = title
    self.description = description
    self.legend = legend
    self.acrossAxis = acrossAxis
    self.upAxis = upAxis
    self.corners = corners
    self.gap = gap
    self.points = points
  }
}

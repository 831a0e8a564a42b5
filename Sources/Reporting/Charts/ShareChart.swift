/// Shares of a whole side by side: one's own, and those of others, for each of several parts, such as levels of visits.
public struct ShareChart: Hashable, Sendable {
  /// A part of the whole.
  public struct Part: Hashable, Sendable {
    /// Its name: `99214`.
    public var label: String
    /// The share of each series, 0 to 1, in the order of ``ShareChart/series``; nil where it is not known or hidden.
    public var shares: [Double?]

    /// A part.
    public init(label: String, shares: [Double?]) {
      self.label = label
      self.shares = shares
    }
  }

  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences.
  public var description: String
  /// Whose shares they are; the first is the one that the picture is about.
  public var series: [String]
  /// The parts, in order.
  public var parts: [Part]

  /// Shares of parts.
  public init(title: String, description: String, series: [String], parts: [Part]) {
    self.title = title
    self.description = description
    self.series = series
    self.parts = parts
  }
}

import Benchmarking

/// A distribution as a strip of unnamed dots, over a survey's points, with one of them marked.
public struct StripChart: Hashable, Sendable {
  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences.
  public var description: String
  /// What is measured, with its unit, for the axis.
  public var axis: String
  /// The published points; percents ascending; empty where there is no survey.
  public var points: [SurveyPoint]
  /// The values of the others, in millionths of the unit, ascending; empty where they are too few to be shown.
  public var others: [Int64]
  /// The value that is marked; nil for none.
  public var marked: Int64?
  /// Whose it is.
  public var label: String

  /// A strip.
  public init(
    title: String, description: String, axis: String, points: [SurveyPoint], others: [Int64], marked: Int64?,
    label: String
  ) {
    self.title = title
    self.description = description
    self.axis = axis
    self.points = points
    self.others = others
    self.marked = marked
    self.label = label
  }
}

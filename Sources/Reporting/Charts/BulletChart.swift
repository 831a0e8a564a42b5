import Benchmarking
import ProductivityModel

/// Several values, each as a bar beside its own distribution and its target: bullet bars.
public struct BulletChart: Hashable, Sendable {
  /// How a bar is filled.
  public enum Shade: Hashable, Sendable {
    /// Wholly.
    case dark
    /// Light, with a line around it: what needs no attention beside dark ones.
    case pale
  }

  /// One bar.
  public struct Row: Hashable, Sendable {
    /// Whose value, or what it is.
    public var label: String
    /// The value, in millionths of the unit; nil where there is none.
    public var value: Int64?
    /// The published points behind the bar, in the same unit; percents ascending; empty where there are none.
    public var points: [SurveyPoint]
    /// The target; nil for none.
    public var target: Int64?
    /// The value in words: `8,412.3, 76th percentile`.
    public var text: String
    /// How the bar is filled: what a shade means is in ``text`` too.
    public var shade = Shade.dark

    /// A bar.
    public init(
      label: String, value: Int64?, points: [SurveyPoint], target: Int64?, text: String, shade: Shade = .dark
    ) {
      self.shade = shade
      self.label = label
      self.value = value
      self.points = points
      self.target = target
      self.text = text
    }
  }

  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences.
  public var description: String
  /// What is measured, with its unit, for the axis.
  public var axis: String
  /// What the marks mean, in a sentence or two.
  public var legend: String
  /// The bars, in order, all on one scale.
  public var rows: [Row]

  /// Bars on one scale.
  public init(title: String, description: String, axis: String, legend: String, rows: [Row]) {
    self.title = title
    self.description = description
    self.axis = axis
    self.legend = legend
    self.rows = rows
  }
}

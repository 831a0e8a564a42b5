import Benchmarking
import ProductivityModel

/// A picture of numbers: what it shows, not how it is drawn.
public enum ReportChart: Sendable {
  /// A value among a survey's published points.
  case band(BandChart)
  /// A quantity by month.
  case months(MonthChart)
  /// Many values, each beside the distribution of its own group.
  case standings(StandingChart)
  /// How one quantity becomes another, step by step.
  case waterfall(WaterfallChart)
  /// Two percentiles of each of several people.
  case quadrant(QuadrantChart)
  /// Several values, each as a bar over its own distribution.
  case bullets(BulletChart)
  /// A distribution as dots, one of them marked.
  case strip(StripChart)
  /// Shares of a whole beside those of others.
  case shares(ShareChart)
}

/// A value among a survey's published points.
public struct BandChart: Hashable, Sendable {
  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences, for those who do not see it.
  public var description: String
  /// What is measured, with its unit, for the axis.
  public var axis: String
  /// The published points; percents ascending.
  public var points: [SurveyPoint]
  /// The value, in millionths of the unit.
  public var value: Int64
  /// Whose it is.
  public var label: String

  /// A value among points.
  public init(
    title: String, description: String, axis: String, points: [SurveyPoint], value: Int64, label: String
  ) {
    self.title = title
    self.description = description
    self.axis = axis
    self.points = points
    self.value = value
    self.label = label
  }
}

/// A quantity by month.
public struct MonthChart: Hashable, Sendable {
  /// One month of it.
  public struct Point: Hashable, Sendable {
    /// The month.
    public var month: YearMonth
    /// The quantity; nil where the month has no days, which is shown as a gap and never as zero.
    public var value: WorkRVU?
    /// Whether only some of the month's days count.
    public var isPartial: Bool

    /// A month of a quantity.
    public init(month: YearMonth, value: WorkRVU?, isPartial: Bool) {
      self.month = month
      self.value = value
      self.isPartial = isPartial
    }
  }

  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences.
  public var description: String
  /// What is measured, with its unit.
  public var axis: String
  /// The months, in order, none left out.
  public var points: [Point]
  /// What the survey's percentiles come to in each month for the clinician's days and clinical FTE, in the order of ``points``; a month
  /// without days has none, and empty means that no band is drawn.
  public var band: [[SurveyPoint]] = []
  /// The target of each month, in the order of ``points``; empty for none.
  public var targets: [WorkRVU?] = []

  /// A quantity by month.
  public init(title: String, description: String, axis: String, points: [Point]) {
    self.title = title
    self.description = description
    self.axis = axis
    self.points = points
  }
}

/// Many values, each row beside the distribution of its own group, all as multiples of their group's median.
public struct StandingChart: Hashable, Sendable {
  /// One group: a specialty with its survey and its clinicians.
  public struct Row: Hashable, Sendable {
    /// The group's name.
    public var label: String
    /// The published points; the 50th is among them and above zero.
    public var points: [SurveyPoint]
    /// The values, in millionths of the unit, ascending.
    public var values: [Int64]

    /// A group.
    public init(label: String, points: [SurveyPoint], values: [Int64]) {
      self.label = label
      self.points = points
      self.values = values
    }
  }

  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences.
  public var description: String
  /// What is measured, for the axis.
  public var axis: String
  /// What the marks mean, in a sentence or two.
  public var legend: String
  /// The groups, in order.
  public var rows: [Row]

  /// Groups of values.
  public init(title: String, description: String, axis: String, legend: String, rows: [Row]) {
    self.title = title
    self.description = description
    self.axis = axis
    self.legend = legend
    self.rows = rows
  }
}

/// Where one value stands in a distribution, small enough for a table cell.
public struct StandingMark: Hashable, Sendable {
  /// The published points; percents ascending.
  public var points: [SurveyPoint]
  /// The value, in millionths of the unit; nil where there is none.
  public var value: Int64?
  /// The ends of the scale, in millionths of the unit: the same for all marks that are to be compared.
  public var scale: ClosedRange<Int64>
  /// The placement in words, for those who do not see it.
  public var text: String

  /// A mark on a scale.
  public init(points: [SurveyPoint], value: Int64?, scale: ClosedRange<Int64>, text: String) {
    self.points = points
    self.value = value
    self.scale = scale
    self.text = text
  }
}

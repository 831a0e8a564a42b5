import ProductivityModel

/// One published percentile of a survey: a percent and the value there.
public struct SurveyPoint: Hashable, Sendable {
  /// The percent, above 0 and below 100.
  public let percent: Int
  /// The value, in the metric's unit times one million.
  public let millionths: Int64

  /// A published point.
  public init(percent: Int, millionths: Int64) {
    self.percent = percent
    self.millionths = millionths
  }
}

/// A survey's distribution of one metric for one specialty, as published: points and nothing between or beyond them.
public struct SurveyRow: Hashable, Sendable {
  /// The survey's name.
  public var survey: String
  /// The year of publication.
  public var year: Int
  /// The year in which the data were earned; nil where the file does not say.
  public var dataYear: Int?
  /// The specialty, in the survey's words.
  public var specialty: String
  /// The region; empty for all.
  public var region: String
  /// The kind of provider; empty for all.
  public var providerType: String
  /// What is measured, and so the unit of the values.
  public var metric: SurveyMetric
  /// How many people the distribution describes.
  public var respondents: Int?
  /// How many organisations they come from.
  public var organisations: Int?
  /// The published mean, in millionths of the metric's unit; nil where none is.
  public var meanMillionths: Int64?
  /// The published standard deviation, in millionths of the metric's unit; nil where none is.
  public var deviationMillionths: Int64?
  /// The published points, percents ascending, values never falling.
  public var points: [SurveyPoint]
  /// Where the row stands in its file.
  public var position: SourcePosition
  /// Whether the distribution is put together from several rows, of surveys or of a split role's specialties, so that nobody
  /// published it.
  public var isBlended = false

  /// A row of a survey.
  public init(
    survey: String, year: Int, dataYear: Int?, specialty: String, region: String = "", providerType: String = "",
    metric: SurveyMetric, respondents: Int?, organisations: Int? = nil, meanMillionths: Int64? = nil,
    deviationMillionths: Int64? = nil, points: [SurveyPoint], position: SourcePosition
  ) {
    self.survey = survey
    self.year = year
    self.dataYear = dataYear
    self.specialty = specialty
    self.region = region
    self.providerType = providerType
    self.metric = metric
    self.respondents = respondents
    self.organisations = organisations
    self.meanMillionths = meanMillionths
    self.deviationMillionths = deviationMillionths
    self.points = points
    self.position = position
  }

  /// The published median, in millionths of the metric's unit.
  public var medianMillionths: Int64? { points.first { $0.percent == 50 }?.millionths }

  /// The value published at a percent, in millionths.
  public func millionths(atPercent percent: Int) -> Int64? { points.first { $0.percent == percent }?.millionths }
}

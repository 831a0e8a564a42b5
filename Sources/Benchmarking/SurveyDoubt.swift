import ProductivityModel

/// Something about a survey's row that cannot be, or that calls for a look at the survey.
public struct SurveyDoubt: Hashable, Sendable {
  /// What is doubtful.
  public enum Kind: Hashable, Sendable {
    /// All published points are zero: that is how some files write what is not published.
    case allZero
    /// The values are of another metric's magnitude: an error.
    case wrongMagnitude
    /// The values are at the edge of what the metric's magnitude can be: a warning.
    case oddMagnitude
    /// The mean lies outside the published points.
    case meanOutside
    /// No median is published, so no ratio to it is known.
    case noMedian
    /// There are fewer respondents than organisations.
    case fewerThanOrganisations
  }

  /// What is doubtful.
  public var kind: Kind
  /// The column of the standard form that it is about.
  public var column: String
  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// What to do about it.
  public var hint: String

  /// Whether the row must be left out.
  public var isError: Bool { kind == .allZero || kind == .wrongMagnitude }

  /// What is doubtful about the magnitude of a distribution that was worked out; nil where nothing is.
  public static func magnitude(of distribution: CohortDistribution, as metric: SurveyMetric) -> SurveyDoubt? {
    let quantiles = distribution.quantiles
    guard !quantiles.isEmpty else { return nil }
    let middle = quantiles.first { $0.percent == 50 } ?? quantiles[quantiles.count / 2]
    return SurveyMagnitude.doubt(about: metric, percent: middle.percent, middle.millionths)
  }

  /// All that is doubtful about a row, of which the points are known not to fall.
  public static func all(about row: SurveyRow) -> [SurveyDoubt] {
    if let last = row.points.last, last.millionths == 0 {
      return [
        SurveyDoubt(
          kind: .allZero, column: "p\(last.percent)", message: "all percentiles are 0",
          hint: "leave blank what the survey does not publish; it is never zero")
      ]
    }
    var doubts: [SurveyDoubt] = []
    if let doubt = SurveyMagnitude.doubt(about: row) { doubts.append(doubt) }
    if let lowest = row.points.first, let highest = row.points.last, row.points.count >= 2,
      let mean = row.meanMillionths,
      mean < lowest.millionths || mean > highest.millionths
    {
      func shown(_ value: Int64) -> String { DecimalText.plain(value, scale: 6) }
      doubts.append(
        SurveyDoubt(
          kind: .meanOutside, column: "mean",
          message:
            "the mean (\(shown(mean))) lies outside p\(lowest.percent) (\(shown(lowest.millionths))) to p\(highest.percent) (\(shown(highest.millionths)))",
          hint: "check the row against the survey: columns may have shifted"))
    }
    if row.medianMillionths == nil {
      doubts.append(
        SurveyDoubt(
          kind: .noMedian, column: "p50", message: "the row has no median, so no ratio to it can be given",
          hint: "add p50 where the survey publishes it"))
    }
    if let people = row.respondents, let organisations = row.organisations, people < organisations {
      doubts.append(
        SurveyDoubt(
          kind: .fewerThanOrganisations, column: "n",
          message: "the row has \(people) respondents of \(organisations) organisations",
          hint: "see whether the two columns are exchanged"))
    }
    return doubts
  }
}

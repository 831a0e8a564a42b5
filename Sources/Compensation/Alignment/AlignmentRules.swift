/// When pay beside productivity is worth a review: a practice's choice, never a legal conclusion.
public struct AlignmentRules: Hashable, Sendable {
  /// Points between the compensation and the productivity percentile, in either direction, above which there is a review.
  public var gapPoints = 15
  /// Compensation percentiles above which there is a review, ascending.
  public var payPercents = [75, 90]
  /// The total FTE below which pay for 1.0 is worth a review, in millionths.
  public var leastFTEMillionths: Int64 = 700_000
  /// The respondents below which a survey's row says too little.
  public var minimumRespondents = 10
  /// The percentile of compensation per work RVU above which it is high.
  public var highRatePercent = 75
  /// The productivity percentile below which work is low, where compensation per work RVU is high.
  public var lowWorkPercent = 50

  /// Gap over 15 points, pay above the 75th and the 90th, less than 0.7 FTE, fewer than 10 respondents, and compensation per
  /// work RVU above the 75th with work below the median.
  public init() {}
}

import Benchmarking

/// Something about a clinician's pay that is worth a review, and why: no conclusion, least of all a legal one.
public struct ReviewFlag: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// The compensation percentile is above the productivity percentile by more than these points.
    case payAboveWork(points: Int)
    /// The productivity percentile is above the compensation percentile by more than these points.
    case workAbovePay(points: Int)
    /// Compensation is above a percentile.
    case highPay(percent: Int)
    /// Pay of a small part of a full-time job was brought to 1.0: mean total FTE, in millionths, and the least that is not told.
    case lowFTE(millionths: Int64, leastMillionths: Int64)
    /// A survey's row has fewer respondents than the least.
    case fewRespondents(SurveyMetric, respondents: Int, least: Int)
    /// Compensation per work RVU is above a percentile while work is below another.
    case highRateLowWork(ratePercent: Int, workPercent: Int)
  }

  /// Why.
  public var reason: Reason
  /// Whether it is so, or may be: a percentile outside the published points is known only as a bound.
  public var isCertain: Bool

  /// A flag.
  public init(_ reason: Reason, isCertain: Bool = true) {
    self.reason = reason
    self.isCertain = isCertain
  }

  /// The word that data files have for the reason.
  public var code: String {
    switch reason {
    case .payAboveWork: "pay-above-work"
    case .workAbovePay: "work-above-pay"
    case .highPay(let percent): "pay-above-\(percent)"
    case .lowFTE: "low-fte"
    case .fewRespondents(let metric, _, _): "few-respondents-\(metric.rawValue)"
    case .highRateLowWork: "high-rate-low-work"
    }
  }
}

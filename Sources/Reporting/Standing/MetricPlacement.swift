import Benchmarking

/// Where a clinician stands by another metric than work RVUs: encounters, or ASA units.
public struct MetricPlacement: Sendable {
  /// The annualised figure per 1.0 clinical FTE, in millionths of the metric's unit.
  public var millionths: Int64
  /// The survey's row.
  public var row: SurveyRow
  /// Where the figure stands in it.
  public var placement: Placement
  /// What it stands on, in sentences.
  public var basis: [String]

  /// A placement by a metric.
  public init(millionths: Int64, row: SurveyRow, placement: Placement, basis: [String]) {
    self.millionths = millionths
    self.row = row
    self.placement = placement
    self.basis = basis
  }
}

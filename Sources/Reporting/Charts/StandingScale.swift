import Benchmarking

/// The scale on which several values are shown beside distributions: from zero, and long enough for all of them.
enum StandingScale {
  /// A scale from zero, or from the lowest value where one is negative, to the highest value or point.
  ///
  /// A value beyond twice the highest point does not stretch the scale: it is drawn at its end, as an arrow.
  static func range(points: [[SurveyPoint]], values: [Int64]) -> ClosedRange<Int64> {
    let highestPoint = points.flatMap { $0 }.map(\.millionths).max() ?? 0
    let highestValue = values.max() ?? 0
    let top = highestPoint > 0 ? min(max(highestPoint, highestValue), highestPoint * 2) : highestValue
    let bottom = max(min(0, values.min() ?? 0), -max(top, 1))
    return bottom...max(top, bottom + 1)
  }

  /// Points and a value as multiples of their median, in millionths, so that specialties can share a scale.
  static func timesMedian(_ row: SurveyRow, _ value: Int64) -> (points: [SurveyPoint], value: Int64)? {
    guard let median = row.medianMillionths, median > 0 else { return nil }
    func scaled(_ millionths: Int64) -> Int64 { Int64((Double(millionths) / Double(median) * 1_000_000).rounded()) }
    return (row.points.map { SurveyPoint(percent: $0.percent, millionths: scaled($0.millionths)) }, scaled(value))
  }
}

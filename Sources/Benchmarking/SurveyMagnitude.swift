import ProductivityModel

/// What a metric's values can be, wide enough for every specialty and narrow enough to tell dollars from RVUs.
///
/// The bounds are this program's own, and no survey's: annual work RVUs are thousands, pay is tens of thousands of dollars at
/// least, and a work RVU is paid with tens of dollars.
enum SurveyMagnitude {
  /// Within the outer bounds a value is possible, within the inner ones it is usual. In the metric's unit.
  struct Bounds {
    var possible: ClosedRange<Int64>
    var usual: ClosedRange<Int64>
  }

  /// The bounds of the middle of a distribution; nil where none are held.
  static func bounds(of metric: SurveyMetric) -> Bounds? {
    switch metric {
    case .workRVU: Bounds(possible: 0...60_000, usual: 300...30_000)
    case .totalCompensation: Bounds(possible: 20_000...20_000_000, usual: 40_000...5_000_000)
    case .compensationPerWorkRVU: Bounds(possible: 1...2_000, usual: 15...400)
    case .asaUnits: Bounds(possible: 0...100_000, usual: 300...40_000)
    case .encounters: Bounds(possible: 0...100_000, usual: 50...30_000)
    case .collections, .medicareWorkRVU: nil
    }
  }

  /// The doubt about a row whose middle value lies outside the bounds of its metric.
  static func doubt(about row: SurveyRow) -> SurveyDoubt? {
    guard !row.points.isEmpty else { return nil }
    let point = row.points.first { $0.percent == 50 } ?? row.points[row.points.count / 2]
    return doubt(about: row.metric, percent: point.percent, point.millionths)
  }

  /// The doubt about a metric's value in the middle of a distribution.
  ///
  /// - Parameter value: in millionths of the metric's unit.
  static func doubt(about metric: SurveyMetric, percent: Int, _ value: Int64) -> SurveyDoubt? {
    guard let bounds = bounds(of: metric) else { return nil }
    func isWithin(_ range: ClosedRange<Int64>) -> Bool {
      range.lowerBound * 1_000_000 <= value && value <= range.upperBound * 1_000_000
    }
    guard !isWithin(bounds.usual) else { return nil }
    let isPossible = isWithin(bounds.possible)
    let shown = DecimalText.plain(value, scale: 6)
    return SurveyDoubt(
      kind: isPossible ? .oddMagnitude : .wrongMagnitude, column: "p\(percent)",
      message: isPossible
        ? "p\(percent) of \(metric.words) is \(shown), which is unusual\(thousands(value, bounds))"
        : "p\(percent) of \(metric.words) is \(shown), which is not possible: \(likelier(metric, value))",
      hint: "see whether the row's metric is right, and whether the values are in thousands")
  }

  /// Words for a value that would be usual in thousands: 5 for 5,000.
  private static func thousands(_ value: Int64, _ bounds: Bounds) -> String {
    guard value > 0, value < bounds.usual.lowerBound * 1_000_000 else { return "" }
    let isUsual = bounds.usual.lowerBound * 1_000 <= value && value <= bounds.usual.upperBound * 1_000
    return isUsual ? ": it may be in thousands" : ""
  }

  private static func likelier(_ metric: SurveyMetric, _ value: Int64) -> String {
    switch metric {
    case .workRVU, .asaUnits, .encounters: "it may be dollars"
    case .totalCompensation: value < 20_000_000_000 ? "it may be work RVUs, or thousands of dollars" : "it may be cents"
    case .compensationPerWorkRVU: value < 1_000_000 ? "it may be a share" : "it may be work RVUs or a year's dollars"
    case .collections, .medicareWorkRVU: "it may be another metric"
    }
  }
}

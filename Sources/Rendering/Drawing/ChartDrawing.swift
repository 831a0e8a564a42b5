import Reporting

/// Draws a chart, whatever its kind, for a page or a telephone.
enum ChartDrawing {
  /// The drawing of a chart.
  static func drawing(of chart: ReportChart, size: ChartSize) -> Drawing {
    switch chart {
    case .band(let chart): BandDrawing.drawing(of: chart, size: size)
    case .months(let chart): MonthDrawing.drawing(of: chart, size: size)
    case .standings(let chart): StandingDrawing.drawing(of: chart, size: size)
    case .waterfall(let chart): WaterfallDrawing.drawing(of: chart, size: size)
    case .quadrant(let chart): QuadrantDrawing.drawing(of: chart, size: size)
    case .bullets(let chart): BulletDrawing.drawing(of: chart, size: size)
    case .strip(let chart): StripDrawing.drawing(of: chart, size: size)
    case .shares(let chart): ShareDrawing.drawing(of: chart, size: size)
    }
  }
}

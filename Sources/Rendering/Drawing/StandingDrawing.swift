import Benchmarking
import ProductivityModel
import Reporting

/// Draws many values, each row beside the distribution of its own group, all as multiples of their group's median.
enum StandingDrawing {
  private static let radius = 4.5

  static func drawing(of chart: StandingChart, size: ChartSize) -> Drawing {
    let isWide = size == .wide
    let rowHeight = isWide ? 34.0 : 50.0
    let labels = chart.rows.map { TextWidth.of($0.label, size: size.textSize) }.max() ?? 0
    let left = isWide && chart.rows.count > 1 ? min(labels + 20, 230) : 12
    let top = 26.0
    let bottom = top + rowHeight * Double(chart.rows.count) + (isWide ? 4 : 10)
    let scale = scale(of: chart, start: left, end: size.width - 12)
    let axis = HorizontalAxis(scale: scale, title: chart.axis, suffix: "x", size: size)
    var drawing = Drawing(
      width: size.width, height: bottom + axis.height, title: chart.title, description: chart.description)
    axis.add(to: &drawing.marks, top: bottom, gridTop: top)
    drawing.marks.append(
      .text(
        "median", DrawingPoint(scale(1), top - 10),
        DrawingTextStyle(size: size.smallTextSize, isBold: true, anchor: .middle, ink: .ink)))
    for (index, row) in chart.rows.enumerated() {
      let y = top + rowHeight * Double(index) + (isWide || chart.rows.count == 1 ? rowHeight / 2 : 32)
      drawing.marks += band(of: row, y: y, scale: scale)
      if chart.rows.count > 1 {
        let place = isWide ? DrawingPoint(0, y + 4.5) : DrawingPoint(0, y - 15)
        drawing.marks.append(
          .text(
            FittedText.cut(row.label, to: isWide ? left - 12 : size.width, size: size.textSize), place,
            DrawingTextStyle(size: size.textSize)))
      }
      drawing.marks += dots(of: row, y: y, scale: scale)
    }
    drawing.marks.append(
      .line(DrawingPoint(scale(1), top - 4), DrawingPoint(scale(1), bottom), DrawingStroke(.ink, width: 1.5)))
    return drawing
  }

  private static func multiple(_ millionths: Int64, in row: StandingChart.Row) -> Double {
    let median = row.points.first { $0.percent == 50 }?.millionths ?? 0
    return median > 0 ? Double(millionths) / Double(median) : 0
  }

  private static func scale(of chart: StandingChart, start: Double, end: Double) -> AxisScale {
    var highestPoint = 1.0
    var highestValue = 1.0
    var lowest = 0.0
    for row in chart.rows {
      highestPoint = max(highestPoint, row.points.map { multiple($0.millionths, in: row) }.max() ?? 1)
      highestValue = max(highestValue, row.values.map { multiple($0, in: row) }.max() ?? 1)
      lowest = min(lowest, row.values.map { multiple($0, in: row) }.min() ?? 0)
    }
    return AxisScale(
      covering: max(lowest, -1), min(max(highestPoint, highestValue), highestPoint * 2) + 0.05, ticks: 10, start: start,
      end: end)
  }

  private static func band(of row: StandingChart.Row, y: Double, scale: AxisScale) -> [DrawingMark] {
    var marks: [DrawingMark] = []
    func x(_ point: SurveyPoint) -> Double { scale(multiple(point.millionths, in: row)) }
    if let first = row.points.first, let last = row.points.last {
      marks.append(.rectangle(x: x(first), y: y - 9, width: x(last) - x(first), height: 18, .paleBand))
    }
    if let lower = row.points.first(where: { $0.percent == 25 }),
      let upper = row.points.first(where: { $0.percent == 75 })
    {
      marks.append(.rectangle(x: x(lower), y: y - 9, width: x(upper) - x(lower), height: 18, .darkBand))
    }
    BandDrawing.addEdges(of: row.points, middle: y, height: 18, x: x, to: &marks)
    return marks
  }

  /// The values as dots in up to three lanes, so that neighbours do not hide each other; arrows beyond the scale.
  private static func dots(of row: StandingChart.Row, y: Double, scale: AxisScale) -> [DrawingMark] {
    var lastX: [Double] = [-100, -100, -100]
    return row.values.map { value in
      let multiple = multiple(value, in: row)
      guard multiple <= scale.upper, multiple >= scale.lower else {
        let tip = multiple > scale.upper ? 6.0 : -6.0
        let x = multiple > scale.upper ? scale.end : scale.start
        return .polygon(
          [DrawingPoint(x + tip, y), DrawingPoint(x - tip, y - 6), DrawingPoint(x - tip, y + 6)], fill: .accent,
          DrawingStroke(.paper))
      }
      let x = scale(multiple)
      let lane = lastX.firstIndex { x - $0 >= radius * 1.6 } ?? lastX.indices.min { lastX[$0] < lastX[$1] } ?? 0
      lastX[lane] = x
      let offset = [0.0, -6.5, 6.5][lane]
      return .circle(DrawingPoint(x, y + offset), radius: radius, fill: .accent, DrawingStroke(.paper, width: 1.2))
    }
  }
}

import Benchmarking
import ProductivityModel
import Reporting

/// Draws a value among a survey's published points.
///
/// The pale band spans the published points and ends with them, the dark one the 25th to the 75th. A value beyond them
/// stands outside on the same scale; one so far out that the band would shrink to nothing is an arrow at the edge.
enum BandDrawing {
  private static let bandTop = 50.0
  private static let bandHeight = 34.0

  static func drawing(of chart: BandChart, size: ChartSize) -> Drawing {
    let bottom = bandTop + bandHeight
    var drawing = Drawing(width: size.width, height: bottom + 96, title: chart.title, description: chart.description)
    let (scale, value, isClipped) = scale(of: chart, size: size)
    drawing.marks += axis(scale, title: chart.axis, top: bottom + 44, size: size)
    drawing.marks += band(of: chart.points, scale: scale, size: size)
    drawing.marks += marker(of: chart, at: scale(value), isClipped: isClipped, size: size)
    return drawing
  }

  private static func scale(of chart: BandChart, size: ChartSize) -> (AxisScale, value: Double, isClipped: Bool) {
    let value = Double(chart.value) / 1_000_000
    let points = chart.points.map { Double($0.millionths) / 1_000_000 }
    let lowest = points.first ?? value
    let highest = points.last ?? value
    let reach = max(highest - lowest, abs(highest) * 0.5, 1)
    let shown = min(max(value, lowest - reach * 1.5), highest + reach * 1.5)
    let margin = reach * 0.06
    let lower = min(lowest, shown) - margin
    let scale = AxisScale(
      covering: lowest >= 0 && shown >= 0 ? max(0, lower) : lower, max(highest, shown) + margin,
      ticks: size == .wide ? 10 : 5, start: 14, end: size.width - 14)
    return (scale, shown, shown != value)
  }

  private static func axis(_ scale: AxisScale, title: String, top: Double, size: ChartSize) -> [DrawingMark] {
    let count = size == .wide ? 8 : 4
    var marks: [DrawingMark] = [
      .line(DrawingPoint(scale.start, top), DrawingPoint(scale.end, top), DrawingStroke(.rule))
    ]
    for tick in scale.ticks(count) {
      let x = scale(tick)
      let label = scale.label(tick, ticks: count)
      let half = TextWidth.of(label, size: size.smallTextSize) / 2
      marks.append(.line(DrawingPoint(x, top), DrawingPoint(x, top + 5), DrawingStroke(.rule)))
      marks.append(
        .text(
          label, DrawingPoint(min(max(x, half), size.width - half), top + 19),
          DrawingTextStyle(size: size.smallTextSize, anchor: .middle, ink: .muted)))
    }
    marks.append(
      .text(
        title, DrawingPoint(size.width / 2, top + 38),
        DrawingTextStyle(size: size.smallTextSize, anchor: .middle, ink: .muted)))
    return marks
  }

  private static func band(of points: [SurveyPoint], scale: AxisScale, size: ChartSize) -> [DrawingMark] {
    var marks: [DrawingMark] = []
    func x(_ point: SurveyPoint) -> Double { scale(Double(point.millionths) / 1_000_000) }
    func at(_ percent: Int) -> SurveyPoint? { points.first { $0.percent == percent } }
    if let first = points.first, let last = points.last, points.count > 1 {
      marks.append(
        .rectangle(x: x(first), y: bandTop, width: x(last) - x(first), height: bandHeight, .paleBand))
    }
    if let lower = at(25), let upper = at(75) {
      marks.append(.rectangle(x: x(lower), y: bandTop, width: x(upper) - x(lower), height: bandHeight, .darkBand))
    }
    for edge in [points.first, at(25), at(75), points.last].compactMap({ $0 }) where points.count > 1 {
      marks.append(
        .line(
          DrawingPoint(x(edge), bandTop), DrawingPoint(x(edge), bandTop + bandHeight), DrawingStroke(.muted)))
    }
    if let median = at(50) {
      marks.append(
        .line(
          DrawingPoint(x(median), bandTop - 5), DrawingPoint(x(median), bandTop + bandHeight + 5),
          DrawingStroke(.ink, width: 2)))
    }
    return marks + labels(of: points, x: x, size: size)
  }

  /// Percent and value under each point that has room; the median and the ends have it first.
  private static func labels(
    of points: [SurveyPoint], x: (SurveyPoint) -> Double, size: ChartSize
  ) -> [DrawingMark] {
    let wanted = [50, points.first?.percent, points.last?.percent, 25, 75, 10, 90].compactMap { percent in
      points.first { $0.percent == percent }
    }
    var taken: [ClosedRange<Double>] = []
    var labelled: Set<SurveyPoint> = []
    var marks: [DrawingMark] = []
    for point in wanted where !labelled.contains(point) {
      let percent = point.percent == 50 ? "median" : PlacementWording.ordinal(point.percent)
      let value = CellValue.surveyValue(WorkRVU(millionths: point.millionths)).text
      let half =
        max(TextWidth.of(percent, size: size.smallTextSize), TextWidth.of(value, size: size.smallTextSize)) / 2
      let center = min(max(x(point), half), size.width - half)
      let range = (center - half - 4)...(center + half + 4)
      guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
      taken.append(range)
      labelled.insert(point)
      let isMedian = point.percent == 50
      for (row, text) in [percent, value].enumerated() {
        marks.append(
          .text(
            text, DrawingPoint(center, bandTop + bandHeight + 18 + Double(row) * 15),
            DrawingTextStyle(
              size: size.smallTextSize, isBold: isMedian, anchor: .middle, ink: isMedian ? .ink : .muted)))
      }
    }
    return marks
  }

  private static func marker(of chart: BandChart, at x: Double, isClipped: Bool, size: ChartSize) -> [DrawingMark] {
    let value = CellValue.workRVURate(WorkRVU(millionths: chart.value)).text
    let middle = bandTop + bandHeight / 2
    var marks: [DrawingMark] = [
      .line(DrawingPoint(x, 30), DrawingPoint(x, middle), DrawingStroke(.accent, width: 2))
    ]
    let isRight = x > size.width / 2
    if isClipped {
      let tip = isRight ? 9.0 : -9.0
      marks.append(
        .polygon(
          [DrawingPoint(x + tip, middle), DrawingPoint(x - tip, middle - 9), DrawingPoint(x - tip, middle + 9)],
          fill: .accent, DrawingStroke(.paper, width: 1.5)))
    } else {
      marks.append(
        .polygon(diamond(DrawingPoint(x, middle), radius: 9), fill: .accent, DrawingStroke(.paper, width: 1.5)))
    }
    let room = size.width - 4
    let name = fitted(chart.label, beside: value + "  ", size: size, width: room)
    let text = name.isEmpty ? value : "\(value)  \(name)"
    let half = TextWidth.of(text, size: size.textSize, isBold: true) / 2
    marks.append(
      .text(
        text, DrawingPoint(min(max(x, half + 2), size.width - half - 2), 20),
        DrawingTextStyle(size: size.textSize, isBold: true, anchor: .middle, ink: .accent)))
    return marks
  }

  /// The name, cut with an ellipsis where it would not fit.
  private static func fitted(_ name: String, beside value: String, size: ChartSize, width: Double) -> String {
    func fits(_ text: String) -> Bool { TextWidth.of(value + text, size: size.textSize, isBold: true) <= width }
    if fits(name) { return name }
    var cut = name
    while !cut.isEmpty, !fits(cut + "…") { cut.removeLast() }
    return cut.isEmpty ? "" : cut + "…"
  }

  /// The corners of a diamond around a point.
  static func diamond(_ center: DrawingPoint, radius: Double) -> [DrawingPoint] {
    [
      DrawingPoint(center.x, center.y - radius), DrawingPoint(center.x + radius * 0.8, center.y),
      DrawingPoint(center.x, center.y + radius), DrawingPoint(center.x - radius * 0.8, center.y),
    ]
  }
}

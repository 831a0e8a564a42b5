import Benchmarking
import Reporting

/// Draws values as bars from zero, each over the published points of its own distribution and beside its target.
///
/// A value beyond the scale ends in an arrow; a row without a value has only what it would be measured against.
enum BulletDrawing {
  private static let top = 8.0
  private static let bandHeight = 18.0
  private static let barHeight = 7.0

  private struct Layout {
    var size: ChartSize
    /// The width for names, left of the bars; 0 where they stand above them.
    var labels: Double
    /// The width for words, right of the bars; 0 where they stand above them.
    var texts: Double
    /// The lines of text above each bar.
    var lines: Int
    var rowHeight: Double { lines == 0 ? 34 : Double(lines) * 17 + bandHeight + 14 }
  }

  static func drawing(of chart: BulletChart, size: ChartSize) -> Drawing {
    let layout = layout(of: chart, size: size)
    let bottom = top + layout.rowHeight * Double(max(chart.rows.count, 1))
    let start = layout.lines == 0 ? layout.labels + 12 : 8
    let end = layout.lines == 0 ? size.width - layout.texts - 14 : size.width - 8
    let range = range(of: chart)
    let scale = AxisScale(covering: range.lowerBound, range.upperBound, ticks: 6, start: start, end: end)
    let axis = HorizontalAxis(scale: scale, title: chart.axis, size: size)
    var drawing = Drawing(
      width: size.width, height: bottom + axis.height, title: chart.title, description: chart.description)
    axis.add(to: &drawing.marks, top: bottom, gridTop: layout.lines == 0 ? top : nil)
    if chart.rows.isEmpty {
      drawing.marks.append(
        .text(
          "Nobody to show", DrawingPoint((start + end) / 2, top + layout.rowHeight / 2),
          DrawingTextStyle(size: size.textSize, anchor: .middle, ink: .muted)))
    }
    for (index, row) in chart.rows.enumerated() {
      let rowTop = top + layout.rowHeight * Double(index)
      drawing.marks += words(of: row, top: rowTop, layout: layout)
      let middle =
        layout.lines == 0
        ? rowTop + layout.rowHeight / 2 : rowTop + Double(layout.lines) * 17 + 5 + bandHeight / 2
      drawing.marks += marks(of: row, middle: middle, scale: scale)
    }
    return drawing
  }

  private static func layout(of chart: BulletChart, size: ChartSize) -> Layout {
    let labels = chart.rows.map { TextWidth.of($0.label, size: size.textSize) }
    let texts = chart.rows.map { TextWidth.of($0.text, size: size.smallTextSize) }
    if size == .wide {
      return Layout(
        size: size, labels: min(labels.max() ?? 0, 220), texts: min(texts.max() ?? 0, 230), lines: 0)
    }
    // One line above the bar where every name has room beside its words.
    let isOneLine = zip(labels, texts).allSatisfy { $0 + $1 + 12 <= size.width }
    return Layout(size: size, labels: 0, texts: 0, lines: isOneLine ? 1 : 2)
  }

  private static func range(of chart: BulletChart) -> ClosedRange<Double> {
    let points = chart.rows.flatMap { $0.points.map { Double($0.millionths) / 1_000_000 } }
    let values = chart.rows.compactMap { $0.value.map { Double($0) / 1_000_000 } }
    let targets = chart.rows.compactMap { $0.target.map { Double($0) / 1_000_000 } }
    let known = max(points.max() ?? 0, targets.max() ?? 0)
    let highest = values.max() ?? 0
    let upper = known > 0 ? min(max(known, highest), known * 2) : highest
    let lower = max(min(0, values.min() ?? 0, points.min() ?? 0), -max(upper, 1))
    return lower...max(upper, lower + 1e-6)
  }

  private static func words(of row: BulletChart.Row, top: Double, layout: Layout) -> [DrawingMark] {
    let size = layout.size
    let label = DrawingTextStyle(size: size.textSize)
    let words = DrawingTextStyle(size: size.smallTextSize, anchor: .end, ink: .muted)
    func cut(_ text: String, _ width: Double, _ style: DrawingTextStyle) -> String {
      FittedText.cut(text, to: width, size: style.size)
    }
    switch layout.lines {
    case 0:
      let baseline = top + layout.rowHeight / 2 + 4.5
      return [
        .text(cut(row.label, layout.labels, label), DrawingPoint(0, baseline), label),
        .text(cut(row.text, layout.texts, words), DrawingPoint(size.width, baseline), words),
      ]
    case 1:
      return [
        .text(row.label, DrawingPoint(0, top + 15), label),
        .text(row.text, DrawingPoint(size.width, top + 15), words),
      ]
    default:
      return [
        .text(cut(row.label, size.width, label), DrawingPoint(0, top + 15), label),
        .text(
          cut(row.text, size.width, words), DrawingPoint(0, top + 32),
          DrawingTextStyle(size: size.smallTextSize, ink: .muted)),
      ]
    }
  }

  private static func marks(of row: BulletChart.Row, middle: Double, scale: AxisScale) -> [DrawingMark] {
    func x(_ millionths: Int64) -> Double { scale(min(max(Double(millionths) / 1_000_000, scale.lower), scale.upper)) }
    func at(_ percent: Int) -> SurveyPoint? { row.points.first { $0.percent == percent } }
    let half = bandHeight / 2
    var marks: [DrawingMark] = []
    if let first = row.points.first, let last = row.points.last, row.points.count > 1 {
      let (from, to) = (x(first.millionths), x(last.millionths))
      marks.append(.rectangle(x: from, y: middle - half, width: to - from, height: bandHeight, .paleBand))
    }
    if let lower = at(25), let upper = at(75) {
      let (from, to) = (x(lower.millionths), x(upper.millionths))
      marks.append(.rectangle(x: from, y: middle - half, width: to - from, height: bandHeight, .darkBand))
    }
    BandDrawing.addEdges(of: row.points, middle: middle, height: bandHeight, x: { x($0.millionths) }, to: &marks)
    if let median = at(50) {
      let place = x(median.millionths)
      marks.append(
        .line(
          DrawingPoint(place, middle - half), DrawingPoint(place, middle + half), DrawingStroke(.ink, width: 1.5)))
    }
    if let value = row.value { marks += bar(to: Double(value) / 1_000_000, row.shade, middle: middle, scale: scale) }
    if let target = row.target { marks += Self.target(at: x(target), middle: middle) }
    return marks
  }

  private static func bar(
    to value: Double, _ shade: BulletChart.Shade, middle: Double, scale: AxisScale
  ) -> [DrawingMark] {
    let zero = scale(min(max(0, scale.lower), scale.upper))
    let shown = scale(min(max(value, scale.lower), scale.upper))
    let isBeyond = value > scale.upper || value < scale.lower
    // A value too small to be seen is still a line.
    let width = max(abs(shown - zero), 1.5)
    let left = min(zero, shown)
    var marks: [DrawingMark] = [
      .rectangle(x: left, y: middle - barHeight / 2, width: width, height: barHeight, .accent)
    ]
    if shade == .pale, width > 3 {
      marks.append(
        .rectangle(
          x: left + 1, y: middle - barHeight / 2 + 1, width: width - 2, height: barHeight - 2, .paleBand))
    }
    if isBeyond {
      let tip = value > scale.upper ? 6.0 : -6.0
      marks.append(
        .polygon(
          [
            DrawingPoint(shown + tip, middle), DrawingPoint(shown - tip, middle - 8),
            DrawingPoint(shown - tip, middle + 8),
          ], fill: .accent, DrawingStroke(.paper, width: 1.5)))
    }
    return marks
  }

  /// A wedge that points down to a line: unlike the median's line also without colour.
  private static func target(at x: Double, middle: Double) -> [DrawingMark] {
    let (upper, lower) = (middle - bandHeight / 2, middle + bandHeight / 2)
    return [
      .line(DrawingPoint(x, upper - 1), DrawingPoint(x, lower + 2), DrawingStroke(.paper, width: 5)),
      .line(DrawingPoint(x, upper - 1), DrawingPoint(x, lower + 2), DrawingStroke(.ink, width: 2.5)),
      .polygon(
        [DrawingPoint(x, upper + 3), DrawingPoint(x - 5, upper - 5), DrawingPoint(x + 5, upper - 5)], fill: .ink,
        DrawingStroke(.paper)),
    ]
  }
}

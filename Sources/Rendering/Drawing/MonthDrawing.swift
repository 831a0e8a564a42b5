import ProductivityModel
import Reporting

/// Draws a quantity by month as a line with points: from zero, with a gap where a month has no days and a hollow point
/// where only a part of its days counts.
enum MonthDrawing {
  private static let top = 34.0
  private static let plotHeight = 170.0

  static func drawing(of chart: MonthChart, size: ChartSize) -> Drawing {
    let values = chart.points.compactMap { $0.value?.asDouble }
    let bottom = top + plotHeight
    let hasPartial = chart.points.contains { $0.isPartial }
    let hasGap = chart.points.contains { $0.value == nil }
    var drawing = Drawing(
      width: size.width, height: bottom + (hasPartial || hasGap ? 78 : 58), title: chart.title,
      description: chart.description)
    let ticks = 4
    let y = AxisScale(
      covering: min(0, values.min() ?? 0), max(values.max() ?? 0, 1), ticks: ticks, start: bottom, end: top)
    let labels = y.ticks(ticks).map { (tick: $0, text: y.label($0, ticks: ticks)) }
    let left = (labels.map { TextWidth.of($0.text, size: size.smallTextSize) }.max() ?? 0) + 10
    let spacing = (size.width - left) / Double(max(chart.points.count, 1))
    func x(_ index: Int) -> Double { left + spacing * (Double(index) + 0.5) }

    let small = DrawingTextStyle(size: size.smallTextSize, ink: .muted)
    drawing.marks.append(.text(chart.axis, DrawingPoint(0, 14), small))
    for label in labels {
      let isZero = label.tick == 0
      drawing.marks.append(
        .line(
          DrawingPoint(left, y(label.tick)), DrawingPoint(size.width, y(label.tick)),
          DrawingStroke(isZero ? .muted : .rule)))
      drawing.marks.append(
        .text(
          label.text, DrawingPoint(left - 8, y(label.tick) + 4),
          DrawingTextStyle(size: size.smallTextSize, anchor: .end, ink: .muted)))
    }
    drawing.marks += monthLabels(of: chart, x: x, spacing: spacing, bottom: bottom, size: size)
    drawing.marks += line(of: chart, x: x, y: y)
    drawing.marks.append(
      .text(
        "Month of service", DrawingPoint(left + (size.width - left) / 2, bottom + 52),
        DrawingTextStyle(size: size.smallTextSize, anchor: .middle, ink: .muted)))
    var remarks: [String] = []
    if hasPartial { remarks.append("hollow: part of the month") }
    if hasGap { remarks.append("gap: no days") }
    if !remarks.isEmpty {
      drawing.marks.append(
        .text(
          remarks.joined(separator: "; "), DrawingPoint(left + (size.width - left) / 2, bottom + 70),
          DrawingTextStyle(size: size.smallTextSize, anchor: .middle, ink: .muted)))
    }
    return drawing
  }

  private static func monthLabels(
    of chart: MonthChart, x: (Int) -> Double, spacing: Double, bottom: Double, size: ChartSize
  ) -> [DrawingMark] {
    let style = DrawingTextStyle(size: size.smallTextSize, anchor: .middle, ink: .muted)
    let each = max(1, Int((TextWidth.of("Sep", size: size.smallTextSize) * 1.3 / spacing).rounded(.up)))
    var marks: [DrawingMark] = []
    for (index, point) in chart.points.enumerated() {
      if index % each == 0 {
        marks.append(
          .text(DateWording.shortName(ofMonth: point.month.month), DrawingPoint(x(index), bottom + 18), style))
      }
      let isFirst = index == 0 && (point.month.month < 11 || chart.points.count < 3)
      if isFirst || point.month.month == 1 {
        marks.append(.text(String(point.month.year), DrawingPoint(max(x(index), 16), bottom + 34), style))
      }
    }
    return marks
  }

  private static func line(of chart: MonthChart, x: (Int) -> Double, y: AxisScale) -> [DrawingMark] {
    var runs: [[DrawingPoint]] = [[]]
    var dots: [DrawingMark] = []
    for (index, point) in chart.points.enumerated() {
      guard let value = point.value else {
        runs.append([])
        continue
      }
      let place = DrawingPoint(x(index), y(value.asDouble))
      runs[runs.count - 1].append(place)
      dots.append(
        .circle(
          place, radius: 4, fill: point.isPartial ? .paper : .accent,
          DrawingStroke(point.isPartial ? .accent : .paper, width: point.isPartial ? 2 : 1.5)))
    }
    return runs.filter { $0.count > 1 }.map { .polyline($0, DrawingStroke(.accent, width: 2)) } + dots
  }
}

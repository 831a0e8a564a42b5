import ProductivityModel
import Reporting

/// Draws a quantity by month as a line with points: from zero, with a gap where a month has no days and a hollow point
/// where only a part of its days counts; behind it, where they are known, the survey's band and the targets.
enum MonthDrawing {
  private static let top = 34.0
  /// About how many marks there are beside a name and a point for each month: axis, bands, key.
  private static let marksBesideMonths = 48
  private static func plotHeight(_ size: ChartSize) -> Double { size == .wide ? 170 : 120 }

  static func drawing(of chart: MonthChart, size: ChartSize) -> Drawing {
    let values = chart.points.compactMap { $0.value?.asDouble } + MonthBandDrawing.values(of: chart)
    let bottom = top + plotHeight(size)
    let hasPartial = chart.points.contains { $0.isPartial }
    let hasGap = chart.points.contains { $0.value == nil }
    let key = DrawingKey(items: MonthBandDrawing.keyItems(of: chart), size: size)
    let keyTop = bottom + (hasPartial || hasGap ? 78 : 58) + (key.items.isEmpty ? 0 : 6)
    var drawing = Drawing(
      width: size.width, height: keyTop + key.height, title: chart.title, description: chart.description)
    drawing.marks.reserveCapacity(chart.points.count * 2 + marksBesideMonths)
    let ticks = 4
    let y = AxisScale(
      covering: min(0, values.min() ?? 0), max(values.max() ?? 0, 1), ticks: ticks, start: bottom, end: top)
    let labels = y.ticks(ticks).map { (tick: $0, text: y.label($0, ticks: ticks)) }
    let left = (labels.map { TextWidth.of($0.text, size: size.smallTextSize) }.max() ?? 0) + 10
    // Room for the first and the last point, also where months are narrower than a point.
    let inset = Double(chart.points.count) * 10 > size.width - left ? 5.0 : 0
    let spacing = (size.width - left - inset * 2) / Double(max(chart.points.count, 1))
    func x(_ index: Int) -> Double { left + inset + spacing * (Double(index) + 0.5) }

    let small = DrawingTextStyle(size: size.smallTextSize, ink: .muted)
    let band = MonthBandDrawing(chart: chart, x: x, spacing: spacing, y: y)
    band.addBands(to: &drawing.marks)
    drawing.marks.append(
      .text(FittedText.cut(chart.axis, to: size.width, size: small.size), DrawingPoint(0, 14), small))
    for label in labels {
      let isZero = label.tick == 0
      drawing.marks.append(
        .line(
          DrawingPoint(left, y(label.tick)), DrawingPoint(size.width, y(label.tick)),
          DrawingStroke(isZero ? .muted : .rule)))
    }
    for label in labels {
      drawing.marks.append(
        .text(
          label.text, DrawingPoint(left - 8, y(label.tick) + 4),
          DrawingTextStyle(size: size.smallTextSize, anchor: .end, ink: .muted)))
    }
    addMonthLabels(of: chart, x: x, spacing: spacing, bottom: bottom, size: size, to: &drawing.marks)
    band.addTargets(to: &drawing.marks)
    addLine(of: chart, x: x, y: y, to: &drawing.marks)
    key.add(to: &drawing.marks, top: keyTop)
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

  private static func addMonthLabels(
    of chart: MonthChart, x: (Int) -> Double, spacing: Double, bottom: Double, size: ChartSize,
    to marks: inout [DrawingMark]
  ) {
    let style = DrawingTextStyle(size: size.smallTextSize, anchor: .middle, ink: .muted)
    let each = max(1, Int((TextWidth.of("Sep", size: size.smallTextSize) * 1.3 / spacing).rounded(.up)))
    var (monthEnd, yearEnd) = (-100.0, -100.0)
    for (index, point) in chart.points.enumerated() {
      if index % each == 0 {
        let name = DateWording.shortName(ofMonth: point.month.month)
        let half = TextWidth.of(name, size: size.smallTextSize) / 2
        let center = min(max(x(index), half), size.width - half)
        if center - half > monthEnd + 3 {
          monthEnd = center + half
          marks.append(.text(name, DrawingPoint(center, bottom + 18), style))
        }
      }
      let isFirst = index == 0 && (point.month.month < 11 || chart.points.count < 3)
      guard isFirst || point.month.month == 1 else { continue }
      let year = String(point.month.year)
      let half = TextWidth.of(year, size: size.smallTextSize) / 2
      let center = min(max(x(index), half), size.width - half)
      // A year that has no room beside the one before is left out.
      guard center - half > yearEnd + 4 else { continue }
      yearEnd = center + half
      marks.append(.text(year, DrawingPoint(center, bottom + 34), style))
    }
  }

  private static func addLine(of chart: MonthChart, x: (Int) -> Double, y: AxisScale, to marks: inout [DrawingMark]) {
    var runs: [[DrawingPoint]] = [[]]
    var dots: [DrawingMark] = []
    dots.reserveCapacity(chart.points.count)
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
    let lines = runs.filter { $0.count > 1 }
    // Over a band the line has an edge of the page's colour, so that it stands out in grey too.
    if !chart.band.allSatisfy(\.isEmpty) {
      for line in lines { marks.append(.polyline(line, DrawingStroke(.paper, width: 5))) }
    }
    for line in lines { marks.append(.polyline(line, DrawingStroke(.accent, width: 2))) }
    marks += dots
  }
}

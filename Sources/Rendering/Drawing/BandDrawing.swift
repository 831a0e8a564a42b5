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
    let (scale, value, isClipped) = scale(of: chart, size: size)
    let axis = HorizontalAxis(scale: scale, title: chart.axis, size: size)
    var drawing = Drawing(
      width: size.width, height: bottom + 44 + axis.height + 9, title: chart.title, description: chart.description)
    axis.add(to: &drawing.marks, top: bottom + 44)
    addBand(of: chart.points, top: bandTop, height: bandHeight, scale: scale, size: size, to: &drawing.marks)
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

  /// Adds the published points as a band with its labels under it.
  static func addBand(
    of points: [SurveyPoint], top: Double, height: Double, scale: AxisScale, size: ChartSize,
    to marks: inout [DrawingMark]
  ) {
    func x(_ point: SurveyPoint) -> Double { scale(Double(point.millionths) / 1_000_000) }
    func at(_ percent: Int) -> SurveyPoint? { points.first { $0.percent == percent } }
    if let first = points.first, let last = points.last, points.count > 1 {
      marks.append(
        .rectangle(x: x(first), y: top, width: x(last) - x(first), height: height, .paleBand))
    }
    if let lower = at(25), let upper = at(75) {
      marks.append(.rectangle(x: x(lower), y: top, width: x(upper) - x(lower), height: height, .darkBand))
    }
    addEdges(of: points, middle: top + height / 2, height: height, x: x, to: &marks)
    if let median = at(50) {
      marks.append(
        .line(
          DrawingPoint(x(median), top - 5), DrawingPoint(x(median), top + height + 5),
          DrawingStroke(.ink, width: 2)))
    }
    addLabels(of: points, x: x, top: top + height, size: size, to: &marks)
  }

  /// Adds percent and value under each point that has room; the median and the ends have it first.
  private static func addLabels(
    of points: [SurveyPoint], x: (SurveyPoint) -> Double, top: Double, size: ChartSize,
    to marks: inout [DrawingMark]
  ) {
    let wanted = [50, points.first?.percent, points.last?.percent, 25, 75, 10, 90].compactMap { percent in
      points.first { $0.percent == percent }
    }
    var taken: [ClosedRange<Double>] = []
    var labelled: [SurveyPoint] = []
    for point in wanted where !labelled.contains(point) {
      let percent = point.percent == 50 ? "median" : PlacementWording.ordinal(point.percent)
      let value = CellValue.surveyValue(WorkRVU(millionths: point.millionths)).text
      let isMedian = point.percent == 50
      let half =
        max(
          TextWidth.of(percent, size: size.smallTextSize, isBold: isMedian),
          TextWidth.of(value, size: size.smallTextSize, isBold: isMedian)) / 2
      let center = min(max(x(point), half), size.width - half)
      let range = (center - half - 4)...(center + half + 4)
      guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
      taken.append(range)
      labelled.append(point)
      for (row, text) in [percent, value].enumerated() {
        marks.append(
          .text(
            text, DrawingPoint(center, top + 18 + Double(row) * 15),
            DrawingTextStyle(
              size: size.smallTextSize, isBold: isMedian, anchor: .middle, ink: isMedian ? .ink : .muted)))
      }
    }
  }

  private static func marker(of chart: BandChart, at x: Double, isClipped: Bool, size: ChartSize) -> [DrawingMark] {
    let middle = bandTop + bandHeight / 2
    return [
      .line(DrawingPoint(x, 30), DrawingPoint(x, middle), DrawingStroke(.accent, width: 2)),
      pointer(at: DrawingPoint(x, middle), isClipped: isClipped, isRight: x > size.width / 2),
      caption(
        value: CellValue.workRVURate(WorkRVU(millionths: chart.value)).text, name: chart.label, x: x, baseline: 20,
        size: size),
    ]
  }

  /// The mark of a value: a diamond, or an arrow where it lies beyond the scale.
  static func pointer(at place: DrawingPoint, isClipped: Bool, isRight: Bool) -> DrawingMark {
    guard isClipped else {
      return .polygon(diamond(place, radius: 9), fill: .accent, DrawingStroke(.paper, width: 1.5))
    }
    let tip = isRight ? 9.0 : -9.0
    return .polygon(
      [
        DrawingPoint(place.x + tip, place.y), DrawingPoint(place.x - tip, place.y - 9),
        DrawingPoint(place.x - tip, place.y + 9),
      ], fill: .accent, DrawingStroke(.paper, width: 1.5))
  }

  /// A value and as much of a name as has room beside it, over a mark.
  static func caption(value: String, name: String, x: Double, baseline: Double, size: ChartSize) -> DrawingMark {
    let room = size.width - 4 - TextWidth.of(value + "  ", size: size.textSize, isBold: true)
    let name = FittedText.cut(name, to: room, size: size.textSize, isBold: true)
    let text = name.isEmpty ? value : "\(value)  \(name)"
    let half = TextWidth.of(text, size: size.textSize, isBold: true) / 2
    return .text(
      text, DrawingPoint(min(max(x, half + 2), size.width - half - 2), baseline),
      DrawingTextStyle(size: size.textSize, isBold: true, anchor: .middle, ink: .accent))
  }

  /// Adds lines at the ends of the bands of a row, which are seen where the bands are too pale to be.
  static func addEdges(
    of points: [SurveyPoint], middle: Double, height: Double, x: (SurveyPoint) -> Double,
    to marks: inout [DrawingMark]
  ) {
    guard points.count > 1 else { return }
    func at(_ percent: Int) -> SurveyPoint? { points.first { $0.percent == percent } }
    for case let point? in [points.first, at(25), at(75), points.last] {
      let place = x(point)
      marks.append(
        .line(
          DrawingPoint(place, middle - height / 2), DrawingPoint(place, middle + height / 2), DrawingStroke(.muted)))
    }
  }

  /// What the parts of a band mean, for a key.
  static func keyItems(of points: [SurveyPoint]) -> [(symbol: DrawingKey.Symbol, name: String)] {
    func has(_ percent: Int) -> Bool { points.contains { $0.percent == percent } }
    var items: [(symbol: DrawingKey.Symbol, name: String)] = []
    if has(25), has(75) { items.append((.band(.darkBand), "survey's 25th to 75th")) }
    if let first = points.first, let last = points.last, points.count > 1, first.percent != 25 || last.percent != 75 {
      items.append(
        (
          .band(.paleBand),
          "\(PlacementWording.ordinal(first.percent)) to \(PlacementWording.ordinal(last.percent))"
        ))
    }
    return items
  }

  /// The corners of a diamond around a point.
  static func diamond(_ center: DrawingPoint, radius: Double) -> [DrawingPoint] {
    [
      DrawingPoint(center.x, center.y - radius), DrawingPoint(center.x + radius * 0.8, center.y),
      DrawingPoint(center.x, center.y + radius), DrawingPoint(center.x - radius * 0.8, center.y),
    ]
  }
}

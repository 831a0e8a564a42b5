import Benchmarking
import ProductivityModel
import Reporting

/// Draws a distribution as a strip of dots over the published points of a survey, with one value marked.
///
/// Dots that would hide each other stand in lanes. What lies beyond the scale is an open arrow at its edge.
enum StripDrawing {
  private static let bandTop = 38.0
  private static let bandHeight = 46.0
  private static let radius = 4.0
  /// About how many marks follow the dots: the one that is marked, and the key.
  private static let marksBesideDots = 20

  static func drawing(of chart: StripChart, size: ChartSize) -> Drawing {
    let scale = scale(of: chart, size: size)
    let bottom = bandTop + bandHeight
    let axisTop = chart.points.isEmpty ? bottom + 8 : bottom + 44
    let axis = HorizontalAxis(scale: scale, title: chart.axis, size: size)
    let key = key(of: chart, scale: scale, size: size)
    let keyTop = axisTop + axis.height + 6
    var drawing = Drawing(
      width: size.width, height: keyTop + key.height, title: chart.title, description: chart.description)
    axis.add(to: &drawing.marks, top: axisTop)
    BandDrawing.addBand(
      of: chart.points, top: bandTop, height: bandHeight, scale: scale, size: size, to: &drawing.marks)
    addDots(of: chart.others, scale: scale, to: &drawing.marks)
    drawing.marks += marker(of: chart, scale: scale, size: size)
    key.add(to: &drawing.marks, top: keyTop)
    return drawing
  }

  private static func scale(of chart: StripChart, size: ChartSize) -> AxisScale {
    let points = chart.points.map { Double($0.millionths) / 1_000_000 }
    let values = (chart.others + (chart.marked.map { [$0] } ?? [])).map { Double($0) / 1_000_000 }
    let base = points.isEmpty ? values : points
    let (low, high) = (base.min() ?? 0, base.max() ?? 0)
    let reach = max(high - low, abs(high) * 0.5, 1)
    let lowest = max(min(low, values.min() ?? low), low - reach * 1.5)
    let highest = min(max(high, values.max() ?? high), high + reach * 1.5)
    let margin = reach * 0.04
    return AxisScale(
      covering: lowest >= 0 ? max(0, lowest - margin) : lowest - margin, highest + margin,
      ticks: size == .wide ? 10 : 5, start: 14, end: size.width - 14)
  }

  private static func isBeyond(_ value: Int64, _ scale: AxisScale) -> Bool {
    let value = Double(value) / 1_000_000
    return value < scale.lower || value > scale.upper
  }

  private static func addDots(of values: [Int64], scale: AxisScale, to marks: inout [DrawingMark]) {
    let middle = bandTop + bandHeight / 2
    // Dots that share a column stand above and below each other, closer where a column is full.
    func column(_ x: Double) -> Int { Int((x / (radius * 1.7)).rounded()) }
    let places = values.map { isBeyond($0, scale) ? nil : scale(Double($0) / 1_000_000) }
    var counts = [Int](repeating: 0, count: column(scale.end) + 2)
    for case let x? in places { counts[column(x)] += 1 }
    let fullest = max(counts.max() ?? 1, 1)
    let spacing = min(radius * 2, (bandHeight - radius * 2) / Double(max(fullest - 1, 1)))
    var placed = [Int](repeating: 0, count: counts.count)
    marks.reserveCapacity(marks.count + values.count + marksBesideDots)
    for (value, x) in zip(values, places) {
      guard let x else {
        let isAbove = Double(value) / 1_000_000 > scale.upper
        marks.append(arrow(at: DrawingPoint(isAbove ? scale.end : scale.start, middle), isAbove: isAbove))
        continue
      }
      let column = column(x)
      let offset = (Double(placed[column]) - Double(counts[column] - 1) / 2) * spacing
      placed[column] += 1
      marks.append(
        .circle(DrawingPoint(x, middle + offset), radius: radius, fill: .muted, DrawingStroke(.paper)))
    }
  }

  private static func arrow(at place: DrawingPoint, isAbove: Bool) -> DrawingMark {
    let tip = isAbove ? 7.0 : -7.0
    return .polygon(
      [
        DrawingPoint(place.x + tip, place.y), DrawingPoint(place.x - tip, place.y - 7),
        DrawingPoint(place.x - tip, place.y + 7),
      ], fill: .paper, DrawingStroke(.muted, width: 1.5))
  }

  private static func marker(of chart: StripChart, scale: AxisScale, size: ChartSize) -> [DrawingMark] {
    guard let value = chart.marked else { return [] }
    let middle = bandTop + bandHeight / 2
    let quantity = Double(value) / 1_000_000
    let x = scale(min(max(quantity, scale.lower), scale.upper))
    return [
      .line(DrawingPoint(x, 26), DrawingPoint(x, middle), DrawingStroke(.paper, width: 5)),
      .line(DrawingPoint(x, 26), DrawingPoint(x, middle), DrawingStroke(.accent, width: 2)),
      BandDrawing.pointer(
        at: DrawingPoint(x, middle), isClipped: isBeyond(value, scale), isRight: quantity > scale.upper),
      BandDrawing.caption(
        value: CellValue.workRVURate(WorkRVU(millionths: value)).text, name: chart.label, x: x, baseline: 18,
        size: size),
    ]
  }

  private static func key(of chart: StripChart, scale: AxisScale, size: ChartSize) -> DrawingKey {
    var items: [(symbol: DrawingKey.Symbol, name: String)] = []
    if chart.marked != nil, !chart.label.isEmpty { items.append((.diamond, chart.label)) }
    let beyond = chart.others.count { isBeyond($0, scale) }
    if chart.others.count > beyond { items.append((.dot, chart.marked == nil ? "a clinician" : "another clinician")) }
    if beyond > 0 { items.append((.arrow, "beyond the scale: \(beyond)")) }
    return DrawingKey(items: items + BandDrawing.keyItems(of: chart.points), size: size)
  }
}

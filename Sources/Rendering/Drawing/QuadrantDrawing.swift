import Reporting

/// Draws two percentiles of each of several people: one across, one up, with lines at 50.
///
/// A percentile beyond the published points has no place of its own: it is drawn at the edge as an open arrow that points
/// outward. Marks are solid or open, so that the picture does not need colour.
enum QuadrantDrawing {
  private static let radius = 5.0
  private static let ticks: [Double] = [0, 25, 50, 75, 100]

  static func drawing(of chart: QuadrantChart, size: ChartSize) -> Drawing {
    let isWide = size == .wide
    let left = isWide ? 64.0 : 40.0
    let top = 30.0
    let side = isWide ? 560.0 : size.width - left - 16
    let frame = Frame(
      x: AxisScale(from: 0, to: 100, start: left, end: left + side),
      y: AxisScale(from: 0, to: 100, start: top + side, end: top))
    var drawing = Drawing(
      width: size.width, height: top + side + 50, title: chart.title, description: chart.description)
    drawing.marks += grid(frame, chart, size: size)
    drawing.marks += corners(frame, chart, size: size)
    drawing.marks += people(frame, chart, words: drawing.marks, size: size)
    return drawing
  }

  private struct Frame {
    var x: AxisScale
    var y: AxisScale

    func point(_ across: Double, _ up: Double) -> DrawingPoint { DrawingPoint(x(across), y(up)) }
  }

  private static func grid(_ frame: Frame, _ chart: QuadrantChart, size: ChartSize) -> [DrawingMark] {
    var marks: [DrawingMark] = []
    let small = size.smallTextSize
    for tick in ticks {
      let stroke = tick == 50 ? DrawingStroke(.ink, width: 1.5) : DrawingStroke(.rule)
      marks.append(.line(frame.point(tick, 0), frame.point(tick, 100), stroke))
      marks.append(.line(frame.point(0, tick), frame.point(100, tick), stroke))
      let label = String(Int(tick))
      marks.append(
        .text(
          label, DrawingPoint(frame.x(tick), frame.y(0) + 20),
          DrawingTextStyle(size: small, isBold: tick == 50, anchor: .middle, ink: .muted)))
      marks.append(
        .text(
          label, DrawingPoint(frame.x(0) - 10, frame.y(tick) + 4),
          DrawingTextStyle(size: small, isBold: tick == 50, anchor: .end, ink: .muted)))
    }
    if let gap = chart.gap, gap > 0, gap < 100 {
      let width = Double(gap)
      let stroke = DrawingStroke(.muted, isDashed: true)
      marks.append(.line(frame.point(0, width), frame.point(100 - width, 100), stroke))
      marks.append(.line(frame.point(width, 0), frame.point(100, 100 - width), stroke))
    }
    marks.append(
      .text(
        FittedText.cut(chart.acrossAxis, to: size.width - frame.x.start, size: small),
        DrawingPoint((frame.x.start + frame.x.end) / 2, frame.y(0) + 41),
        DrawingTextStyle(size: small, anchor: .middle, ink: .muted)))
    marks.append(
      .text(
        FittedText.cut(chart.upAxis, to: size.width, size: small), DrawingPoint(0, 12),
        DrawingTextStyle(size: small, ink: .muted)))
    return marks
  }

  private static func corners(_ frame: Frame, _ chart: QuadrantChart, size: ChartSize) -> [DrawingMark] {
    guard chart.corners.count == 4 else { return [] }
    let inset = 8.0
    let places: [(DrawingPoint, DrawingTextStyle.Anchor)] = [
      (DrawingPoint(frame.x(0) + inset, frame.y(100) + 18), .start),
      (DrawingPoint(frame.x(100) - inset, frame.y(100) + 18), .end),
      (DrawingPoint(frame.x(0) + inset, frame.y(0) - inset), .start),
      (DrawingPoint(frame.x(100) - inset, frame.y(0) - inset), .end),
    ]
    let room = (frame.x.end - frame.x.start) / 2 - inset - 8
    return zip(chart.corners, places).flatMap { corner, place -> [DrawingMark] in
      let text = FittedText.cut(corner, to: room, size: size.smallTextSize)
      let width = TextWidth.of(text, size: size.smallTextSize) + 6
      let (point, anchor) = place
      return [
        // The dashed lines end behind the words.
        .rectangle(
          x: anchor == .start ? point.x - 3 : point.x - width + 3, y: point.y - size.smallTextSize,
          width: width, height: size.smallTextSize + 4, .paper),
        .text(text, point, DrawingTextStyle(size: size.smallTextSize, anchor: anchor, ink: .muted)),
      ]
    }
  }

  private static func people(
    _ frame: Frame, _ chart: QuadrantChart, words: [DrawingMark], size: ChartSize
  ) -> [DrawingMark] {
    var marks: [DrawingMark] = []
    var taken = chart.points.map { box(at: place(of: $0, frame), half: radius + 1) }
    for case .text(let text, let place, let style) in words {
      let width = TextWidth.of(text, size: style.size, isBold: style.isBold)
      let left = style.anchor == .start ? place.x : style.anchor == .end ? place.x - width : place.x - width / 2
      taken.append(Box(left: left, right: left + width, top: place.y - style.size, bottom: place.y + 3))
    }
    for point in chart.points {
      let place = place(of: point, frame)
      marks.append(mark(of: point, at: place))
    }
    for point in chart.points {
      let place = place(of: point, frame)
      if let label = label(point.label, at: place, &taken, frame, size: size) { marks.append(label) }
    }
    return marks
  }

  /// Where a person is drawn: beyond the published points, at the edge.
  private static func place(of point: QuadrantChart.Point, _ frame: Frame) -> DrawingPoint {
    func number(_ place: QuadrantChart.Place) -> Double {
      switch place {
      case .at(let percentile): percentile
      case .below: 0
      case .above: 100
      }
    }
    return frame.point(number(point.across), number(point.up))
  }

  private static func mark(of point: QuadrantChart.Point, at place: DrawingPoint) -> DrawingMark {
    func outward(_ place: QuadrantChart.Place) -> Double {
      switch place {
      case .at: 0
      case .below: -1
      case .above: 1
      }
    }
    let (across, up) = (outward(point.across), -outward(point.up))
    guard across != 0 || up != 0 else {
      return .circle(place, radius: radius, fill: .accent, DrawingStroke(.paper, width: 1.2))
    }
    // An arrow head: its tip lies outward, its back inward.
    let length = (across * across + up * up).squareRoot()
    let (dx, dy) = (across / length, up / length)
    let (reach, half) = (radius + 2.5, radius + 0.5)
    let back = DrawingPoint(place.x - dx * radius, place.y - dy * radius)
    return .polygon(
      [
        DrawingPoint(place.x + dx * reach, place.y + dy * reach),
        DrawingPoint(back.x - dy * half, back.y + dx * half), DrawingPoint(back.x + dy * half, back.y - dx * half),
      ], fill: .paper, DrawingStroke(.accent, width: 1.8))
  }

  private struct Box {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private static func box(at place: DrawingPoint, half: Double) -> Box {
    Box(left: place.x - half, right: place.x + half, top: place.y - half, bottom: place.y + half)
  }

  /// A person's number beside the mark, where there is room; none where there is not: the table has everyone.
  private static func label(
    _ text: String, at place: DrawingPoint, _ taken: inout [Box], _ frame: Frame, size: ChartSize
  ) -> DrawingMark? {
    let width = TextWidth.of(text, size: size.smallTextSize)
    let height = size.smallTextSize
    let gap = radius + 4
    let candidates = [
      DrawingPoint(place.x + gap, place.y + 4), DrawingPoint(place.x - gap - width, place.y + 4),
      DrawingPoint(place.x - width / 2, place.y - gap), DrawingPoint(place.x - width / 2, place.y + gap + height - 2),
    ]
    for candidate in candidates {
      let own = Box(
        left: candidate.x - 1, right: candidate.x + width + 1, top: candidate.y - height + 2, bottom: candidate.y + 2)
      let isInside =
        own.left > 0 && own.right < size.width && own.top > frame.y.end - 16 && own.bottom < frame.y.start + 12
      guard isInside, !taken.contains(where: own.meets) else { continue }
      taken.append(own)
      return .text(text, candidate, DrawingTextStyle(size: size.smallTextSize))
    }
    return nil
  }
}

import MedicareFees
import ProductivityModel
import Reporting

/// Draws a code's work across releases as steps, with each new value beside its step.
///
/// The scale does not start at zero, but spans at least a third of the value: a change of 2 % looks like one.
enum WorkHistoryDrawing {
  private static let width = SmallChart.width
  private static let top = 34.0
  private static let bottom = 118.0

  static func drawing(of history: CodeHistory) -> Drawing {
    var drawing = Drawing(
      width: width, height: bottom + 40, title: "Work RVUs across releases", description: history.sentence)
    let works = history.points.map(\.work.asDouble)
    guard let lowest = works.min(), let highest = works.max(), let first = history.points.first,
      let last = history.points.last
    else { return drawing }
    let middle = (lowest + highest) / 2
    let reach = max((highest - lowest) * 0.6, highest * 0.17)
    let y = AxisScale(from: middle - reach, to: middle + reach, start: bottom - 8, end: top)
    // The last release holds on after its first day: its step gets some room.
    let days = Double(last.first.daysSinceEpoch - first.first.daysSinceEpoch)
    let x = AxisScale(
      from: Double(first.first.daysSinceEpoch), to: Double(last.first.daysSinceEpoch) + days * 0.08, start: 4,
      end: width - 4)
    drawing.marks.append(
      .line(DrawingPoint(4, bottom), DrawingPoint(width - 4, bottom), DrawingStroke(.rule)))
    drawing.marks += years(from: first.first, to: last.first, x: x)
    drawing.marks += steps(history, x: x, y: y)
    drawing.marks += values(history, x: x, y: y)
    return drawing
  }

  private static func years(from first: CalendarDate, to last: CalendarDate, x: AxisScale) -> [DrawingMark] {
    var marks: [DrawingMark] = []
    var end = -100.0
    for year in first.parts.year...last.parts.year {
      let day = max(DayRange(year: year).first, first)
      let place = x(Double(day.daysSinceEpoch))
      marks.append(.line(DrawingPoint(place, bottom), DrawingPoint(place, bottom + 5), DrawingStroke(.rule)))
      let text = String(year)
      let half = TextWidth.of(text, size: SmallChart.text) / 2
      let center = min(max(place, half), width - half)
      guard center - half > end + 6 else { continue }
      end = center + half
      marks.append(
        .text(text, DrawingPoint(center, bottom + 20), SmallChart.style(.middle)))
    }
    return marks
  }

  private static func steps(_ history: CodeHistory, x: AxisScale, y: AxisScale) -> [DrawingMark] {
    var line: [DrawingPoint] = []
    for point in history.points {
      let place = DrawingPoint(x(Double(point.first.daysSinceEpoch)), y(point.work.asDouble))
      if let before = line.last, before.y != place.y { line.append(DrawingPoint(place.x, before.y)) }
      line.append(place)
    }
    if let end = line.last { line.append(DrawingPoint(width - 4, end.y)) }
    return [.polyline(line, DrawingStroke(.accent, width: 2))]
  }

  /// Each new value above its step; the last and the first have room before the others.
  private static func values(_ history: CodeHistory, x: AxisScale, y: AxisScale) -> [DrawingMark] {
    let changes = history.changes
    var taken: [ClosedRange<Double>] = []
    var marks: [DrawingMark] = []
    let order = changes.indices.sorted { a, b in
      func rank(_ index: Int) -> Int { index == changes.count - 1 ? -2 : index == 0 ? -1 : index }
      return rank(a) < rank(b)
    }
    for index in order {
      let point = changes[index]
      let isLast = index == changes.count - 1
      let text = RVU(point.work).description
      let length = TextWidth.of(text, size: SmallChart.text, isBold: isLast)
      // The latest value stands at the right end, where the line ends; the others where their step starts.
      let start = isLast ? width - 4 - length : min(x(Double(point.first.daysSinceEpoch)) + 2, width - length)
      let range = (start - 5)...(start + length + 5)
      guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
      taken.append(range)
      // Over a short last step down the value would stand in the line before it.
      let isUnder =
        isLast && index > 0 && changes[index - 1].work > point.work
        && start < x(Double(point.first.daysSinceEpoch)) + 3
      marks.append(
        .text(
          text, DrawingPoint(start, y(point.work.asDouble) + (isUnder ? 17 : -9)),
          DrawingTextStyle(size: SmallChart.text, isBold: isLast, ink: isLast ? .accent : .muted)))
    }
    return marks
  }
}

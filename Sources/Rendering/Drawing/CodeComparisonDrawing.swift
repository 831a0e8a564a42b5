import MedicareFees
import ProductivityModel
import Reporting

/// Draws where a code stands among the codes of a group: from the lowest to the highest, each code with the same room, and
/// the work at the quarters below.
enum CodeComparisonDrawing {
  private static let width = SmallChart.width
  private static let bandTop = 36.0
  private static let bandHeight = 26.0

  static func drawing(of comparison: CodeComparison) -> Drawing {
    let bottom = bandTop + bandHeight
    var drawing = Drawing(
      width: width, height: bottom + 42, title: "Standing in \(comparison.title)",
      description: CountWording.sentence(comparison.sentence) + ".")
    let x = AxisScale(from: 0, to: 100, start: 2, end: width - 2)
    drawing.marks.append(.rectangle(x: x(0), y: bandTop, width: x(100) - x(0), height: bandHeight, .paleBand))
    drawing.marks.append(.rectangle(x: x(25), y: bandTop, width: x(75) - x(25), height: bandHeight, .darkBand))
    drawing.marks.append(
      .line(DrawingPoint(x(50), bandTop - 4), DrawingPoint(x(50), bottom + 4), DrawingStroke(.ink, width: 2)))
    drawing.marks += labels(of: comparison, x: x, top: bottom)
    let place = x(Double(comparison.standing.percentile))
    drawing.marks.append(
      .polygon(
        BandDrawing.diamond(DrawingPoint(min(max(place, 8), width - 8), bandTop + bandHeight / 2), radius: 10),
        fill: .accent, DrawingStroke(.paper, width: 1.5)))
    let text = "\(RVU(comparison.standing.work)), \(comparison.ordinal) percentile"
    let half = TextWidth.of(text, size: SmallChart.text + 1, isBold: true) / 2
    drawing.marks.append(
      .text(
        text, DrawingPoint(min(max(place, half), width - half), bandTop - 14),
        DrawingTextStyle(size: SmallChart.text + 1, isBold: true, anchor: .middle, ink: .accent)))
    return drawing
  }

  private static func labels(of comparison: CodeComparison, x: AxisScale, top: Double) -> [DrawingMark] {
    let standing = comparison.standing
    let points: [(percent: Double, name: String, value: String)] = [
      (0, "lowest", text(standing.minimum)), (25, "25th", text(comparison.lowerQuartile)),
      (50, "median", text(standing.median)), (75, "75th", text(comparison.upperQuartile)),
      (100, "highest", text(standing.maximum)),
    ]
    return points.flatMap { point -> [DrawingMark] in
      let anchor: DrawingTextStyle.Anchor = point.percent == 0 ? .start : point.percent == 100 ? .end : .middle
      let isMedian = point.percent == 50
      return [(point.value, 18.0), (point.name, 33.0)].map { text, offset in
        .text(
          text, DrawingPoint(x(point.percent), top + offset),
          DrawingTextStyle(
            size: SmallChart.text, isBold: isMedian, anchor: anchor, ink: isMedian ? .ink : .muted))
      }
    }
  }

  private static func text(_ work: WorkRVU) -> String { CellValue.workRVU(work).text }
}

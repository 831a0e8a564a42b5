import Benchmarking
import Reporting

/// Draws where one value stands in a distribution, small enough for a table cell.
enum StandingMarkDrawing {
  static func drawing(of mark: StandingMark) -> Drawing {
    let middle = 9.0
    var drawing = Drawing(width: 132, height: 18, title: mark.text, description: "")
    let scale = AxisScale(
      from: Double(mark.scale.lowerBound), to: Double(mark.scale.upperBound), start: 6, end: drawing.width - 6)
    func x(_ point: SurveyPoint) -> Double { scale(Double(point.millionths)) }
    func at(_ percent: Int) -> SurveyPoint? { mark.points.first { $0.percent == percent } }
    drawing.marks.append(.line(DrawingPoint(0, middle), DrawingPoint(drawing.width, middle), DrawingStroke(.rule)))
    if let first = mark.points.first, let last = mark.points.last {
      drawing.marks.append(.rectangle(x: x(first), y: 4, width: x(last) - x(first), height: 10, .paleBand))
    }
    if let lower = at(25), let upper = at(75) {
      drawing.marks.append(.rectangle(x: x(lower), y: 4, width: x(upper) - x(lower), height: 10, .darkBand))
    }
    BandDrawing.addEdges(of: mark.points, middle: middle, height: 10, x: x, to: &drawing.marks)
    if let median = at(50) {
      drawing.marks.append(
        .line(DrawingPoint(x(median), 1), DrawingPoint(x(median), 17), DrawingStroke(.ink, width: 1.5)))
    }
    guard let value = mark.value else { return drawing }
    if mark.scale.contains(value) {
      let place = DrawingPoint(scale(Double(value)), middle)
      drawing.marks.append(
        .polygon(BandDrawing.diamond(place, radius: 6.5), fill: .accent, DrawingStroke(.paper)))
    } else {
      let tip = value > mark.scale.upperBound ? 5.0 : -5.0
      let edge = value > mark.scale.upperBound ? scale.end : scale.start
      drawing.marks.append(
        .polygon(
          [
            DrawingPoint(edge + tip, middle), DrawingPoint(edge - tip, middle - 6),
            DrawingPoint(edge - tip, middle + 6),
          ],
          fill: .accent, DrawingStroke(.paper)))
    }
    return drawing
  }
}

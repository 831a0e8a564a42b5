import Reporting

/// Draws a quantity through the months, small enough for a table cell: a line from zero, its last month marked.
enum SparklineDrawing {
  static func drawing(of sparkline: Sparkline) -> Drawing {
    var drawing = Drawing(width: 108, height: 24, title: sparkline.text, description: "")
    let scale = AxisScale(from: 0, to: max(sparkline.highest.asDouble, 1), start: 21, end: 3)
    let step = (drawing.width - 8) / Double(max(sparkline.values.count - 1, 1))
    drawing.marks.append(.line(DrawingPoint(0, 21), DrawingPoint(drawing.width, 21), DrawingStroke(.rule)))
    var runs: [[DrawingPoint]] = [[]]
    for (index, value) in sparkline.values.enumerated() {
      if let value {
        runs[runs.count - 1].append(DrawingPoint(4 + step * Double(index), scale(value.asDouble)))
      } else {
        runs.append([])
      }
    }
    for run in runs {
      if run.count > 1 { drawing.marks.append(.polyline(run, DrawingStroke(.accent, width: 1.5))) }
      if run.count == 1 { drawing.marks.append(.circle(run[0], radius: 1.5, fill: .accent, DrawingStroke(.accent))) }
    }
    if sparkline.values.last.flatMap({ $0 }) != nil, let last = runs.last?.last {
      drawing.marks.append(.circle(last, radius: 3, fill: .accent, DrawingStroke(.paper)))
    }
    return drawing
  }
}

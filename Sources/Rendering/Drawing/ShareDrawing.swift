import ProductivityModel
import Reporting

/// Draws shares of a whole: one's own as bars, those of others as marks on the same rows, each series with a shape of its own.
///
/// The figures stand beside the bars, in columns under the shape of their series.
enum ShareDrawing {
  private static let top = 24.0
  private static let barHeight = 14.0
  private static let shapes: [DrawingKey.Symbol] = [.band(.accent), .tick, .ring, .openDiamond, .dot]

  static func drawing(of chart: ShareChart, size: ChartSize) -> Drawing {
    // Of more series than shapes there is no telling which is which: they are left to the table.
    let shown = min(chart.series.count, shapes.count)
    let column = TextWidth.of(">99.9%", size: size.smallTextSize, isBold: true) + 12
    let figures = column * Double(shown)
    let labels = chart.parts.map { TextWidth.of($0.label, size: size.textSize) }.max() ?? 0
    // Names stand beside the bars where these keep some room, else above them.
    let isBeside = size == .wide || labels + figures + 120 <= size.width
    let rowHeight = isBeside ? 27.0 : 42.0
    let bottom = top + rowHeight * Double(max(chart.parts.count, 1))
    let key = DrawingKey(
      items: (0..<shown).map { (shapes[$0], chart.series[$0]) }, size: size)
    var drawing = Drawing(
      width: size.width, height: bottom + 8 + key.height, title: chart.title, description: chart.description)
    let left = isBeside ? min(labels + 14, 260) : 6
    let right = isBeside ? size.width - figures - 10 : size.width
    let largest = chart.parts.flatMap { $0.shares.prefix(shown).compactMap { $0 } }.filter(\.isFinite).max() ?? 0
    let scale = AxisScale(from: 0, to: max(largest, 0.01), start: left, end: right - 6)
    // One series alone needs no sign over its figures.
    for series in 0..<shown where shown > 1 {
      drawing.marks += DrawingKey.marks(
        of: shapes[series], center: DrawingPoint(figureEnd(series, shown, column, size) - 18, 12))
    }
    if isBeside {
      drawing.marks.append(
        .line(DrawingPoint(left, top), DrawingPoint(left, bottom), DrawingStroke(.muted)))
    }
    for (index, part) in chart.parts.enumerated() {
      let rowTop = top + rowHeight * Double(index)
      let middle = isBeside ? rowTop + rowHeight / 2 : rowTop + rowHeight - barHeight / 2 - 5
      let baseline = isBeside ? middle + 4.5 : rowTop + 15
      let width = isBeside ? left - 10 : size.width - figures - 10
      drawing.marks.append(
        .text(
          FittedText.cut(part.label, to: width, size: size.textSize), DrawingPoint(0, baseline),
          DrawingTextStyle(size: size.textSize)))
      for series in 0..<shown {
        let share = series < part.shares.count ? part.shares[series] : nil
        if let share { drawing.marks += mark(of: share, series: series, middle: middle, scale: scale) }
        drawing.marks.append(
          .text(
            share.map { CellValue.percent($0 * 100).text } ?? "n/a",
            DrawingPoint(figureEnd(series, shown, column, size), baseline),
            DrawingTextStyle(
              size: size.smallTextSize, isBold: series == 0 && share != nil, anchor: .end,
              ink: series == 0 && share != nil ? .ink : .muted)))
      }
    }
    key.add(to: &drawing.marks, top: bottom + 8)
    return drawing
  }

  private static func figureEnd(_ series: Int, _ count: Int, _ column: Double, _ size: ChartSize) -> Double {
    size.width - column * Double(count - 1 - series)
  }

  private static func mark(of share: Double, series: Int, middle: Double, scale: AxisScale) -> [DrawingMark] {
    let x = scale(min(max(share, scale.lower), scale.upper))
    guard series > 0 else {
      return [
        .rectangle(
          x: scale.start, y: middle - barHeight / 2, width: max(x - scale.start, share > 0 ? 1.5 : 0),
          height: barHeight, .accent)
      ]
    }
    if series == 1 {
      // The line is seen on the bar and beside it.
      let (upper, lower) = (middle - barHeight / 2 - 2, middle + barHeight / 2 + 2)
      return [
        .line(DrawingPoint(x, upper), DrawingPoint(x, lower), DrawingStroke(.paper, width: 5)),
        .line(DrawingPoint(x, upper), DrawingPoint(x, lower), DrawingStroke(.ink, width: 2.5)),
      ]
    }
    return DrawingKey.marks(of: shapes[series], center: DrawingPoint(x, middle))
  }
}

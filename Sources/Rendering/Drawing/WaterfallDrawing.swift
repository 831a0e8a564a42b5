import ProductivityModel
import Reporting

/// Draws how one quantity becomes another: a row a step, with a bar from where it begins to where it ends.
///
/// Steps up are filled and steps down open. The two ends are marks and not bars, since the scale need not begin at zero: only the length of a step can be compared.
enum WaterfallDrawing {
  private static let top = 12.0
  private static func barHeight(_ size: ChartSize) -> Double { size == .wide ? 18 : 12 }

  private struct Row {
    var label: String
    var amount: String
    var from: Double
    var to: Double
    var isEnd: Bool
  }

  static func drawing(of chart: WaterfallChart, size: ChartSize) -> Drawing {
    let rows = rows(of: chart)
    let isWide = size == .wide
    let rowHeight = isWide ? 30.0 : 36.0
    let barHeight = barHeight(size)
    let bottom = top + rowHeight * Double(rows.count)
    let labels = rows.map { TextWidth.of($0.label, size: size.textSize, isBold: $0.isEnd) }.max() ?? 0
    let amounts = rows.map { TextWidth.of($0.amount, size: size.textSize, isBold: $0.isEnd) }.max() ?? 0
    let left = isWide ? min(labels, 260) + 18 : 6
    let right = size.width - (isWide ? amounts + 16 : 6)
    let values = rows.flatMap { [$0.from, $0.to] }
    let (lowest, highest) = (values.min() ?? 0, values.max() ?? 0)
    let margin = max((highest - lowest) * 0.05, 0.5)
    let ticks = isWide ? 6 : 4
    let scale = AxisScale(
      covering: lowest >= 0 ? max(0, lowest - margin) : lowest - margin, highest + margin, ticks: ticks, start: left,
      end: right)
    let note = scale.lower == 0 ? chart.axis : "\(chart.axis); the scale does not begin at zero"
    let axis = HorizontalAxis(scale: scale, title: note, size: size)
    var drawing = Drawing(
      width: size.width, height: bottom + axis.height, title: chart.title, description: chart.description)
    axis.add(to: &drawing.marks, top: bottom, gridTop: top)
    for (index, row) in rows.enumerated() {
      let middle = top + rowHeight * Double(index) + (isWide ? rowHeight / 2 : rowHeight - barHeight / 2 - 4)
      let next = index + 1 < rows.count ? middle + rowHeight : nil
      let room = isWide ? left - 12 : size.width - amounts - 12
      drawing.marks += marks(of: row, at: middle, next: next, scale: scale, room: room, size: size)
    }
    return drawing
  }

  private static func rows(of chart: WaterfallChart) -> [Row] {
    func end(_ step: WaterfallChart.Step) -> Row {
      let value = step.amount.asDouble
      return Row(label: step.label, amount: CellValue.workRVU(step.amount).text, from: value, to: value, isEnd: true)
    }
    var running = chart.start.amount
    let steps = chart.steps.map { step in
      let before = running.asDouble
      running += step.amount
      return Row(
        label: step.label, amount: BridgeWording.signed(step.amount), from: before, to: running.asDouble, isEnd: false)
    }
    return [end(chart.start)] + steps + [end(chart.end)]
  }

  private static func marks(
    of row: Row, at middle: Double, next: Double?, scale: AxisScale, room: Double, size: ChartSize
  ) -> [DrawingMark] {
    let isWide = size == .wide
    let barHeight = barHeight(size)
    let (from, to) = (scale(row.from), scale(row.to))
    var marks: [DrawingMark] = []
    if let next {
      marks.append(.line(DrawingPoint(to, middle), DrawingPoint(to, next), DrawingStroke(.muted)))
    }
    if row.isEnd {
      marks.append(
        .rectangle(x: to - 2.5, y: middle - barHeight / 2 - 2, width: 5, height: barHeight + 4, .ink))
    } else if row.to != row.from {
      // A step too small to be seen is still a line; one of nothing is none.
      let width = max(abs(to - from), 1.5)
      marks.append(
        .rectangle(
          x: min(from, to), y: middle - barHeight / 2, width: width, height: barHeight,
          row.to > row.from ? .accent : .muted))
      // A step down is open, so that it differs from a step up without colour.
      if row.to < row.from, width > 5 {
        marks.append(
          .rectangle(
            x: min(from, to) + 1.75, y: middle - barHeight / 2 + 1.75, width: width - 3.5, height: barHeight - 3.5,
            .paper))
      }
    }
    let baseline = isWide ? middle + 4.5 : middle - barHeight / 2 - 5
    if !isWide {
      // The labels stand between the bars: the lines between these end behind them.
      let style = (size: size.textSize, isBold: row.isEnd)
      let widths = [FittedText.cut(row.label, to: room, size: size.textSize, isBold: row.isEnd), row.amount].map {
        TextWidth.of($0, size: style.size, isBold: style.isBold) + 4
      }
      let y = baseline - size.textSize
      marks.append(.rectangle(x: 0, y: y, width: widths[0], height: size.textSize + 4, .paper))
      marks.append(
        .rectangle(x: size.width - widths[1], y: y, width: widths[1], height: size.textSize + 4, .paper))
    }
    marks.append(
      .text(
        FittedText.cut(row.label, to: room, size: size.textSize, isBold: row.isEnd), DrawingPoint(0, baseline),
        DrawingTextStyle(size: size.textSize, isBold: row.isEnd)))
    marks.append(
      .text(
        row.amount, DrawingPoint(size.width, baseline),
        DrawingTextStyle(size: size.textSize, isBold: row.isEnd, anchor: .end)))
    return marks
  }
}

import Reporting

/// Sets figures that are read at a glance in rows, each under a line.
struct FigureGrid {
  private let figures: [KeyFigure]
  private let setter: BlockSetter
  private let width: Double

  init(_ figures: [KeyFigure], setter: BlockSetter, width: Double) {
    self.figures = figures
    self.setter = setter
    self.width = width
  }

  /// The rows, in order.
  func items(space: Double) -> [FlowItem] {
    let style = setter.style
    let gap = style.isDense ? 12.0 : 18.0
    let columns = columnCount(gap: gap)
    let columnWidth = (width - gap * Double(columns - 1)) / Double(columns)
    let rows = stride(from: 0, to: figures.count, by: columns).map { start in
      figures[start..<min(start + columns, figures.count)].map { set($0, width: columnWidth) }
    }
    return rows.enumerated().map { index, row in
      let labels = row.map(\.label.height).max() ?? 0
      let height = row.map { $0.value.height + $0.detail.height }.max() ?? 0
      let pad = style.rowPad + 1.5
      return FlowItem(
        pad + labels + height, space: index == 0 ? space : style.blockSpace
      ) { canvas, x, y in
        for (column, figure) in row.enumerated() {
          let left = x + Double(column) * (columnWidth + gap)
          canvas.rectangle(
            left, y, columnWidth, figure.isLeading ? 2 : 0.75, figure.isLeading ? .accent : .dark)
          canvas.tagged("P") {
            canvas.text(figure.label, left, y + pad, .ink)
            canvas.text(
              figure.value, left, y + pad + labels,
              figure.isMissing ? .muted : figure.isLeading ? .accent : .ink)
            canvas.text(figure.detail, left, y + pad + labels + figure.value.height, .muted)
          }
        }
      }
    }
  }

  private struct SetFigure {
    var label: SetText
    var value: SetText
    var detail: SetText
    var isMissing: Bool
    var isLeading: Bool
  }

  private func set(_ figure: KeyFigure, width: Double) -> SetFigure {
    let style = setter.style
    var detail = figure.detail
    var isMissing = false
    if case .notAvailable(let reason) = figure.value {
      detail = reason
      isMissing = true
    }
    var value = style.value
    if isMissing { value.weight = .regular }
    let natural = setter.typesetter.set(figure.value.text, value).width
    // A long value is set smaller rather than broken, down to the size of a label.
    if natural > width { value = value.scaled(by: max(width / natural, style.label.size / value.size)) }
    value.leading = style.value.leading
    return SetFigure(
      label: setter.typesetter.set(figure.label, style.label, width: width),
      value: setter.typesetter.set(figure.value.text, value, width: width),
      detail: setter.typesetter.set(detail, style.small, width: width), isMissing: isMissing,
      isLeading: figure.isLeading)
  }

  private func columnCount(gap: Double) -> Int {
    let widest = figures.map { setter.typesetter.set($0.value.text, setter.style.value).width }.max() ?? 0
    let least = max(widest, setter.style.isDense ? 74 : 84)
    let most = max(1, Int((width + gap) / (least + gap)))
    if setter.style.isDense { return max(1, min(figures.count, most, 8)) }
    let columns = max(1, min(most, 5))
    // Rows that are equally full, as far as they can be.
    let rows = max(1, (figures.count + columns - 1) / columns)
    return min(columns, max(figures.count / rows + (figures.count % rows == 0 ? 0 : 1), min(3, columns)))
  }
}

/// Paints a drawing on paper.
struct DrawingPainting {
  let canvas: Canvas
  let typesetter: Typesetter

  /// Paints a drawing with its top left at a place, larger or smaller.
  func paint(_ drawing: Drawing, _ x: Double, _ y: Double, scale: Double) {
    func place(_ point: DrawingPoint) -> DrawingPoint { DrawingPoint(x + point.x * scale, y + point.y * scale) }
    for mark in drawing.marks {
      switch mark {
      case .line(let from, let to, let stroke): line([place(from), place(to)], stroke, scale)
      case .polyline(let points, let stroke): line(points.map(place), stroke, scale)
      case .rectangle(let left, let top, let width, let height, let ink):
        canvas.rectangle(x + left * scale, y + top * scale, width * scale, height * scale, PrintColour(ink))
      case .circle(let center, let radius, let fill, let stroke):
        canvas.circle(
          place(center), radius: radius * scale, fill: PrintColour(fill), outline: PrintColour(stroke.ink),
          width: stroke.width * scale)
      case .polygon(let points, let fill, let stroke):
        canvas.polygon(
          points.map(place), fill: PrintColour(fill), outline: PrintColour(stroke.ink), width: stroke.width * scale)
      case .text(let text, let point, let style): self.text(text, place(point), style, scale)
      }
    }
  }

  private func line(_ points: [DrawingPoint], _ stroke: DrawingStroke, _ scale: Double) {
    canvas.polyline(
      points, width: stroke.width * scale, PrintColour(stroke.ink), dash: stroke.isDashed ? 4 * scale : nil)
  }

  private func text(_ text: String, _ point: DrawingPoint, _ style: DrawingTextStyle, _ scale: Double) {
    let size = style.size * scale
    let set = typesetter.set(text, TextStyle(size, size * 1.3, style.isBold ? .semibold : .regular))
    let start =
      switch style.anchor {
      case .start: point.x
      case .middle: point.x - set.width / 2
      case .end: point.x - set.width
      }
    canvas.text(set, start, baseline: point.y, PrintColour(style.ink))
  }
}

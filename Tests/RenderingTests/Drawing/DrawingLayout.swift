@testable import Rendering

/// Where the texts of a drawing stand, and what is wrong with where they stand.
struct DrawingLayout {
  /// The room that a line of text takes.
  struct TextBox {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func meets(_ other: TextBox) -> Bool {
      left < other.right - 0.5 && other.left < right - 0.5 && top < other.bottom - 0.5 && other.top < bottom - 0.5
    }
  }

  let drawing: Drawing

  var boxes: [TextBox] {
    drawing.marks.compactMap { mark in
      guard case .text(let text, let place, let style) = mark else { return nil }
      let width = TextWidth.of(text, size: style.size, isBold: style.isBold)
      let left =
        switch style.anchor {
        case .start: place.x
        case .middle: place.x - width / 2
        case .end: place.x - width
        }
      // Ascent and descent of the usual fonts, without the room between lines.
      return TextBox(
        text: text, left: left, right: left + width, top: place.y - style.size * 0.78,
        bottom: place.y + style.size * 0.2)
    }
  }

  /// A sentence for every mark outside of the drawing and every two texts that stand on each other.
  var problems: [String] {
    var problems: [String] = []
    let boxes = boxes
    for (index, box) in boxes.enumerated() {
      if box.left < -1 || box.right > drawing.width + 1 || box.top < -1 || box.bottom > drawing.height + 1 {
        problems.append("outside: \(box)")
      }
      for other in boxes[(index + 1)...] where box.meets(other) {
        problems.append("\(box.text) stands on \(other.text)")
      }
    }
    for mark in drawing.marks {
      for place in Self.corners(of: mark)
      where !place.x.isFinite || !place.y.isFinite || place.x < -1 || place.x > drawing.width + 1 || place.y < -1
        || place.y > drawing.height + 1
      {
        problems.append("outside: \(mark)")
      }
    }
    return problems
  }

  private static func corners(of mark: DrawingMark) -> [DrawingPoint] {
    switch mark {
    case .line(let from, let to, _): [from, to]
    case .polyline(let points, _), .polygon(let points, fill: _, _): points
    case .rectangle(let x, let y, let width, let height, _):
      [DrawingPoint(x, y), DrawingPoint(x + width, y + height)]
    case .circle(let center, let radius, fill: _, _):
      [DrawingPoint(center.x - radius, center.y - radius), DrawingPoint(center.x + radius, center.y + radius)]
    case .text(_, let place, _): [place]
    }
  }
}

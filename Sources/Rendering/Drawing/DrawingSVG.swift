import ProductivityModel

/// Writes a drawing as SVG for a page: real text, a title and a description, colours from the page's style sheet.
enum DrawingSVG {
  /// The SVG element.
  ///
  /// - Parameter id: unique in the page; the title and the description are named by it.
  static func element(of drawing: Drawing, id: String, cssClass: String) -> String {
    let labels = drawing.description.isEmpty ? "\(id)-title" : "\(id)-title \(id)-description"
    var svg =
      "<svg class=\"\(cssClass)\" role=\"img\" aria-labelledby=\"\(labels)\" viewBox=\"0 0 \(number(drawing.width)) "
      + "\(number(drawing.height))\" width=\"\(number(drawing.width))\" height=\"\(number(drawing.height))\">"
    svg += "<title id=\"\(id)-title\">\(HTMLText.isolated(drawing.title))</title>"
    if !drawing.description.isEmpty {
      svg += "<desc id=\"\(id)-description\">\(HTMLText.isolated(drawing.description))</desc>"
    }
    for mark in drawing.marks { svg += element(of: mark) }
    return svg + "</svg>"
  }

  /// The element of one shape or text.
  static func element(of mark: DrawingMark) -> String {
    switch mark {
    case .line(let from, let to, let stroke):
      "<line x1=\"\(number(from.x))\" y1=\"\(number(from.y))\" x2=\"\(number(to.x))\" y2=\"\(number(to.y))\" "
        + "class=\"s-\(stroke.ink.rawValue)\"\(attributes(of: stroke))/>"
    case .polyline(let points, let stroke):
      "<polyline points=\"\(list(points))\" class=\"f-none s-\(stroke.ink.rawValue)\"\(attributes(of: stroke))/>"
    case .rectangle(let x, let y, let width, let height, let ink):
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0, width)))\" height=\"\(number(height))\" "
        + "class=\"f-\(ink.rawValue)\"/>"
    case .circle(let center, let radius, let fill, let stroke):
      "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\" "
        + "class=\"f-\(fill.rawValue) s-\(stroke.ink.rawValue)\"\(attributes(of: stroke))/>"
    case .polygon(let points, let fill, let stroke):
      "<polygon points=\"\(list(points))\" class=\"f-\(fill.rawValue) s-\(stroke.ink.rawValue)\"\(attributes(of: stroke))/>"
    case .text(let text, let place, let style):
      "<text x=\"\(number(place.x))\" y=\"\(number(place.y))\" font-size=\"\(number(style.size))\""
        + (style.anchor == .start ? "" : " text-anchor=\"\(style.anchor.rawValue)\"")
        + (style.isBold ? " font-weight=\"600\"" : "")
        + " class=\"f-\(style.ink.rawValue)\">\(HTMLText.isolated(text))</text>"
    }
  }

  private static func attributes(of stroke: DrawingStroke) -> String {
    (stroke.width == 1 ? "" : " stroke-width=\"\(number(stroke.width))\"")
      + (stroke.isDashed ? " stroke-dasharray=\"4 4\"" : "")
  }

  private static func list(_ points: [DrawingPoint]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  /// A coordinate to the hundredth of a point.
  static func number(_ value: Double) -> String {
    DecimalText.plain(Int64((min(max(value, -100_000), 100_000) * 100).rounded()), scale: 2)
  }
}

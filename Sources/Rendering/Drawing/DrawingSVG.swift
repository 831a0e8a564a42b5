/// Writes a drawing as SVG for a page: real text, a title and a description, colours from the page's style sheet.
enum DrawingSVG {
  /// The SVG element.
  ///
  /// - Parameter id: unique in the page; the title and the description are named by it.
  static func element(of drawing: Drawing, id: String, cssClass: String) -> String {
    var markup = Markup()
    markup.add(drawing, id: id, cssClass: cssClass)
    return markup.string
  }

  /// The element of one shape or text.
  static func element(of mark: DrawingMark) -> String {
    var markup = Markup()
    markup.add(mark)
    return markup.string
  }

  /// A coordinate to the hundredth of a point.
  static func number(_ value: Double) -> String {
    var markup = Markup()
    markup.add(coordinate: value)
    return markup.string
  }
}

extension Markup {
  /// Adds a drawing as an SVG element.
  ///
  /// - Parameter id: unique in the page; the title and the description are named by it.
  mutating func add(_ drawing: Drawing, id: String, cssClass: String) {
    let hasDescription = !drawing.description.isEmpty
    add("<svg class=\"")
    add(finished: cssClass)
    add("\" role=\"img\" aria-labelledby=\"")
    add(finished: id)
    add("-title")
    if hasDescription {
      add(" ")
      add(finished: id)
      add("-description")
    }
    add("\" viewBox=\"0 0 ")
    add(coordinate: drawing.width)
    add(" ")
    add(coordinate: drawing.height)
    add("\"")
    add(" width=\"", drawing.width)
    add(" height=\"", drawing.height)
    add("><title id=\"")
    add(finished: id)
    add("-title\">")
    add(isolated: drawing.title)
    add("</title>")
    if hasDescription {
      add("<desc id=\"")
      add(finished: id)
      add("-description\">")
      add(isolated: drawing.description)
      add("</desc>")
    }
    for mark in drawing.marks { add(mark) }
    add("</svg>")
  }

  /// Adds the element of one shape or text.
  mutating func add(_ mark: DrawingMark) {
    switch mark {
    case .line(let from, let to, let stroke):
      add("<line x1=\"", from.x)
      add(" y1=\"", from.y)
      add(" x2=\"", to.x)
      add(" y2=\"", to.y)
      add(" class=\"s-")
      addInk(and: stroke)
    case .polyline(let points, let stroke):
      add("<polyline points=\"")
      add(points)
      add("\" class=\"f-none s-")
      addInk(and: stroke)
    case .rectangle(let x, let y, let width, let height, let ink):
      add("<rect x=\"", x)
      add(" y=\"", y)
      add(" width=\"", max(0, width))
      add(" height=\"", height)
      add(" class=\"f-")
      add(finished: ink.rawValue)
      add("\"/>")
    case .circle(let center, let radius, let fill, let stroke):
      add("<circle cx=\"", center.x)
      add(" cy=\"", center.y)
      add(" r=\"", radius)
      add(" class=\"f-")
      add(finished: fill.rawValue)
      add(" s-")
      addInk(and: stroke)
    case .polygon(let points, let fill, let stroke):
      add("<polygon points=\"")
      add(points)
      add("\" class=\"f-")
      add(finished: fill.rawValue)
      add(" s-")
      addInk(and: stroke)
    case .text(let text, let place, let style):
      add("<text x=\"", place.x)
      add(" y=\"", place.y)
      add(" font-size=\"", style.size)
      if style.anchor != .start {
        add(" text-anchor=\"")
        add(finished: style.anchor.rawValue)
        add("\"")
      }
      if style.isBold { add(" font-weight=\"600\"") }
      add(" class=\"f-")
      add(finished: style.ink.rawValue)
      add("\">")
      add(isolated: text)
      add("</text>")
    }
  }

  /// Adds the ink of a stroke, which ends the class, its other attributes, and the end of the element.
  private mutating func addInk(and stroke: DrawingStroke) {
    add(finished: stroke.ink.rawValue)
    add("\"")
    if stroke.width != 1 { add(" stroke-width=\"", stroke.width) }
    if stroke.isDashed { add(" stroke-dasharray=\"4 4\"") }
    add("/>")
  }

  private mutating func add(_ points: [DrawingPoint]) {
    for (index, point) in points.enumerated() {
      if index > 0 { add(" ") }
      add(coordinate: point.x)
      add(",")
      add(coordinate: point.y)
    }
  }

  /// Adds an attribute up to its quote, a coordinate, and the quote that ends it.
  private mutating func add(_ attribute: StaticString, _ coordinate: Double) {
    add(attribute)
    add(coordinate: coordinate)
    add("\"")
  }

  /// Adds a coordinate to the hundredth of a point.
  mutating func add(coordinate: Double) {
    add(Int64((min(max(coordinate, -100_000), 100_000) * 100).rounded()), scale: 2)
  }
}

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
    add("\" width=\"")
    add(coordinate: drawing.width)
    add("\" height=\"")
    add(coordinate: drawing.height)
    add("\"><title id=\"")
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
    // Looked at where they are: a copy of each would cost about as much as what is written of it.
    let marks = drawing.marks.span
    for index in marks.indices { add(marks[index]) }
    add("</svg>")
  }

  /// Adds the element of one shape or text.
  mutating func add(_ mark: DrawingMark) {
    switch mark {
    case .line(let from, let to, let stroke):
      add(upTo: SVGBytes.ofShape) { svg in
        svg.add("<line x1=\"", from.x)
        svg.add("\" y1=\"", from.y)
        svg.add("\" x2=\"", to.x)
        svg.add("\" y2=\"", to.y)
        svg.add("\" class=\"")
        svg.add(stroke)
      }
    case .polyline(let points, let stroke):
      add(upTo: SVGBytes.ofShape + points.count * SVGBytes.ofPoint) { svg in
        svg.add("<polyline points=\"")
        svg.add(points)
        svg.add("\" class=\"f-none ")
        svg.add(stroke)
      }
    case .rectangle(let x, let y, let width, let height, let ink):
      add(upTo: SVGBytes.ofShape) { svg in
        svg.add("<rect x=\"", x)
        svg.add("\" y=\"", y)
        svg.add("\" width=\"", max(0, width))
        svg.add("\" height=\"", height)
        svg.add("\" class=\"f-")
        svg.add(ink.name)
        svg.add("\"/>")
      }
    case .circle(let center, let radius, let fill, let stroke):
      add(upTo: SVGBytes.ofShape) { svg in
        svg.add("<circle cx=\"", center.x)
        svg.add("\" cy=\"", center.y)
        svg.add("\" r=\"", radius)
        svg.add("\" class=\"f-")
        svg.add(fill.name)
        svg.add(" ")
        svg.add(stroke)
      }
    case .polygon(let points, let fill, let stroke):
      add(upTo: SVGBytes.ofShape + points.count * SVGBytes.ofPoint) { svg in
        svg.add("<polygon points=\"")
        svg.add(points)
        svg.add("\" class=\"f-")
        svg.add(fill.name)
        svg.add(" ")
        svg.add(stroke)
      }
    case .text(let text, let place, let style):
      add(upTo: SVGBytes.ofShape) { svg in
        svg.add("<text x=\"", place.x)
        svg.add("\" y=\"", place.y)
        svg.add("\" font-size=\"", style.size)
        switch style.anchor {
        case .start: break
        case .middle: svg.add("\" text-anchor=\"middle")
        case .end: svg.add("\" text-anchor=\"end")
        }
        if style.isBold { svg.add("\" font-weight=\"600") }
        svg.add("\" class=\"f-")
        svg.add(style.ink.name)
        svg.add("\">")
      }
      add(isolated: text)
      add("</text>")
    }
  }

  /// Adds a coordinate to the hundredth of a point.
  mutating func add(coordinate: Double) { add(upTo: SVGBytes.ofPoint) { $0.add(coordinate) } }
}

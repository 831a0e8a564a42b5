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

  /// The elements of shapes and texts.
  static func elements(of marks: [DrawingMark]) -> String {
    var markup = Markup()
    markup.add(marks)
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
    add(drawing.marks)
    add("</svg>")
  }

  /// Adds the elements of shapes and texts, the hindmost first. Those in a row that look alike have one element, or are within one, that
  /// says once how they look: a page has hundreds of them.
  mutating func add(_ marks: [DrawingMark]) {
    // Looked at where they are: a copy of each would cost about as much as what is written of it.
    let marks = marks.span
    var start = 0
    while start < marks.count {
      var end = start + 1
      while end < marks.count, marks[start].looksLike(marks[end]) { end += 1 }
      let alike = marks.extracting(start..<end)
      switch marks[start] {
      case .line(_, _, let stroke):
        addPath(of: alike) { $0.add(stroke) }
      case .polyline(_, let stroke):
        addPath(of: alike) { svg in
          svg.add("f-none ")
          svg.add(stroke)
        }
      case .rectangle(_, _, _, _, let ink):
        addPath(of: alike) { svg in
          svg.add("f-")
          svg.add(ink.name)
        }
      case .polygon(_, let fill, let stroke):
        addPath(of: alike) { $0.add(fill: fill, stroke) }
      case .circle(_, _, let fill, let stroke):
        addGroup(of: alike, "<circle") { $0.add(fill: fill, stroke) }
      case .text(_, _, let style):
        addGroup(of: alike, "<text") { $0.add(style) }
      }
      start = end
    }
  }

  /// Adds one element for shapes that are drawn alike.
  private mutating func addPath(of marks: Span<DrawingMark>, look: (inout OutputSpan<UInt8>) -> Void) {
    add(upTo: SVGBytes.ofLook) { svg in
      svg.add("<path class=\"")
      look(&svg)
      svg.add("\" d=\"")
    }
    for index in marks.indices {
      switch marks[index] {
      case .line(let from, let to, _):
        add(upTo: 2 * SVGBytes.ofPoint) { svg in
          var path = SVGPath(from: from, in: &svg)
          path.add(to, to: &svg)
        }
      case .polyline(let points, _):
        add(upTo: points.count * SVGBytes.ofPoint) { $0.add(points) }
      case .polygon(let points, _, _):
        add(upTo: (points.count + 1) * SVGBytes.ofPoint) { svg in
          svg.add(points)
          if !points.isEmpty { svg.add("Z") }
        }
      case .rectangle(let x, let y, let width, let height, _):
        add(upTo: 3 * SVGBytes.ofPoint) { $0.addRectangle(x: x, y: y, width: width, height: height) }
      case .circle, .text: break
      }
    }
    add("\"/>")
  }

  /// Adds an element for each of some circles or texts that look alike, and one around them where there are several.
  ///
  /// - Parameter tag: how the element of each begins.
  private mutating func addGroup(
    of marks: Span<DrawingMark>, _ tag: StaticString, look: (inout OutputSpan<UInt8>) -> Void
  ) {
    add(marks.count > 1 ? "<g" : tag)
    add(upTo: SVGBytes.ofLook) { svg in
      svg.add(" class=\"")
      look(&svg)
      svg.add("\"")
    }
    for index in marks.indices {
      if marks.count > 1 {
        if index == 0 { add(">") }
        add(tag)
      }
      switch marks[index] {
      case .circle(let center, let radius, _, _):
        add(upTo: SVGBytes.ofPlace) { svg in
          svg.add(" cx=\"", center.x)
          svg.add("\" cy=\"", center.y)
          svg.add("\" r=\"", radius)
          svg.add("\"/>")
        }
      case .text(let text, let place, _):
        add(upTo: SVGBytes.ofPlace) { svg in
          svg.add(" x=\"", place.x)
          svg.add("\" y=\"", place.y)
          svg.add("\">")
        }
        add(isolated: text)
        add("</text>")
      default: break
      }
    }
    if marks.count > 1 { add("</g>") }
  }

  /// Adds a coordinate to the hundredth of a point.
  mutating func add(coordinate: Double) { add(upTo: SVGBytes.ofPoint) { $0.add(coordinate) } }
}

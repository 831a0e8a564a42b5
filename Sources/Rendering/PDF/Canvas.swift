import CCairo

/// Paints on the pages of a PDF: places are in points from the top left of the page.
final class Canvas {
  let cairo: OpaquePointer
  /// What each picture painted so far shows, in words.
  private(set) var alternatives: [String] = []

  /// Paints with a context, which somebody else destroys.
  init(_ cairo: OpaquePointer) { self.cairo = cairo }

  /// Paints a filled rectangle.
  func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: PrintColour) {
    guard width > 0, height > 0 else { return }
    choose(colour)
    cairo_rectangle(cairo, x, y, width, height)
    cairo_fill(cairo)
  }

  /// Paints a line from left to right, as thin as given.
  func rule(_ x: Double, _ y: Double, _ width: Double, _ thickness: Double, _ colour: PrintColour) {
    rectangle(x, y - thickness / 2, width, thickness, colour)
  }

  /// Paints straight lines from point to point.
  func polyline(_ points: [DrawingPoint], width: Double, _ colour: PrintColour, dash: Double? = nil) {
    guard trace(points) else { return }
    stroke(width: width, colour, dash: dash)
  }

  /// Paints a filled shape with an outline.
  func polygon(_ points: [DrawingPoint], fill: PrintColour, outline: PrintColour, width: Double) {
    guard trace(points) else { return }
    cairo_close_path(cairo)
    choose(fill)
    cairo_fill_preserve(cairo)
    stroke(width: width, outline, dash: nil)
  }

  /// Paints a filled circle with an outline.
  func circle(_ center: DrawingPoint, radius: Double, fill: PrintColour, outline: PrintColour, width: Double) {
    cairo_new_sub_path(cairo)
    cairo_arc(cairo, center.x, center.y, radius, 0, 2 * .pi)
    cairo_close_path(cairo)
    choose(fill)
    cairo_fill_preserve(cairo)
    stroke(width: width, outline, dash: nil)
  }

  /// Paints a text whose top left is given.
  func text(_ text: SetText, _ x: Double, _ y: Double, _ colour: PrintColour) {
    choose(colour)
    cairo_move_to(cairo, x, y)
    TextPainting.show(text, on: cairo)
  }

  /// Paints a text whose first baseline is given.
  func text(_ text: SetText, _ x: Double, baseline y: Double, _ colour: PrintColour) {
    self.text(text, x, y - text.baseline, colour)
  }

  /// Paints what belongs to an element of the document's structure.
  ///
  /// - Parameter attributes: those of the tag, in cairo's form: `dest='r1'`.
  func tagged(_ tag: String, _ attributes: String = "", _ body: () -> Void) {
    cairo_tag_begin(cairo, tag, attributes)
    body()
    cairo_tag_end(cairo, tag)
  }

  /// Paints a picture.
  ///
  /// - Parameter alternative: what it shows, in words, for those who do not see it.
  func figure(_ alternative: String, _ body: () -> Void) {
    alternatives.append(PrintableText.of(alternative))
    tagged("Figure", "", body)
  }

  /// Paints what leads to a destination, where there is one.
  func linked(to destination: String?, _ body: () -> Void) {
    guard let destination else { return body() }
    tagged("Link", "dest='\(destination)'", body)
  }

  /// Names a place of the page, so that links can lead to it.
  func destination(_ name: String, _ y: Double) {
    cairo_tag_begin(cairo, "cairo.dest", "name='\(name)' x=0 y=\(Int(y.rounded(.down)))")
    cairo_tag_end(cairo, "cairo.dest")
  }

  private func choose(_ colour: PrintColour) {
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
  }

  private func trace(_ points: [DrawingPoint]) -> Bool {
    guard let first = points.first else { return false }
    cairo_move_to(cairo, first.x, first.y)
    for point in points.dropFirst() { cairo_line_to(cairo, point.x, point.y) }
    return true
  }

  private func stroke(width: Double, _ colour: PrintColour, dash: Double?) {
    choose(colour)
    cairo_set_line_width(cairo, width)
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT)
    if let dash {
      let dashes = [dash, dash]
      cairo_set_dash(cairo, dashes, 2, 0)
    }
    cairo_stroke(cairo)
    if dash != nil { cairo_set_dash(cairo, nil, 0, 0) }
  }
}

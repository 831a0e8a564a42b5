/// A picture in points: shapes and text on a page of a given size, with a title and a description in words.
///
/// It is not bound to a format: an SVG in a page and a drawing in a PDF are made from the same one. The origin is at the
/// top left; colours are named by what they are for, so that paper, screen and dark screen each choose their own.
struct Drawing {
  /// The width in points.
  var width: Double
  /// The height in points.
  var height: Double
  /// What the picture shows, in a phrase.
  var title: String
  /// The same as the picture, in sentences.
  var description: String
  /// The shapes and texts, the hindmost first.
  var marks: [DrawingMark] = []
}

/// A place in a drawing, in points from its top left.
struct DrawingPoint: Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A shape or a text of a drawing.
enum DrawingMark {
  /// A straight line.
  case line(DrawingPoint, DrawingPoint, DrawingStroke)
  /// Straight lines from point to point.
  case polyline([DrawingPoint], DrawingStroke)
  /// A filled rectangle.
  case rectangle(x: Double, y: Double, width: Double, height: Double, DrawingInk)
  /// A filled circle with an outline.
  case circle(DrawingPoint, radius: Double, fill: DrawingInk, DrawingStroke)
  /// A filled shape with an outline.
  case polygon([DrawingPoint], fill: DrawingInk, DrawingStroke)
  /// A line of text; the point is on its baseline.
  case text(String, DrawingPoint, DrawingTextStyle)

  /// Whether another is of the same kind and style, so that both can be drawn at once: not where the outline of one may lie on the other.
  func looksLike(_ other: DrawingMark) -> Bool {
    switch (self, other) {
    case (.line(_, _, let own), .line(_, _, let its)), (.polyline(_, let own), .polyline(_, let its)): own == its
    case (.rectangle(_, _, _, _, let own), .rectangle(_, _, _, _, let its)): own == its
    case (.circle(_, _, let ownFill, let own), .circle(_, _, let fill, let its)): ownFill == fill && own == its
    case (.text(_, _, let own), .text(_, _, let its)): own == its
    default: false
    }
  }
}

/// What a colour is for.
enum DrawingInk {
  /// Text, and lines that carry meaning.
  case ink
  /// Text of less weight.
  case muted
  /// Axes and grids.
  case rule
  /// The whole of a distribution.
  case paleBand
  /// The middle half of a distribution.
  case darkBand
  /// The one thing that the picture is about.
  case accent
  /// The page itself.
  case paper

  /// What style sheets call it.
  var name: StaticString {
    switch self {
    case .ink: "ink"
    case .muted: "muted"
    case .rule: "rule"
    case .paleBand: "pale"
    case .darkBand: "dark"
    case .accent: "accent"
    case .paper: "paper"
    }
  }
}

/// How a line is drawn.
struct DrawingStroke: Equatable {
  var ink: DrawingInk
  var width: Double = 1
  var isDashed = false

  init(_ ink: DrawingInk, width: Double = 1, isDashed: Bool = false) {
    self.ink = ink
    self.width = width
    self.isDashed = isDashed
  }
}

/// How a text is set.
struct DrawingTextStyle: Equatable {
  /// Which part of the text stands at its point.
  enum Anchor {
    case start, middle, end
  }

  var size: Double = 12
  var isBold = false
  var anchor: Anchor = .start
  var ink: DrawingInk = .ink
}

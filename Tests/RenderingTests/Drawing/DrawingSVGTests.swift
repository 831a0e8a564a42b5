import ProductivityModel
import TestSupport
import Testing

@testable import Rendering

/// Shapes are written as bytes, those that look alike together; here they are put together as text one by one, and both are the same.
@Suite struct DrawingSVGTests {
  private static func hundredths(_ value: Double) -> Int64 {
    Int64((min(max(value, -100_000), 100_000) * 100).rounded())
  }

  private static func number(_ value: Double) -> String { DecimalText.plain(hundredths(value), scale: 2) }

  private static func path(_ points: [DrawingPoint]) -> String {
    guard let first = points.first else { return "" }
    let steps = zip(points, points.dropFirst()).map { from, to in
      let (x, y) = (number(to.x), number(to.y))
      return hundredths(from.y) == hundredths(to.y)
        ? "H\(x)" : hundredths(from.x) == hundredths(to.x) ? "V\(y)" : "L\(x) \(y)"
    }
    return "M\(number(first.x)) \(number(first.y))" + steps.joined()
  }

  private static func attributes(of stroke: DrawingStroke) -> String {
    "s-\(stroke.ink.name)\"" + (stroke.width == 1 ? "" : " stroke-width=\"\(number(stroke.width))\"")
      + (stroke.isDashed ? " stroke-dasharray=\"4 4\"" : "")
  }

  /// The path of a shape that is drawn by one; nil for others.
  private static func path(of mark: DrawingMark) -> String? {
    switch mark {
    case .line(let from, let to, _): path([from, to])
    case .polyline(let points, _): path(points)
    case .polygon(let points, fill: _, _): points.isEmpty ? "" : path(points) + "Z"
    case .rectangle(let x, let y, let width, let height, _):
      "M\(number(x)) \(number(y))h\(number(max(0, width)))v\(number(height))h\(number(-max(0, width)))Z"
    case .circle, .text: nil
    }
  }

  private static func look(of mark: DrawingMark) -> String {
    switch mark {
    case .line(_, _, let stroke): attributes(of: stroke)
    case .polyline(_, let stroke): "f-none \(attributes(of: stroke))"
    case .rectangle(_, _, _, _, let ink): "f-\(ink.name)\""
    case .polygon(_, fill: let fill, let stroke), .circle(_, radius: _, fill: let fill, let stroke):
      "f-\(fill.name) \(attributes(of: stroke))"
    case .text(_, _, let style):
      "f-\(style.ink.name)\" font-size=\"\(number(style.size))\""
        + (style.anchor == .start ? "" : " text-anchor=\"\(style.anchor)\"")
        + (style.isBold ? " font-weight=\"600\"" : "")
    }
  }

  /// A circle or a text, with how it looks where that is not said around it.
  private static func element(of mark: DrawingMark, look: String) -> String {
    switch mark {
    case .circle(let center, radius: let radius, fill: _, _):
      "<circle\(look) cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\"/>"
    case .text(let text, let place, _):
      "<text\(look) x=\"\(number(place.x))\" y=\"\(number(place.y))\">\(HTMLText.isolated(text))</text>"
    default: ""
    }
  }

  /// Marks of one kind and one look.
  private static func elements(ofAlike marks: [DrawingMark]) -> String {
    let look = " class=\"\(look(of: marks[0]))"
    let paths = marks.compactMap(path)
    if !paths.isEmpty { return "<path\(look) d=\"\(paths.joined())\"/>" }
    if marks.count == 1 { return element(of: marks[0], look: look) }
    return "<g\(look)>\(marks.map { element(of: $0, look: "") }.joined())</g>"
  }

  /// What an element is of, and how it looks; polygons in a row stay apart.
  private static func key(of mark: DrawingMark, at place: Int) -> String {
    let kind =
      switch mark {
      case .line: "line"
      case .polyline: "polyline"
      case .rectangle: "rectangle"
      case .circle: "circle"
      case .polygon: "polygon \(place)"
      case .text: "text"
      }
    // The widths themselves, not as they are written.
    let width: Double =
      switch mark {
      case .line(_, _, let stroke), .polyline(_, let stroke), .circle(_, radius: _, fill: _, let stroke): stroke.width
      case .text(_, _, let style): style.size
      case .rectangle, .polygon: 0
      }
    return "\(kind) \(look(of: mark)) \(width)"
  }

  private static func elements(of marks: [DrawingMark]) -> String {
    var text = ""
    var alike: [DrawingMark] = []
    for (place, mark) in marks.enumerated() {
      if place > 0, key(of: mark, at: place) != key(of: marks[place - 1], at: place - 1) {
        text += elements(ofAlike: alike)
        alike = []
      }
      alike.append(mark)
    }
    return alike.isEmpty ? text : text + elements(ofAlike: alike)
  }

  private static let inks: [DrawingInk] = [.ink, .muted, .rule, .paleBand, .darkBand, .accent, .paper]
  private static let texts = ["", "1,829.2", "O'Brien & \"Sons\" <b>", "חיים כהן", "Émile…", "\u{0}\u{202E}"]

  private static func coordinate(_ random: inout SplitMix64) -> Double {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: Double(Int.random(in: -20...1000, using: &random))
    case 1: Double.random(in: -2e5...2e5, using: &random)
    case 2: Double.random(in: -0.02...0.02, using: &random)
    default: Double.random(in: 0...900, using: &random)
    }
  }

  private static func mark(_ random: inout SplitMix64) -> DrawingMark {
    func number() -> Double { coordinate(&random) }
    func point() -> DrawingPoint { DrawingPoint(number(), number()) }
    func points() -> [DrawingPoint] {
      var points: [DrawingPoint] = []
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        // Some along an axis, as steps are.
        let next = point()
        switch (Int.random(in: 0..<3, using: &random), points.last) {
        case (0, let last?): points.append(DrawingPoint(last.x, next.y))
        case (1, let last?): points.append(DrawingPoint(next.x, last.y))
        default: points.append(next)
        }
      }
      return points
    }
    func ink() -> DrawingInk { inks.randomElement(using: &random) ?? .ink }
    let stroke = DrawingStroke(
      ink(), width: Bool.random(using: &random) ? 1 : number(), isDashed: Bool.random(using: &random))
    return switch Int.random(in: 0..<6, using: &random) {
    case 0: .line(point(), point(), stroke)
    case 1: .polyline(points(), stroke)
    case 2: .rectangle(x: number(), y: number(), width: number(), height: number(), ink())
    case 3: .circle(point(), radius: number(), fill: ink(), stroke)
    case 4: .polygon(points(), fill: ink(), stroke)
    default:
      .text(
        texts.randomElement(using: &random) ?? "", point(),
        DrawingTextStyle(
          size: number(), isBold: Bool.random(using: &random),
          anchor: [.start, .middle, .end].randomElement(using: &random) ?? .start, ink: ink()))
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `shapes are written as they are put together`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      var marks: [DrawingMark] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let mark = Self.mark(&random)
        // Some several times, so that there are some alike.
        for _ in 0..<Int.random(in: 1...3, using: &random) { marks.append(mark) }
      }
      #expect(DrawingSVG.elements(of: marks) == Self.elements(of: marks), "seed \(seed)")
    }
  }

  @Test func `what looks alike is said once`() {
    let rule = DrawingStroke(.rule)
    let style = DrawingTextStyle(size: 12, anchor: .middle, ink: .muted)
    #expect(
      DrawingSVG.elements(of: [
        .line(DrawingPoint(14, 128), DrawingPoint(330, 128), rule),
        .line(DrawingPoint(14, 128), DrawingPoint(14, 133), rule),
        .text("0", DrawingPoint(14, 147), style), .text("5,000", DrawingPoint(93.25, 147), style),
        .circle(DrawingPoint(1, 2), radius: 4, fill: .muted, DrawingStroke(.paper)),
        .circle(DrawingPoint(3, 2), radius: 4, fill: .muted, DrawingStroke(.paper)),
        .circle(DrawingPoint(5, 2), radius: 4, fill: .accent, DrawingStroke(.paper, width: 1.5)),
      ])
        == "<path class=\"s-rule\" d=\"M14 128H330M14 128V133\"/>"
        + "<g class=\"f-muted\" font-size=\"12\" text-anchor=\"middle\"><text x=\"14\" y=\"147\">0</text>"
        + "<text x=\"93.25\" y=\"147\">5,000</text></g>"
        + "<g class=\"f-muted s-paper\"><circle cx=\"1\" cy=\"2\" r=\"4\"/><circle cx=\"3\" cy=\"2\" r=\"4\"/></g>"
        + "<circle class=\"f-accent s-paper\" stroke-width=\"1.5\" cx=\"5\" cy=\"2\" r=\"4\"/>")
  }

  @Test func `the longest shape has room`() {
    let far = DrawingPoint(-99_999.99, -99_999.99)
    let stroke = DrawingStroke(.accent, width: -99_999.99, isDashed: true)
    let marks: [DrawingMark] = [
      .line(far, far, stroke), .circle(far, radius: far.x, fill: .accent, stroke),
      .polyline(Array(repeating: far, count: 3000), stroke),
      .polygon(Array(repeating: far, count: 3000), fill: .accent, stroke),
      .rectangle(x: far.x, y: far.y, width: 99_999.99, height: far.y, .accent),
      .text("", far, DrawingTextStyle(size: far.x, isBold: true, anchor: .middle, ink: .accent)),
    ]
    for mark in marks { #expect(DrawingSVG.elements(of: [mark]) == Self.elements(of: [mark])) }
    for mark in marks { #expect(DrawingSVG.elements(of: [mark, mark]) == Self.elements(of: [mark, mark])) }
  }

  @Test func `a coordinate has no more than the two decimals that it needs`() {
    let numbers = [
      0, -0.0, 0.004, 0.005, -0.004, -0.005, 0.1, 0.05, 0.5, -0.5, 9.995, 9.999, 10, 99.99, 100, 999.5, 1000, 12_345.67,
      99_999.99, 100_000, 1e9, -1e9, .infinity, -.infinity, .leastNonzeroMagnitude,
    ]
    for number in numbers + (-3000...3000).map({ Double($0) / 100 }) {
      #expect(DrawingSVG.number(number) == Self.number(number), "\(number)")
    }
  }

  @Test func `a drawing is its shapes within an element with a title, and a description where there is one`() {
    var drawing = Drawing(width: 344, height: 20.5, title: "A & B", description: "")
    drawing.marks = [.rectangle(x: 1, y: 2, width: 3, height: 4, .ink)]
    #expect(
      DrawingSVG.element(of: drawing, id: "chart-1", cssClass: "wide")
        == "<svg class=\"wide\" role=\"img\" aria-labelledby=\"chart-1-title\" viewBox=\"0 0 344 20.5\" width=\"344\" "
        + "height=\"20.5\"><title id=\"chart-1-title\">A &amp; B</title>"
        + "<path class=\"f-ink\" d=\"M1 2h3v4h-3Z\"/></svg>")
  }
}

import ProductivityModel
import TestSupport
import Testing

@testable import Rendering

/// Shapes are written as bytes; here they are put together as text, and both are the same.
@Suite struct DrawingSVGTests {
  private static func number(_ value: Double) -> String {
    DecimalText.plain(Int64((min(max(value, -100_000), 100_000) * 100).rounded()), scale: 2)
  }

  private static func list(_ points: [DrawingPoint]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  private static func attributes(of stroke: DrawingStroke) -> String {
    (stroke.width == 1 ? "" : " stroke-width=\"\(number(stroke.width))\"")
      + (stroke.isDashed ? " stroke-dasharray=\"4 4\"" : "")
  }

  private static func element(of mark: DrawingMark) -> String {
    switch mark {
    case .line(let from, let to, let stroke):
      "<line x1=\"\(number(from.x))\" y1=\"\(number(from.y))\" x2=\"\(number(to.x))\" y2=\"\(number(to.y))\" "
        + "class=\"s-\(stroke.ink.name)\"\(attributes(of: stroke))/>"
    case .polyline(let points, let stroke):
      "<polyline points=\"\(list(points))\" class=\"f-none s-\(stroke.ink.name)\"\(attributes(of: stroke))/>"
    case .rectangle(let x, let y, let width, let height, let ink):
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0, width)))\" height=\"\(number(height))\" "
        + "class=\"f-\(ink.name)\"/>"
    case .circle(let center, let radius, let fill, let stroke):
      "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\" "
        + "class=\"f-\(fill.name) s-\(stroke.ink.name)\"\(attributes(of: stroke))/>"
    case .polygon(let points, let fill, let stroke):
      "<polygon points=\"\(list(points))\" class=\"f-\(fill.name) s-\(stroke.ink.name)\"\(attributes(of: stroke))/>"
    case .text(let text, let place, let style):
      "<text x=\"\(number(place.x))\" y=\"\(number(place.y))\" font-size=\"\(number(style.size))\""
        + (style.anchor == .start ? "" : " text-anchor=\"\(style.anchor)\"")
        + (style.isBold ? " font-weight=\"600\"" : "")
        + " class=\"f-\(style.ink.name)\">\(HTMLText.isolated(text))</text>"
    }
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
    func points() -> [DrawingPoint] { (0..<Int.random(in: 0...40, using: &random)).map { _ in point() } }
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
  func `a shape is written as it is put together`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let mark = Self.mark(&random)
      #expect(DrawingSVG.element(of: mark) == Self.element(of: mark), "seed \(seed)")
    }
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
    for mark in marks { #expect(DrawingSVG.element(of: mark) == Self.element(of: mark)) }
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
        + "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" class=\"f-ink\"/></svg>")
  }
}

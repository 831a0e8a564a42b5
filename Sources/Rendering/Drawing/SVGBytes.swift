import ProductivityModel

/// How many bytes the parts of SVG elements take at most.
enum SVGBytes {
  /// How something looks: the tag, and at most five attributes, each of less than 40 bytes.
  static let ofLook = 240
  /// Where a circle or a text is: at most three coordinates, each of which takes nine bytes with six of markup, and the end of a tag.
  static let ofPlace = 64
  /// A point of a path: two coordinates of at most nine bytes, a letter and a space.
  static let ofPoint = 20
}

extension OutputSpan<UInt8> {
  /// Adds markup and a coordinate.
  @inline(__always)
  mutating func add(_ markup: StaticString, _ coordinate: Double) {
    add(markup)
    add(coordinate)
  }

  /// Adds a coordinate to the hundredth of a point, with no more decimals than it needs: at most nine bytes.
  @inline(__always)
  mutating func add(_ coordinate: Double) { add(hundredths: Self.hundredths(of: coordinate)) }

  /// Adds a coordinate that is rounded.
  mutating func add(hundredths: Int32) {
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    let (thousands, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100_000)
    // Few drawings are that large.
    if thousands > 0 { append(ShortDigits(hundredths: thousands * 100)) }
    append(ShortDigits(hundredths: rest, isPadded: thousands > 0))
  }

  /// A coordinate in hundredths of a point, rounded once, half away from zero; what lies further out than 100,000 points is there.
  @inline(__always)
  static func hundredths(of coordinate: Double) -> Int32 {
    let exact = min(max(coordinate, -100_000), 100_000) * 100
    let towardsZero = Int32(exact)
    // Between a number and its whole part there is no rounding, and the call of the library that rounds costs more than all else here.
    let rest = exact - Double(towardsZero)
    return towardsZero &+ (rest >= 0.5 ? 1 : 0) &- (rest <= -0.5 ? 1 : 0)
  }

  /// Adds a path through points.
  mutating func add(_ points: [DrawingPoint]) {
    let points = points.span
    guard points.count > 0 else { return }
    var path = SVGPath(from: points[0], in: &self)
    for index in 1..<points.count { path.add(points[index], to: &self) }
  }

  /// Adds the path around a rectangle, which is no narrower than a line.
  mutating func addRectangle(x: Double, y: Double, width: Double, height: Double) {
    let width = Self.hundredths(of: Swift.max(0, width))
    _ = SVGPath(from: DrawingPoint(x, y), in: &self)
    add("h")
    add(hundredths: width)
    add("v", height)
    add("h")
    add(hundredths: -width)
    add("Z")
  }

  /// Adds the classes of a stroke, and its other attributes up to the end of the last one.
  mutating func add(_ stroke: DrawingStroke) {
    add("s-")
    add(stroke.ink.name)
    if stroke.width != 1 { add("\" stroke-width=\"", stroke.width) }
    if stroke.isDashed { add("\" stroke-dasharray=\"4 4") }
  }

  /// Adds the classes of a filled shape with an outline, and its other attributes up to the end of the last one.
  mutating func add(fill: DrawingInk, _ stroke: DrawingStroke) {
    add("f-")
    add(fill.name)
    add(" ")
    add(stroke)
  }

  /// Adds the class of a text, and its other attributes up to the end of the last one.
  mutating func add(_ style: DrawingTextStyle) {
    add("f-")
    add(style.ink.name)
    add("\" font-size=\"", style.size)
    switch style.anchor {
    case .start: break
    case .middle: add("\" text-anchor=\"middle")
    case .end: add("\" text-anchor=\"end")
    }
    if style.isBold { add("\" font-weight=\"600") }
  }
}

import ProductivityModel

/// How many bytes the shapes of SVG take at most.
enum SVGBytes {
  /// A shape but for a list of points: at most four coordinates and four attributes more, each of less than 40 bytes.
  static let ofShape = 320
  /// A point in a list: two coordinates of at most nine bytes, a comma and a space.
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
  mutating func add(_ coordinate: Double) {
    let hundredths = Self.hundredths(of: coordinate)
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    let (thousands, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100_000)
    // Few drawings are that large.
    if thousands > 0 { append(ShortDigits(hundredths: thousands * 100)) }
    append(ShortDigits(hundredths: rest, isPadded: thousands > 0))
  }

  /// A coordinate in hundredths of a point, rounded once, half away from zero; what lies further out than 100,000 points is there.
  @inline(__always)
  private static func hundredths(of coordinate: Double) -> Int32 {
    let exact = min(max(coordinate, -100_000), 100_000) * 100
    let towardsZero = Int32(exact)
    // Between a number and its whole part there is no rounding, and the call of the library that rounds costs more than all else here.
    let rest = exact - Double(towardsZero)
    return towardsZero &+ (rest >= 0.5 ? 1 : 0) &- (rest <= -0.5 ? 1 : 0)
  }

  /// Adds a list of points.
  mutating func add(_ points: [DrawingPoint]) {
    let points = points.span
    for index in points.indices {
      if index > 0 { append(UInt8(ascii: " ")) }
      add(points[index].x)
      append(UInt8(ascii: ","))
      add(points[index].y)
    }
  }

  /// Adds the class of a stroke, which ends the list of classes, its other attributes, and the end of the element.
  mutating func add(_ stroke: DrawingStroke) {
    add("s-")
    add(stroke.ink.name)
    if stroke.width != 1 { add("\" stroke-width=\"", stroke.width) }
    if stroke.isDashed { add("\" stroke-dasharray=\"4 4") }
    add("\"/>")
  }
}

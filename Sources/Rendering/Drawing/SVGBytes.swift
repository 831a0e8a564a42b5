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
    let hundredths = Int32((min(max(coordinate, -100_000), 100_000) * 100).rounded())
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    add(digitsOf: whole)
    guard fraction > 0 else { return }
    append(UInt8(ascii: "."))
    let (tenths, rest) = fraction.quotientAndRemainder(dividingBy: 10)
    add(digitsOf: tenths)
    if rest > 0 { add(digitsOf: rest) }
  }

  private mutating func add(digitsOf number: UInt32) {
    if number >= 10 { add(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Adds a list of points.
  mutating func add(_ points: [DrawingPoint]) {
    for (index, point) in points.enumerated() {
      if index > 0 { append(UInt8(ascii: " ")) }
      add(point.x)
      append(UInt8(ascii: ","))
      add(point.y)
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

/// A path in the making: straight lines from point to point, of which those along an axis say one coordinate alone.
struct SVGPath {
  private var x: Int32
  private var y: Int32

  /// Begins a path.
  init(from start: DrawingPoint, in svg: inout OutputSpan<UInt8>) {
    x = OutputSpan<UInt8>.hundredths(of: start.x)
    y = OutputSpan<UInt8>.hundredths(of: start.y)
    svg.add("M")
    svg.add(hundredths: x)
    svg.add(" ")
    svg.add(hundredths: y)
  }

  /// Adds a line to a point.
  mutating func add(_ point: DrawingPoint, to svg: inout OutputSpan<UInt8>) {
    let (nextX, nextY) = (OutputSpan<UInt8>.hundredths(of: point.x), OutputSpan<UInt8>.hundredths(of: point.y))
    if nextY == y {
      svg.add("H")
      svg.add(hundredths: nextX)
    } else if nextX == x {
      svg.add("V")
      svg.add(hundredths: nextY)
    } else {
      svg.add("L")
      svg.add(hundredths: nextX)
      svg.add(" ")
      svg.add(hundredths: nextY)
    }
    (x, y) = (nextX, nextY)
  }
}

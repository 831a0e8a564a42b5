/// What the marks of a drawing mean: each mark with its name, in as many lines as they need.
struct DrawingKey {
  /// A mark as it stands in the drawing.
  enum Symbol {
    /// A rectangle of an ink.
    case band(DrawingInk)
    /// The line with a point that the picture is about.
    case line
    /// A thin line.
    case thin
    /// A dashed line.
    case dashed
    /// An upright line.
    case tick
    /// A filled point.
    case dot
    /// An open point.
    case ring
    /// A filled diamond.
    case diamond
    /// An open diamond.
    case openDiamond
    /// An arrow.
    case arrow
  }

  private static let symbolWidth = 20.0
  private static let lineHeight = 19.0

  var items: [(symbol: Symbol, name: String)]
  var size: ChartSize

  /// The height of all lines.
  var height: Double { Double((places.map(\.line).max() ?? -1) + 1) * Self.lineHeight }

  private var places: [(x: Double, line: Int, name: String)] {
    var places: [(x: Double, line: Int, name: String)] = []
    var (x, line) = (0.0, 0)
    for item in items {
      let name = FittedText.cut(
        item.name, to: size.width - Self.symbolWidth - 6, size: size.smallTextSize)
      let width = Self.symbolWidth + 6 + TextWidth.of(name, size: size.smallTextSize)
      if x > 0, x + width > size.width { (x, line) = (0, line + 1) }
      places.append((x, line, name))
      x += width + 16
    }
    return places
  }

  /// The marks and their names.
  func marks(top: Double) -> [DrawingMark] {
    zip(items, places).flatMap { item, place -> [DrawingMark] in
      let middle = top + Double(place.line) * Self.lineHeight + Self.lineHeight / 2
      let style = DrawingTextStyle(size: size.smallTextSize, ink: .muted)
      return Self.marks(of: item.symbol, center: DrawingPoint(place.x + Self.symbolWidth / 2, middle))
        + [.text(place.name, DrawingPoint(place.x + Self.symbolWidth + 6, middle + 4), style)]
    }
  }

  /// A mark around a point.
  static func marks(of symbol: Symbol, center: DrawingPoint) -> [DrawingMark] {
    let left = DrawingPoint(center.x - symbolWidth / 2, center.y)
    let right = DrawingPoint(center.x + symbolWidth / 2, center.y)
    switch symbol {
    case .band(let ink):
      let band = DrawingMark.rectangle(x: left.x, y: center.y - 5, width: symbolWidth, height: 10, ink)
      guard ink != .accent else { return [band] }
      return [band]
        + [left.x, right.x].map { x in
          .line(DrawingPoint(x, center.y - 5), DrawingPoint(x, center.y + 5), DrawingStroke(.muted))
        }
    case .line:
      return [
        .line(left, right, DrawingStroke(.accent, width: 2)),
        .circle(center, radius: 4, fill: .accent, DrawingStroke(.paper, width: 1.5)),
      ]
    case .thin: return [.line(left, right, DrawingStroke(.ink, width: 1.25))]
    case .dashed: return [.line(left, right, DrawingStroke(.ink, width: 2.5, isDashed: true))]
    case .tick:
      return [
        .line(
          DrawingPoint(center.x, center.y - 7), DrawingPoint(center.x, center.y + 7), DrawingStroke(.ink, width: 2.5))
      ]
    case .dot: return [.circle(center, radius: 4, fill: .muted, DrawingStroke(.paper))]
    case .ring: return [.circle(center, radius: 4, fill: .paper, DrawingStroke(.ink, width: 1.8))]
    case .diamond:
      return [
        .polygon(BandDrawing.diamond(center, radius: 7), fill: .accent, DrawingStroke(.paper, width: 1.5))
      ]
    case .openDiamond:
      return [.polygon(BandDrawing.diamond(center, radius: 6), fill: .paper, DrawingStroke(.ink, width: 1.8))]
    case .arrow:
      return [
        .polygon(
          [
            DrawingPoint(center.x + 5, center.y), DrawingPoint(center.x - 4, center.y - 5),
            DrawingPoint(center.x - 4, center.y + 5),
          ], fill: .paper, DrawingStroke(.muted, width: 1.5))
      ]
    }
  }
}

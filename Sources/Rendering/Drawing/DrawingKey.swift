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

  let items: [(symbol: Symbol, name: String)]
  private let size: ChartSize
  /// Where each item stands, and as much of its name as has room.
  private let places: [(x: Double, line: Int, name: String)]

  /// A key of marks with their names.
  init(items: [(symbol: Symbol, name: String)], size: ChartSize) {
    self.items = items
    self.size = size
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
    self.places = places
  }

  /// The height of all lines.
  var height: Double { Double((places.last?.line ?? -1) + 1) * Self.lineHeight }

  /// Adds the marks and their names.
  func add(to marks: inout [DrawingMark], top: Double) {
    let style = DrawingTextStyle(size: size.smallTextSize, ink: .muted)
    for (item, place) in zip(items, places) {
      let middle = top + Double(place.line) * Self.lineHeight + Self.lineHeight / 2
      marks += Self.marks(of: item.symbol, center: DrawingPoint(place.x + Self.symbolWidth / 2, middle))
      marks.append(.text(place.name, DrawingPoint(place.x + Self.symbolWidth + 6, middle + 4), style))
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

/// Items one under the other that are painted as one piece.
struct ItemStack {
  private var placed: [(item: FlowItem, y: Double)] = []
  /// From the top of the first to the foot of the last.
  private(set) var height = 0.0

  init(_ items: [FlowItem]) {
    for item in items {
      if !placed.isEmpty { height += item.space }
      placed.append((item, height))
      height += item.height
    }
  }

  /// Paints the items with the top left of the first at a place.
  func paint(on canvas: Canvas, _ x: Double, _ y: Double) {
    ContainerPainting.paint(placed.map(\.item), on: canvas) { index in
      placed[index].item.paint(canvas, x, y + placed[index].y)
    }
  }
}

/// Paints items within the elements of the document's structure that they are part of.
enum ContainerPainting {
  static func paint(_ items: [FlowItem], on canvas: Canvas, _ body: (Int) -> Void) {
    var start = 0
    while start < items.count {
      var end = start + 1
      guard let container = items[start].container else {
        body(start)
        start = end
        continue
      }
      while end < items.count, items[end].container == container { end += 1 }
      canvas.tagged(container.tag) { for index in start..<end { body(index) } }
      start = end
    }
  }
}

/// Puts items on pages: what belongs together stays together, and a table that goes on has its head again.
struct PageFlow {
  /// An item in its place.
  struct Placed {
    var item: FlowItem
    /// From the page's upper edge to its top.
    var y: Double
    /// Whether its table's head stands above it.
    var repeatsHead = false
  }

  /// A page.
  struct Page {
    var isLandscape = false
    var placed: [Placed] = []
    /// Where the last item ends.
    var bottom: Double
  }

  /// The upper and lower edge of what is set, in points from the page's upper edge.
  struct Edges {
    var top: Double
    var firstTop: Double
    var bottom: Double
  }

  private let upright: Edges
  private let across: Edges
  private var pages: [Page] = []

  private init(upright: Edges, across: Edges) {
    self.upright = upright
    self.across = across
  }

  /// The pages that items fill; one at least.
  ///
  /// - Parameters:
  ///   - upright: the edges of pages that are higher than wide.
  ///   - across: the edges of the others.
  static func pages(of items: [FlowItem], upright: Edges, across: Edges) -> [Page] {
    var flow = PageFlow(upright: upright, across: across)
    // A heading turns with what it stands over.
    var items = items
    for index in items.indices.reversed().dropFirst() where items[index].keepsWithNext && items[index + 1].isLandscape {
      items[index].isLandscape = true
    }
    var start = 0
    while start < items.count {
      var end = start
      while end < items.count - 1, items[end].keepsWithNext, items[end + 1].isLandscape == items[start].isLandscape {
        end += 1
      }
      flow.add(Array(items[start...end]))
      start = end + 1
    }
    if flow.pages.isEmpty { flow.begin(isLandscape: false) }
    return flow.pages
  }

  private var edges: Edges { pages.last?.isLandscape == true ? across : upright }

  private mutating func begin(isLandscape: Bool) {
    let edges = isLandscape ? across : upright
    pages.append(Page(isLandscape: isLandscape, bottom: pages.isEmpty ? edges.firstTop : edges.top))
  }

  /// Adds items that stand on one page, where a page is high enough for them.
  private mutating func add(_ chunk: [FlowItem]) {
    guard let first = chunk.first else { return }
    if pages.isEmpty || pages[pages.count - 1].isLandscape != first.isLandscape {
      begin(isLandscape: first.isLandscape)
    }
    let height = chunk.dropFirst().reduce(first.height) { $0 + $1.space + $1.height }
    let last = pages.count - 1
    let space = pages[last].placed.isEmpty ? 0 : first.space
    if !pages[last].placed.isEmpty, pages[last].bottom + space + height > edges.bottom {
      let whole = edges.bottom - edges.top - (first.head?.height ?? 0)
      // What no page is high enough for begins where it is, and goes on.
      if height <= whole || pages[last].bottom + space + first.height > edges.bottom {
        begin(isLandscape: first.isLandscape)
      }
    }
    for item in chunk { place(item) }
  }

  private mutating func place(_ item: FlowItem) {
    var last = pages.count - 1
    let space = pages[last].placed.isEmpty ? 0 : item.space
    if !pages[last].placed.isEmpty, pages[last].bottom + space + item.height > edges.bottom {
      begin(isLandscape: item.isLandscape)
      last += 1
    }
    var placed = Placed(item: item, y: pages[last].bottom)
    if !pages[last].placed.isEmpty { placed.y += item.space }
    if pages[last].placed.isEmpty, last > 0, let head = item.head {
      placed.repeatsHead = true
      placed.y += head.height
    }
    pages[last].bottom = placed.y + item.height
    pages[last].placed.append(placed)
  }
}

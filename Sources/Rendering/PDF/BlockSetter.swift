import Reporting

/// Sets the blocks of a report as items that can be put on pages.
final class BlockSetter {
  let typesetter: Typesetter
  let style: PrintStyle
  /// The width between the edges of a page that is higher than wide, in points.
  let width: Double
  /// The same of a page that is wider than high.
  let landscapeWidth: Double
  /// The height between the edges of a page.
  let height: Double
  /// Whether a wide table may have a page that is wider than high.
  private(set) var allowsLandscape: Bool
  /// The named place of another report in the same file; nil where it is not there.
  let destination: (ReportAddress) -> String?
  private var containers = 0

  init(
    _ typesetter: Typesetter, style: PrintStyle, frame: PageFrame, destination: @escaping (ReportAddress) -> String?
  ) {
    self.typesetter = typesetter
    self.style = style
    width = frame.width
    landscapeWidth = frame.landscapeWidth
    height = frame.height
    allowsLandscape = !style.isDense
    self.destination = destination
  }

  /// The items of blocks that follow each other.
  ///
  /// - Parameter first: the space above the first one.
  func items(of blocks: [ReportBlock], width: Double, first: Double) -> [FlowItem] {
    var items: [FlowItem] = []
    for (index, block) in blocks.enumerated() {
      let space = index == 0 ? first : space(before: block, after: blocks[index - 1])
      items += self.items(of: block, width: width, space: space)
      if introduces(index, of: blocks) { items[items.count - 1].keepsWithNext = true }
    }
    return items
  }

  /// Whether a block is a paragraph that stands between a heading and what both are about: no page ends with the two alone.
  private func introduces(_ index: Int, of blocks: [ReportBlock]) -> Bool {
    guard case .paragraph = blocks[index], index + 1 < blocks.count else { return false }
    if index > 0 { guard case .heading = blocks[index - 1] else { return false } }
    return switch blocks[index + 1] {
    case .table, .chart, .charts, .figures: true
    default: false
    }
  }

  private func space(before block: ReportBlock, after previous: ReportBlock) -> Double {
    switch (previous, block) {
    case (.heading, _): style.sentenceSpace
    case (_, .heading): style.blockSpace * 1.3
    case (.paragraph, .paragraph), (.paragraph, .list), (.note, .note): style.blockSpace * 0.6
    case (.chart, _), (.charts, _), (.table, _), (_, .table): style.blockSpace * 1.3
    default: style.blockSpace
    }
  }

  private func items(of block: ReportBlock, width: Double, space: Double) -> [FlowItem] {
    switch block {
    case .headline(let headline): [self.headline(headline, width: width, space: space)]
    case .figures(let figures): FigureGrid(figures, setter: self, width: width).items(space: space)
    case .table(let table): tableItems(table, width: width, space: space)
    case .chart(let chart): [self.chart(chart, width: width, space: space)]
    case .charts(let charts): multiples(charts, width: width, space: space)
    case .columns(let columns): beside(columns, width: width, space: space)
    case .note(let note): [self.note(note, width: width, space: space)]
    case .paragraph(let text): [paragraph(text, style.body, width: width, space: space)]
    case .list(let sentences): list(sentences, width: width, space: space)
    case .links(let links): list(links: links, width: width, space: space)
    case .heading(let text): [heading(text, width: width, space: space)]
    }
  }

  /// A number for an element of the document's structure, unlike all others.
  func nextNumber() -> Int {
    containers += 1
    return containers
  }

  private func tableItems(_ table: ReportTable, width: Double, space: Double) -> [FlowItem] {
    var composition = TableComposition(table, setter: self, width: width, number: nextNumber())
    return composition.items(space: space)
  }

  /// Running text, in lines that are not too wide.
  func paragraph(
    _ text: String, _ textStyle: TextStyle, width: Double, space: Double, colour: PrintColour = .ink
  ) -> FlowItem {
    let set = typesetter.set(TextRun.sentence(text), textStyle, width: min(width, measure(textStyle)))
    return FlowItem(set.height, space: space) { canvas, x, y in
      canvas.tagged("P") { canvas.text(set, x, y, colour) }
    }
  }

  private func measure(_ textStyle: TextStyle) -> Double { style.measure * max(1, textStyle.size / style.body.size) }

  private func heading(_ text: String, width: Double, space: Double) -> FlowItem {
    let set = typesetter.set(text, style.heading, width: width)
    var item = FlowItem(set.height, space: space) { canvas, x, y in
      canvas.tagged("H3") { canvas.text(set, x, y, .ink) }
    }
    item.keepsWithNext = true
    return item
  }

  private func headline(_ headline: Headline, width: Double, space: Double) -> FlowItem {
    let statement = typesetter.set(headline.statement, style.statement, width: width)
    let addition = headline.addition.map {
      typesetter.set($0, TextStyle(style.statement.size, style.statement.leading), width: width)
    }
    let context = typesetter.set(headline.context, style.body, width: min(width, style.measure))
    let gap = style.statement.size * 0.32
    let isBeside = statement.lines == 1 && statement.width + gap + (addition?.width ?? 0) <= width
    let height = statement.height + (isBeside ? 0 : addition?.height ?? 0)
    return FlowItem(height + 3 + context.height, space: space) { canvas, x, y in
      canvas.tagged("P") {
        canvas.text(statement, x, y, .accent)
        if let addition {
          canvas.text(addition, isBeside ? x + statement.width + gap : x, isBeside ? y : y + statement.height, .ink)
        }
      }
      canvas.tagged("P") { canvas.text(context, x, y + height + 3, .muted) }
    }
  }

  /// A sentence to beware of, beside a bar.
  func note(_ note: ReportNote, width: Double, space: Double) -> FlowItem {
    var runs = [TextRun(note.kind.rawValue + ". ", .strong)] + TextRun.sentence(note.text)
    let target = note.link.flatMap { destination($0.address) }
    if let link = note.link { runs.append(TextRun(" " + link.text)) }
    let set = typesetter.set(runs, style.note, width: min(width, style.measure + 60) - 18)
    let pad = style.rowPad * 2
    let bar: PrintColour =
      switch note.kind {
      case .caution: .ink
      case .fault: .alarm
      case .information: .dark
      }
    return FlowItem(set.height + 2 * pad, space: space) { canvas, x, y in
      canvas.rectangle(x, y, width, set.height + 2 * pad, .faint)
      canvas.rectangle(x, y, 2.5, set.height + 2 * pad, bar)
      canvas.tagged("P") { canvas.linked(to: target) { canvas.text(set, x + 11, y + pad, .ink) } }
    }
  }

  private func list(_ sentences: [String], width: Double, space: Double) -> [FlowItem] {
    let container = FlowItem.Container(number: nextNumber(), tag: "L")
    return sentences.enumerated().map { index, sentence in
      let set = typesetter.set(TextRun.sentence(sentence), style.body, width: min(width, style.measure) - 11)
      let radius = style.body.size * 0.13
      var item = FlowItem(set.height, space: index == 0 ? space : style.sentenceSpace) { canvas, x, y in
        canvas.circle(
          DrawingPoint(x + 3, y + set.baseline - self.style.body.size * 0.34), radius: radius, fill: .muted,
          outline: .muted, width: 0.2)
        canvas.tagged("LI") { canvas.tagged("LBody") { canvas.text(set, x + 11, y, .ink) } }
      }
      item.container = container
      return item
    }
  }

  /// Links in two columns where there are many; where a link leads nowhere on paper, its words stand for themselves.
  private func list(links: [ReportLink], width: Double, space: Double) -> [FlowItem] {
    let columns = links.count > 4 && width > 300 ? 2 : 1
    let gap = 20.0
    let columnWidth = (width - gap * Double(columns - 1)) / Double(columns)
    let container = FlowItem.Container(number: nextNumber(), tag: "L")
    let rows = (links.count + columns - 1) / columns
    return (0..<rows).map { row in
      let cells = (0..<columns).compactMap { column -> (SetText, String?, Double)? in
        let index = column * rows + row
        guard index < links.count else { return nil }
        let set = typesetter.set(links[index].text, style.body, width: columnWidth)
        return (set, destination(links[index].address), Double(column) * (columnWidth + gap))
      }
      let height = cells.map(\.0.height).max() ?? 0
      var item = FlowItem(height, space: row == 0 ? space : style.sentenceSpace * 0.6) { canvas, x, y in
        for (set, target, left) in cells {
          canvas.tagged("LI") {
            canvas.tagged("LBody") {
              canvas.linked(to: target) { canvas.text(set, x + left, y, target == nil ? .ink : .accent) }
            }
          }
        }
      }
      item.container = container
      return item
    }
  }

  private func chart(_ chart: ReportChart, width: Double, space: Double) -> FlowItem {
    let (height, paint) = figure(chart, width: width)
    return FlowItem(height, space: space, paint: paint)
  }

  private func multiples(_ charts: [ReportChart], width: Double, space: Double) -> [FlowItem] {
    let columns = width > 560 ? 3 : width > 380 ? 2 : 1
    let gap = 22.0
    let columnWidth = (width - gap * Double(columns - 1)) / Double(columns)
    return stride(from: 0, to: charts.count, by: columns).map { start in
      let row = charts[start..<min(start + columns, charts.count)].map { figure($0, width: columnWidth) }
      let height = row.map(\.height).max() ?? 0
      return FlowItem(height, space: start == 0 ? space : style.blockSpace) { canvas, x, y in
        for (column, item) in row.enumerated() { item.paint(canvas, x + Double(column) * (columnWidth + gap), y) }
      }
    }
  }

  /// A picture under its title.
  private func figure(
    _ chart: ReportChart, width: Double
  ) -> (height: Double, paint: (Canvas, Double, Double) -> Void) {
    let size: ChartSize = width > 380 ? .wide : .narrow
    let drawing = ChartDrawing.drawing(of: chart, size: size)
    let scale = min(width / drawing.width, size == .wide && !style.isDense ? 1 : style.drawingScale)
    let title = typesetter.set(drawing.title, style.caption, width: width)
    let legend = ChartHTML.legend(of: chart).map {
      typesetter.set($0, style.small, width: min(width, style.measure + 60))
    }
    let head = title.height + (legend?.height ?? 0) + style.rowPad * 2
    let height = head + drawing.height * scale
    return (
      height,
      { [typesetter] canvas, x, y in
        canvas.tagged("Caption") {
          canvas.text(title, x, y, .ink)
          if let legend { canvas.text(legend, x, y + title.height, .muted) }
        }
        canvas.figure([drawing.title, drawing.description].filter { !$0.isEmpty }.joined(separator: ". ")) {
          DrawingPainting(canvas: canvas, typesetter: typesetter).paint(drawing, x, y + head, scale: scale)
        }
      }
    )
  }

  /// Blocks beside each other, as one piece; under each other where they are higher than a page.
  private func beside(_ columns: [[ReportBlock]], width: Double, space: Double) -> [FlowItem] {
    let gap = 22.0
    let count = Double(max(columns.count, 1))
    let columnWidth = (width - gap * (count - 1)) / count
    let allowed = allowsLandscape
    allowsLandscape = false
    defer { allowsLandscape = allowed }
    if columnWidth >= 130 {
      let stacks = columns.map { ItemStack(items(of: $0, width: columnWidth, first: 0)) }
      let height = stacks.map(\.height).max() ?? 0
      if height <= self.height {
        return [
          FlowItem(height, space: space) { canvas, x, y in
            for (index, stack) in stacks.enumerated() {
              stack.paint(on: canvas, x + Double(index) * (columnWidth + gap), y)
            }
          }
        ]
      }
    }
    allowsLandscape = allowed
    return columns.enumerated().flatMap { index, blocks in
      items(of: blocks, width: width, first: index == 0 ? space : style.blockSpace)
    }
  }
}

import Reporting

/// Sets a table: its caption, its head, which comes again on each page, its rows, and the notes under it.
struct TableComposition {
  /// What a cell holds, before it is known how wide it is.
  private struct Content {
    var runs: [TextRun] = []
    var style: TextStyle
    var colour = PrintColour.ink
    var detail = ""
    var drawing: Drawing?
    var link: String?
    var isNumeric = false
    /// Whether it is broken only between words.
    var isUnbroken = false
  }

  private struct Row {
    var cells: [Content]
    var kind: Kind

    enum Kind { case group, body, total }
  }

  private let table: ReportTable
  private let setter: BlockSetter
  private let style: PrintStyle
  private let width: Double
  private let container: FlowItem.Container
  private var reasons: [String] = []

  /// A table in the place and style of a setter.
  ///
  /// - Parameter number: the table's own, among the elements of the document.
  init(_ table: ReportTable, setter: BlockSetter, width: Double, number: Int) {
    self.table = table
    self.setter = setter
    style = setter.style
    self.width = width
    container = FlowItem.Container(number: number, tag: "Table")
  }

  /// The table's items, in order.
  mutating func items(space: Double) -> [FlowItem] {
    let hasHead = table.narrow != .steps
    var rows = contents()
    let head = table.columns.map { column in
      Content(
        runs: [TextRun(column.title)], style: TextStyle(style.table.size, style.table.leading * 0.96, .semibold),
        detail: column.detail, isNumeric: column.isNumeric)
    }
    let demands = table.columns.indices.map { index in
      demand(
        of: rows.compactMap { index < $0.cells.count && $0.kind != .group ? $0.cells[index] : nil },
        under: hasHead ? head[index] : nil, isFirst: index == 0)
    }
    let (columns, scale, isLandscape) = columns(demands)
    if scale != 1 {
      for row in rows.indices {
        for cell in rows[row].cells.indices {
          rows[row].cells[cell].style = rows[row].cells[cell].style.scaled(by: scale)
        }
      }
    }
    let full = isLandscape ? setter.landscapeWidth : width
    let headCells = head.map { cell in
      var cell = cell
      cell.style = cell.style.scaled(by: scale)
      return cell
    }
    var items = [caption(space: space)]
    var repeated: RepeatedHead?
    if hasHead {
      let item = headItem(headCells, columns, scale, full)
      repeated = RepeatedHead(item.height, paint: item.paint)
      items.append(item)
    }
    let body = rows.enumerated().map { index, row in
      rowItem(row, columns, scale, full, isFirst: index == 0, follows: index > 0 ? rows[index - 1].kind : nil)
    }
    items += kept(body, rows).map { item in
      var item = item
      item.head = repeated
      return item
    }
    for index in items.indices { items[index].container = container }
    let notes = notes()
    if !notes.isEmpty { items[items.count - 1].keepsWithNext = true }
    items += notes
    for index in items.indices { items[index].isLandscape = isLandscape }
    return items
  }

  /// Rows that stay together: a short table as a whole; of a longer one the first rows, the last ones, and a group's title with
  /// what it heads.
  private func kept(_ body: [FlowItem], _ rows: [Row]) -> [FlowItem] {
    var body = body
    let height = body.reduce(0) { $0 + $1.height }
    let isShort = height < Self.shortHeight
    for index in body.indices where index < body.count - 1 {
      body[index].keepsWithNext =
        isShort || index == 0 || index == body.count - 2 || rows[index].kind == .group
        || rows[index + 1].kind == .total
    }
    return body
  }

  /// The height in points of rows that are not worth a break; a higher table begins where its first rows have room.
  private static let shortHeight = 130.0

  private func columns(_ demands: [TableColumns.Demand]) -> (TableColumns, scale: Double, isLandscape: Bool) {
    let gap = table.columns.count > 10 ? style.columnGap * 0.62 : style.columnGap
    let isWider = setter.allowsLandscape && width < setter.landscapeWidth
    return TableColumns.chosen(
      for: demands, width: width, landscapeWidth: isWider ? setter.landscapeWidth : nil, gap: gap,
      smallest: PrintStyle.smallest / style.table.size)
  }

  // What cells hold.

  private mutating func contents() -> [Row] {
    var rows: [Row] = []
    for group in table.groups {
      if !group.title.isEmpty {
        var style = style.table
        style.weight = .semibold
        rows.append(Row(cells: [Content(runs: [TextRun(group.title)], style: style)], kind: .group))
      }
      for row in group.rows { rows.append(Row(cells: cells(row, isTotal: false), kind: .body)) }
    }
    if !table.totals.isEmpty { rows.append(Row(cells: cells(table.totals, isTotal: true), kind: .total)) }
    return rows
  }

  private mutating func cells(_ row: [Cell], isTotal: Bool) -> [Content] {
    var cells: [Content] = []
    for (index, cell) in row.enumerated() {
      var content = Content(style: style.table, detail: cell.detail)
      content.isNumeric = index < table.columns.count && table.columns[index].isNumeric
      if isTotal { content.style.weight = .semibold }
      content.link = cell.link.flatMap(setter.destination)
      if content.link != nil { content.colour = .accent }
      switch cell.value {
      case .notAvailable(let reason):
        content.runs = [TextRun("n/a")] + (reason.isEmpty ? [] : [TextRun(letter(of: reason), .raised)])
        content.colour = .muted
        content.style.weight = .regular
      case .standing(let mark): content.drawing = StandingMarkDrawing.drawing(of: mark)
      case .sparkline(let sparkline): content.drawing = SparklineDrawing.drawing(of: sparkline)
      case .text(let text):
        content.runs = TextRun.sentence(text)
        content.isUnbroken = content.isNumeric && text.utf8.count <= Self.shortWords
      case .literal(let text): content.runs = [TextRun(text, .literal)]
      case .position(let position): content.runs = [TextRun(position.description, .literal)]
      default:
        content.runs = [TextRun(cell.value.text)]
        content.isUnbroken = content.isNumeric
      }
      cells.append(content)
    }
    return cells
  }

  private mutating func letter(of reason: String) -> String {
    let number = reasons.firstIndex(of: reason) ?? reasons.count
    if number == reasons.count { reasons.append(reason) }
    return TableHTML.letter(number)
  }

  // How much room they want.

  private func demand(of cells: [Content], under head: Content?, isFirst: Bool) -> TableColumns.Demand {
    var demand = TableColumns.Demand()
    for cell in (head.map { [$0] } ?? []) + cells {
      if let drawing = cell.drawing {
        demand.least = max(demand.least, drawing.width * Self.markScale)
        demand.firm = max(demand.firm, demand.least)
        demand.natural = max(demand.natural, demand.least)
        continue
      }
      let text = setter.typesetter.set(cell.runs, cell.style)
      let natural = max(text.width, cell.detail.isEmpty ? 0 : detail(cell, width: nil).width)
      demand.natural = max(demand.natural, natural)
      let least =
        cell.isUnbroken
        ? text.width
        : max(
          cell.runs.map { longestPart(of: $0, cell.style) }.max() ?? 0,
          cell.detail.isEmpty ? 0 : longestPart(of: TextRun(cell.detail), style.tableSmall))
      demand.least = max(demand.least, least)
      if cell.isUnbroken { demand.firm = max(demand.firm, text.width) }
    }
    if let head {
      demand.firm = max(demand.firm, widestWord(of: head))
      demand.least = max(demand.least, demand.firm)
    }
    if isFirst { demand.least = min(demand.natural, max(demand.least, style.table.size * 8)) }
    demand.natural = min(max(demand.natural, demand.least), max(style.table.size * 90, demand.least))
    return demand
  }

  /// The width of a text's longest word; very long ones are broken anywhere.
  private func longestPart(of run: TextRun, _ style: TextStyle) -> Double {
    guard let word = run.text.split(separator: " ").max(by: { $0.utf8.count < $1.utf8.count }) else { return 0 }
    let width = setter.typesetter.set([TextRun(String(word.prefix(60)), run.kind)], style).width
    return min(width, style.size * 13)
  }

  /// The width of the widest word of a heading and of what stands under it; no column is narrower where there is room.
  private func widestWord(of head: Content) -> Double {
    let words = head.runs.flatMap { run in
      run.text.split(separator: " ").map { setter.typesetter.set([TextRun(String($0), run.kind)], head.style).width }
    }
    // Small type is not made smaller than can be read, so its words do not shrink with the table.
    let scale = max(PrintStyle.smallest / style.table.size, 0.7)
    let held = max(1, min(style.tableSmall.size, PrintStyle.smallest * 0.95) / (style.tableSmall.size * scale))
    let small = head.detail.split(separator: " ").map {
      setter.typesetter.set(String($0), style.tableSmall).width * held
    }
    return (words + small).max() ?? 0
  }

  private func detail(_ cell: Content, width: Double?, scale: Double = 1) -> SetText {
    var style = style.tableSmall.scaled(by: scale)
    style.size = max(style.size, min(self.style.tableSmall.size, PrintStyle.smallest * 0.95))
    if cell.isNumeric { style.alignment = .right }
    return setter.typesetter.set(cell.detail, style, width: width)
  }

  // How they are set.

  private static let markScale = 0.56
  /// The most notes that stand together.
  private static let fewNotes = 6
  /// The most characters of words among numbers, such as a number with its unit, that are kept on one line.
  private static let shortWords = 22

  /// A cell in its column.
  private struct SetCell {
    var text: SetText?
    var detail: SetText?
    var content: Content
    var x: Double
    var width: Double
    var height: Double {
      let drawing = content.drawing.map { $0.height * TableComposition.markScale } ?? 0
      return max((text?.height ?? 0) + (detail?.height ?? 0), drawing)
    }
  }

  private func set(_ cells: [Content], _ columns: TableColumns, _ scale: Double) -> [SetCell] {
    cells.enumerated().compactMap { index, content in
      guard index < columns.widths.count else { return nil }
      let width = columns.widths[index]
      var cell = SetCell(content: content, x: columns.starts[index], width: width)
      // A cell that has only a second line has it where others have their first.
      let isEmpty = content.runs.allSatisfy { $0.text.isEmpty } && !content.detail.isEmpty
      if content.drawing == nil, !isEmpty {
        let style = content.isNumeric ? content.style.aligned(.right) : content.style
        cell.text = setter.typesetter.set(content.runs, style, width: width)
      }
      if !content.detail.isEmpty { cell.detail = detail(content, width: width, scale: scale) }
      return cell
    }
  }

  private func paint(_ cell: SetCell, on canvas: Canvas, x: Double, y: Double, tag: String) {
    canvas.tagged(tag) {
      canvas.linked(to: cell.content.link) {
        if let drawing = cell.content.drawing {
          canvas.figure(drawing.title) {
            DrawingPainting(canvas: canvas, typesetter: setter.typesetter)
              .paint(drawing, x + cell.x, y + 0.5, scale: Self.markScale)
          }
        }
        if let text = cell.text { canvas.text(text, x + cell.x, y, cell.content.colour) }
      }
      if let detail = cell.detail { canvas.text(detail, x + cell.x, y + (cell.text?.height ?? 0), .muted) }
    }
  }

  private func caption(space: Double) -> FlowItem {
    let text = setter.typesetter.set(table.caption, style.caption, width: min(width, style.measure + 60))
    var item = FlowItem(text.height + style.rowPad, space: space) { canvas, x, y in
      canvas.tagged("Caption") { canvas.text(text, x, y, .ink) }
    }
    item.keepsWithNext = true
    return item
  }

  private func headItem(_ cells: [Content], _ columns: TableColumns, _ scale: Double, _ full: Double) -> FlowItem {
    let set = set(cells, columns, scale)
    let height = set.map(\.height).max() ?? 0
    let pad = style.rowPad
    var item = FlowItem(height + 2 * pad + 0.5) { canvas, x, y in
      canvas.tagged("TR") {
        for cell in set { paint(cell, on: canvas, x: x, y: y + pad + height - cell.height, tag: "TH") }
      }
      canvas.rule(x, y + height + 2 * pad, full, 1, .ink)
    }
    item.keepsWithNext = true
    return item
  }

  private func rowItem(
    _ row: Row, _ columns: TableColumns, _ scale: Double, _ full: Double, isFirst: Bool, follows: Row.Kind?
  ) -> FlowItem {
    let pad = style.rowPad
    if row.kind == .group, let cell = row.cells.first {
      let text = setter.typesetter.set(cell.runs, cell.style, width: full)
      let above = isFirst ? pad : pad + style.rowPad * 2
      return FlowItem(text.height + above + pad * 0.5) { canvas, x, y in
        if !isFirst { canvas.rule(x, y, full, 0.5, .rule) }
        canvas.tagged("TR") { canvas.tagged("TH") { canvas.text(text, x, y + above, .ink) } }
      }
    }
    let set = set(row.cells, columns, scale)
    let height = set.map(\.height).max() ?? 0
    let line: (thickness: Double, colour: PrintColour)? =
      row.kind == .total ? (1, .ink) : isFirst || follows == .group ? nil : (0.5, .rule)
    let isSteps = table.narrow == .steps && row.kind != .total
    let above = isSteps ? pad * 0.6 : pad
    return FlowItem(height + 2 * above) { canvas, x, y in
      if let line, !isSteps { canvas.rule(x, y, full, line.thickness, line.colour) }
      canvas.tagged("TR") {
        for (index, cell) in set.enumerated() {
          paint(cell, on: canvas, x: x, y: y + above, tag: index == 0 ? "TH" : "TD")
        }
      }
    }
  }

  private func notes() -> [FlowItem] {
    let sentences =
      table.notes.map { [TextRun($0)] }
      + reasons.enumerated().map { number, reason in
        [TextRun(TableHTML.letter(number), .raised), TextRun(" n/a: \(reason).")]
      }
    return sentences.enumerated().map { index, runs in
      let text = setter.typesetter.set(runs, style.small, width: min(width, style.measure))
      var item = FlowItem(text.height, space: index == 0 ? 4 : 1) { canvas, x, y in
        canvas.tagged("Note") { canvas.text(text, x, y, .muted) }
      }
      // A few notes stay together, so that the last is not alone on a page.
      item.keepsWithNext = index < sentences.count - 1 && sentences.count <= Self.fewNotes
      return item
    }
  }
}

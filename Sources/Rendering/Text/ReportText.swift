import Reporting

/// A report as text for a terminal: every sentence, figure and table of it; pictures are left to the tables beside them.
public enum ReportText {
  /// Where the words of a step start, and how wide they are, in a table of what, how and figure.
  private static let label = 26
  private static let words = 46

  /// The lines of text, without line ends.
  public static func lines(of report: Report) -> [String] {
    var lines = [
      TextLayout.plain(report.practice), TextLayout.wrapped("\(report.title): \(report.subtitle)"), report.period,
    ]
    if !report.summary.isEmpty { lines += ["", TextLayout.wrapped(report.summary)] }
    for section in report.sections {
      let body = section.blocks.flatMap(block)
      if body.isEmpty { continue }
      lines += ["", TextLayout.plain(section.title).uppercased()] + body
    }
    lines.append("")
    for sentence in report.cautions + report.footing { lines.append(TextLayout.wrapped(sentence)) }
    return lines
  }

  private static func block(_ block: ReportBlock) -> [String] {
    switch block {
    case .headline(let headline):
      let statement = [headline.statement, headline.addition].compactMap { $0 }.joined(separator: ", ")
      return [TextLayout.wrapped(statement), TextLayout.wrapped(headline.context, first: "  ", next: "  ")]
    case .figures(let figures):
      return figures.map { figure in
        TextLayout.labelled("  " + TextLayout.plain(figure.label), text(of: figure), at: label + 2)
      }
    case .table(let table): return ["", TextLayout.plain(table.caption)] + rows(of: table)
    case .chart, .charts, .links: return []
    case .columns(let columns): return columns.flatMap { $0.flatMap(self.block) }
    case .note(let note): return [TextLayout.wrapped("\(note.kind.rawValue). \(note.text)", first: "  ", next: "    ")]
    case .paragraph(let text): return [TextLayout.wrapped(text)]
    case .list(let items): return items.map { TextLayout.wrapped(plain($0), first: "- ", next: "  ") }
    case .heading(let text): return ["", TextLayout.plain(text)]
    }
  }

  private static func text(of figure: KeyFigure) -> String {
    if case .notAvailable(let reason) = figure.value { return "n/a: \(reason)" }
    return "\(figure.value.text), \(figure.detail)"
  }

  /// A sentence without the marks of code, which a terminal does not need.
  private static func plain(_ text: String) -> String { text.replacing("`", with: "") }

  private static func rows(of table: ReportTable) -> [String] {
    let isSteps = table.columns.map(\.isNumeric) == [false, false, true]
    let isProse = table.columns.map(\.isNumeric) == [false, false]
    var lines = isSteps || isProse ? [] : columns(of: table)
    if isSteps || isProse {
      for group in table.groups {
        if !group.title.isEmpty { lines.append("  " + TextLayout.plain(group.title)) }
        lines += group.rows.flatMap(step)
      }
      if !table.totals.isEmpty { lines += step(table.totals) }
    }
    return lines + table.notes.map { TextLayout.wrapped($0, first: "  ", next: "  ") } + reasons(in: table)
  }

  /// A row of what, how and figure: the words are broken between the other two.
  private static func step(_ cells: [Cell]) -> [String] {
    let figure = cells.count > 2 ? TextLayout.plain(cells[2].value.text) : ""
    let width = cells.count > 2 ? words : TextLayout.width - label - 4
    let name = TextLayout.plain(cells[0].value.text) + (cells[0].detail.isEmpty ? "" : " (\(cells[0].detail))")
    let names = broken(name, label - 2)
    let middle = cells.count > 1 ? broken(TextLayout.plain(plain(cells[1].value.text)), width) : []
    return (0..<max(names.count, middle.count, 1)).map { index in
      let left = "    " + padded(index < names.count ? names[index] : "", label)
      let center = index < middle.count ? middle[index] : ""
      guard index == 0, !figure.isEmpty else { return trimmed(left + center) }
      let used = left.count + max(center.count, width)
      let gap = max(1, TextLayout.width - used - figure.count)
      return left + padded(center, width) + String(repeating: " ", count: gap) + figure
    }
  }

  private static func columns(of table: ReportTable) -> [String] {
    // What a heading needs besides stands under it, so that columns stay narrow.
    let details = table.columns.map { TextLayout.plain($0.detail) }
    func cells(_ row: [Cell]) -> [String] {
      row.map { cell in
        TextLayout.plain(cell.value.text) + (cell.detail.isEmpty ? "" : " (\(TextLayout.plain(cell.detail)))")
      }
    }
    var rows = [table.columns.map { TextLayout.plain($0.title) }]
    if details.contains(where: { !$0.isEmpty }) { rows.append(details) }
    for group in table.groups {
      if !group.title.isEmpty { rows.append([TextLayout.plain(group.title)]) }
      rows += group.rows.map(cells)
    }
    if !table.totals.isEmpty { rows.append(cells(table.totals)) }
    return TextLayout.columns(rows, indent: "  ")
  }

  /// Why values of a table are not there, each reason once.
  private static func reasons(in table: ReportTable) -> [String] {
    var reasons: [String] = []
    for cell in (table.groups.flatMap(\.rows) + [table.totals]).flatMap({ $0 }) {
      if case .notAvailable(let reason) = cell.value, !reason.isEmpty, !reasons.contains(reason) {
        reasons.append(reason)
      }
    }
    return reasons.map { TextLayout.wrapped("n/a: \($0).", first: "  ", next: "  ") }
  }

  private static func broken(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}

import Reporting

/// The first pages of a bound file: what it is, and on which page each report begins.
struct ContentsItems {
  private let chapters: [BoundReports.Chapter]
  private let setter: BlockSetter
  private var style: PrintStyle { setter.style }

  init(_ chapters: [BoundReports.Chapter], setter: BlockSetter) {
    self.chapters = chapters
    self.setter = setter
  }

  /// The most reports of a chapter that stand under each other.
  private static let mostInOneColumn = 8

  /// The items of the contents.
  ///
  /// - Parameter page: the number of the page on which a report begins.
  func items(page: @escaping (ReportAddress) -> Int) -> [FlowItem] {
    chapters.flatMap { chapter in [heading(chapter.title)] + lines(of: chapter.reports, page: page) }
  }

  private func heading(_ title: String) -> FlowItem {
    let set = setter.typesetter.set(title, style.heading, width: setter.width)
    var item = FlowItem(set.height + 3, space: style.blockSpace * 1.6) { [width = setter.width] canvas, x, y in
      canvas.tagged("H2") { canvas.text(set, x, y, .ink) }
      canvas.rule(x, y + set.height + 3, width, 0.75, .ink)
    }
    item.keepsWithNext = true
    return item
  }

  /// A line for each report, in two columns where there are many.
  private func lines(of reports: [Report], page: @escaping (ReportAddress) -> Int) -> [FlowItem] {
    let columns = reports.count > Self.mostInOneColumn ? 2 : 1
    let gap = 26.0
    let width = (setter.width - gap * Double(columns - 1)) / Double(columns)
    let rows = (reports.count + columns - 1) / columns
    let typesetter = setter.typesetter
    let style = style
    let pad = style.rowPad * 1.45
    return (0..<rows).map { row in
      // The columns are read across, so that lines keep their order from page to page.
      let cells = (0..<columns).compactMap { column -> (report: Report, text: SetText, x: Double)? in
        let index = row * columns + column
        guard index < reports.count else { return nil }
        let title = Self.title(of: reports[index])
        let text = typesetter.set(title, style.body, width: width - 34)
        return (reports[index], text, Double(column) * (width + gap))
      }
      let height = cells.map(\.text.height).max() ?? 0
      let destination = setter.destination
      return FlowItem(height + pad, space: row == 0 ? 2 : 0) { canvas, x, y in
        for cell in cells {
          let number = typesetter.set(String(page(cell.report.address)), style.body)
          canvas.rule(x + cell.x, y + height + pad, width, 0.35, .rule)
          canvas.tagged("TOCI") {
            canvas.linked(to: destination(cell.report.address)) {
              canvas.text(cell.text, x + cell.x, y + pad / 2, .ink)
              canvas.text(number, x + cell.x + width - number.width, y + pad / 2, .ink)
            }
          }
        }
      }
    }
  }

  /// What a report is called among others: its title, or what it is where the title is the practice's name.
  static func title(of report: Report) -> String {
    report.title == report.practice ? report.subtitle : report.title
  }
}

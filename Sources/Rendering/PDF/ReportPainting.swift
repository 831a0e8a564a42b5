import Reporting

/// Paints composed reports on the pages of a document, with header, footer, destinations and outline.
struct ReportPainting {
  let document: PDFDocument
  let typesetter: Typesetter
  /// The program and its version.
  let generator: String
  /// How many pages the document has.
  let pageCount: Int

  /// Paints all pages of a report.
  ///
  /// - Parameters:
  ///   - name: the report's own place in the document; its sections' begin with it.
  ///   - first: the number of its first page.
  func paint(_ composed: ComposedReport, name: String, first: Int) {
    for (index, page) in composed.pages.enumerated() {
      let size = composed.frame.size(isLandscape: page.isLandscape)
      document.beginPage(width: size.width, height: size.height)
      let canvas = document.canvas
      if index == 0 { canvas.destination(name, 0) } else { header(of: composed, width: size.width) }
      footer(of: composed, number: first + index, size: size)
      canvas.tagged("Sect") {
        ContainerPainting.paint(page.placed.map(\.item), on: canvas) { place in
          let placed = page.placed[place]
          if let section = placed.item.section {
            canvas.destination(Self.name(ofSection: section, in: name), placed.y - 8)
          }
          if placed.item.isParted, place > 0 {
            canvas.rule(
              composed.frame.side, placed.y - Self.partingSpace(composed.report), size.width - 2 * composed.frame.side,
              0.5, .rule)
          }
          if placed.repeatsHead, let head = placed.item.head {
            head.paint(canvas, composed.frame.side, placed.y - head.height)
          }
          placed.item.paint(canvas, composed.frame.side, placed.y)
        }
      }
    }
  }

  /// Adds a report's sections to the outline.
  func outline(_ report: Report, name: String, under parent: Int32?) {
    for (number, section) in report.sections.enumerated() {
      document.addOutline(section.title, to: Self.name(ofSection: number, in: name), under: parent)
    }
  }

  /// Between a line that parts sections and the title under it.
  private static func partingSpace(_ report: Report) -> Double { report.layout == .onePage ? 3 : 8 }

  private static func name(ofSection number: Int, in report: String) -> String { "\(report)s\(number)" }

  private var style: TextStyle { TextStyle(7.25, 10) }

  private func header(of composed: ComposedReport, width: Double) {
    let side = composed.frame.side
    let report = composed.report
    let title = report.title == report.practice ? report.subtitle : report.title
    let right = typesetter.set(title, style.aligned(.right).onOneLine, width: (width - 2 * side) * 0.6)
    let left = typesetter.set(report.practice, style.onOneLine, width: (width - 2 * side) * 0.36)
    let y = composed.frame.top - 26
    document.canvas.text(left, side, y - left.height + 10, .muted)
    document.canvas.text(right, side + (width - 2 * side) * 0.4, y - right.height + 10, .muted)
    document.canvas.rule(side, y + 13, width - 2 * side, 0.5, .rule)
  }

  private func footer(of composed: ComposedReport, number: Int, size: (width: Double, height: Double)) {
    let side = composed.frame.side
    let y = size.height - composed.frame.foot + (composed.frame.foot > 50 ? 24 : 14)
    let left = typesetter.set(composed.report.period, style)
    let center = typesetter.set(generator, style)
    let right = typesetter.set("Page \(number) of \(pageCount)", style)
    document.canvas.text(left, side, y, .muted)
    document.canvas.text(center, (size.width - center.width) / 2, y, .muted)
    document.canvas.text(right, size.width - side - right.width, y, .muted)
  }
}

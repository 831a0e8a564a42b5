import Reporting

/// Makes a PDF of a report: one file that is printed as it is, with the fonts in it.
struct ReportPDF {
  let typesetter: Typesetter
  let paper: PaperSize
  /// The program and its version: `rvubench 0.1.0`.
  let generator: String
  /// The period's last day, as `2026-09-30`.
  let date: String

  /// The file's bytes, and how the report was set.
  func file(of report: Report) throws(PDFFailure) -> (bytes: [UInt8], setting: PrintSetting) {
    let composed = ComposedReport(report, on: paper, typesetter: typesetter) { _ in nil }
    let size = composed.frame.size(isLandscape: composed.pages.first?.isLandscape ?? false)
    let document = PDFDocument(
      PDFDocument.Description(
        title: report.title == report.practice ? report.title : "\(report.title) · \(report.practice)",
        author: report.practice, subject: "\(report.subtitle), \(report.period)", creator: generator, date: date),
      width: size.width, height: size.height)
    let painting = ReportPainting(
      document: document, typesetter: typesetter, generator: generator, pageCount: composed.pages.count)
    painting.paint(composed, name: "r", first: 1)
    painting.outline(report, name: "r", under: nil)
    return (
      try document.finish(), PrintSetting(pages: composed.pages.count, tightness: composed.tightness)
    )
  }
}

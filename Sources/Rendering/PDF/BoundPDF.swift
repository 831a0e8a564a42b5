import Reporting

/// Binds the reports of a run into one file, with contents, an outline, and links from one report to another.
struct BoundPDF {
  let typesetter: Typesetter
  let paper: PaperSize
  /// The program and its version.
  let generator: String
  /// The period's last day, as `2026-09-30`.
  let date: String

  /// The file's bytes.
  ///
  /// - Parameters:
  ///   - bound: the reports.
  ///   - settings: how each of them was set as a single file.
  func bytes(of bound: BoundReports, settings: [ReportAddress: PrintSetting]) throws(PDFFailure) -> [UInt8]? {
    let reports = bound.reports
    guard let first = reports.first else { return nil }
    var names: [ReportAddress: String] = [:]
    for (index, report) in reports.enumerated() { names[report.address] = "r\(index)" }
    let scorecards = names
    func destination(_ address: ReportAddress) -> String? {
      if let name = names[address] { return name }
      // Where clinicians have scorecards, what leads to a clinician's pages leads there.
      if case .clinician(let id) = address { return scorecards[.scorecard(id)] }
      return nil
    }
    let frame = PageFrame(paper, isDense: false)
    let hasDataQuality = reports.contains { $0.address == .dataQuality }
    let cover = hasDataQuality ? Self.cover(of: first).withShortCautions : Self.cover(of: first)
    var starts: [ReportAddress: Int] = [:]
    // A number of another width moves no line: how many pages the contents take is known before the numbers are.
    func contentsPages() -> [PageFlow.Page] {
      let known = starts
      return ComposedReport.pages(in: frame) { style in
        let setter = BlockSetter(typesetter, style: style, frame: frame, destination: destination)
        let contents = ContentsItems(bound.chapters, setter: setter)
        let items = ReportItems(cover, setter: setter).items + contents.items { known[$0] ?? 0 }
        return PageFlow.pages(
          of: items, upright: frame.edges(isLandscape: false), across: frame.edges(isLandscape: true))
      }
    }
    var number = contentsPages().count + 1
    for report in reports {
      starts[report.address] = number
      number += settings[report.address]?.pages ?? 1
    }
    let document = PDFDocument(
      PDFDocument.Description(
        title: "\(cover.subtitle) · \(cover.practice)", author: cover.practice, subject: cover.period,
        creator: generator, date: date), width: paper.width, height: paper.height)
    let painting = ReportPainting(
      document: document, typesetter: typesetter, generator: generator, pageCount: number - 1)
    painting.paint(ComposedReport(cover, pages: contentsPages(), frame: frame), name: "contents", first: 1)
    document.addOutline("Contents", to: "contents")
    for chapter in bound.chapters {
      guard let opening = chapter.reports.first.flatMap({ names[$0.address] }) else { continue }
      let parent = document.addOutline(chapter.title, to: opening)
      for report in chapter.reports {
        guard let name = names[report.address], let start = starts[report.address] else { continue }
        let composed = ComposedReport(
          report, on: paper, typesetter: typesetter, tightness: settings[report.address]?.tightness,
          destination: destination)
        painting.paint(composed, name: name, first: start)
        let line = document.addOutline(
          ContentsItems.title(of: report), to: name, under: parent, isOpen: false)
        if composed.pages.count > 1 { painting.outline(report, name: name, under: line) }
      }
    }
    return try document.finish()
  }

  /// What stands above the contents.
  private static func cover(of report: Report) -> Report {
    Report(
      address: .index, title: report.practice, subtitle: "Physician productivity reports", practice: report.practice,
      period: report.period, cautions: report.cautions, sections: [], footing: [])
  }
}

import Reporting
import Threads

/// The pages of a run in the forms that people read: made side by side, and handed out in order.
struct RunPages {
  /// As many pages are made before their files are handed out.
  private static let batch = 96

  /// Nil in an edition, which is a few pages.
  private let index: Report?
  private let pages: [Report]
  /// What is bound in one file; nil in an edition.
  private let bound: BoundReports?
  private let paths: PagePaths
  private let html: ReportHTML?
  private let paper: PaperSize?
  private let generator: String
  private let date: String
  private let typesetters = TypesetterPool()

  /// The pages of a run.
  ///
  /// - Parameter dataFiles: the paths of the run's data files, in order.
  init(
    _ results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String, paper: PaperSize,
    dataFiles: [String]
  ) throws(TemplateError) {
    let results = results.inReadingOrder
    let kinds = ReportKind.allCases.filter(reports.contains)
    let isWhole = results.recipient == nil
    // An edition has no page of data quality, and its pages have the cautions in full.
    let isShort = isWhole && kinds.contains(.dataQuality)
    let made = kinds.map { kind in
      let pages = kind.report.reports(of: results)
      return (showsPay: kind.showsPay, pages: isShort ? pages.map(\.withShortCautions) : pages)
    }
    pages = made.flatMap(\.pages)
    self.paper = formats.contains(.pdf) ? paper : nil
    let bound = BoundReports(made.filter { !$0.showsPay }.flatMap(\.pages))
    let prints = self.paper == nil ? [] : Self.prints(bound)
    self.bound = isWhole ? bound : nil
    let overview =
      isWhole
      ? IndexReport.report(of: results, pages: pages, dataFiles: dataFiles, prints: prints) : nil
    index = isShort ? overview?.withShortCautions : overview
    let addresses = Set(((index.map { [$0] } ?? []) + pages).map(\.address))
    let files = dataFiles + (self.paper == nil || !isWhole ? [] : [BoundReports.path])
    paths = PagePaths(of: results, pages: addresses.union(files.map(ReportAddress.dataFile)))
    html =
      formats.contains(.html)
      ? ReportHTML(
        templates: try PageTemplates(), paths: paths, version: version, hasPrints: self.paper != nil) : nil
    generator = "rvubench \(version)"
    date = results.period.last.description
  }

  /// Makes all files and hands them out.
  func render(handOut: (RenderedFile) throws -> Void) throws {
    if let html, let index {
      try handOut(RenderedFile(path: paths.path(of: index.address) + ".html", bytes: html.bytes(of: index)))
    }
    var settings: [ReportAddress: PrintSetting] = [:]
    for start in stride(from: 0, to: pages.count, by: Self.batch) {
      let batch = Array(pages[start..<min(start + Self.batch, pages.count)])
      for made in Workers.map(batch, { page in Result { try files(of: page) } }) {
        let made = try made.get()
        settings[made.address] = made.setting
        for file in made.files { try handOut(file) }
      }
    }
    guard let paper, let bound else { return }
    let bytes = typesetters.using { typesetter in
      Result {
        try BoundPDF(typesetter: typesetter, paper: paper, generator: generator, date: date)
          .bytes(of: bound, settings: settings)
      }
    }
    if let bytes = try bytes.get() { try handOut(RenderedFile(path: BoundReports.path, bytes: bytes)) }
  }

  private struct Made: Sendable {
    var address: ReportAddress
    var files: [RenderedFile] = []
    var setting: PrintSetting?
  }

  private func files(of page: Report) throws -> Made {
    var made = Made(address: page.address)
    let path = paths.path(of: page.address)
    if let html { made.files.append(RenderedFile(path: path + ".html", bytes: try html.bytes(of: page))) }
    if let paper {
      let printed = typesetters.using { typesetter in
        Result {
          try ReportPDF(typesetter: typesetter, paper: paper, generator: generator, date: date).file(of: page)
        }
      }
      let file = try printed.get()
      made.files.append(RenderedFile(path: path + ".pdf", bytes: file.bytes))
      made.setting = file.setting
    }
    return made
  }

  /// What there is to print, for the index.
  private static func prints(_ bound: BoundReports) -> [ReportLink] {
    bound.reports.isEmpty
      ? [] : [ReportLink("All reports without pay, bound in one file", to: .dataFile(BoundReports.path))]
  }
}

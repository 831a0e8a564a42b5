import Reporting
import Threads

/// The pages of a run in the forms that people read: made and taken side by side.
struct RunPages {
  /// As many pages are made by each thread before one waits for another.
  private static let ahead = 8

  /// Nil in an edition, which is a few pages.
  private let index: Report?
  private let series: [ReportSeries]
  /// What is bound in one file; nil in an edition, and where no PDF is made.
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
    let all = kinds.map { kind in
      let series = kind.report.series(of: results)
      return (showsPay: kind.showsPay, series: isShort ? series.withShortCautions(usual: results.cautions) : series)
    }
    series = all.map(\.series)
    self.paper = formats.contains(.pdf) ? paper : nil
    bound =
      self.paper == nil || !isWhole ? nil : BoundReports(all.filter { !$0.showsPay }.flatMap(\.series.reports))
    let pages = series.flatMap(\.pages)
    let overview =
      isWhole
      ? IndexReport.report(
        of: results, pages: pages, dataFiles: dataFiles, prints: bound.map(Self.prints) ?? []) : nil
    index = isShort ? overview?.withShortCautions : overview
    let files = dataFiles + (bound == nil ? [] : [BoundReports.path])
    paths = PagePaths(
      of: results,
      pages: Set((index.map { [$0.address] } ?? []) + pages.map(\.address) + files.map(ReportAddress.dataFile)))
    html =
      formats.contains(.html)
      ? try ReportHTML(paths: paths, version: version, hasPrints: self.paper != nil) : nil
    generator = "rvubench \(version)"
    date = results.period.last.description
  }

  /// Makes all files.
  func render(to receiver: some FileReceiver) throws {
    if let html, let index {
      try receiver.take(RenderedFile(path: paths.path(of: index.address) + ".html", bytes: html.bytes(of: index)))
    }
    var settings: [ReportAddress: PrintSetting] = [:]
    let pages = series.flatMap { series in series.pages.indices.map { (series: series, place: $0) } }
    try InOrder.perform(pages.count, ahead: Self.ahead) { place in
      Result { try make(pages[place].series.report(pages[place].place), for: receiver) }
    } giveOut: { made in
      let made = try made.get()
      settings[made.address] = made.setting
    }
    guard let paper, let bound else { return }
    let bytes = typesetters.using { typesetter in
      Result {
        try BoundPDF(typesetter: typesetter, paper: paper, generator: generator, date: date)
          .bytes(of: bound, settings: settings)
      }
    }
    if let bytes = try bytes.get() { try receiver.take(RenderedFile(path: BoundReports.path, bytes: bytes)) }
  }

  /// What is kept of a page when its files are made.
  private struct Made: Sendable {
    var address: ReportAddress
    var setting: PrintSetting?
  }

  private func make(_ page: Report, for receiver: some FileReceiver) throws -> Made {
    var made = Made(address: page.address)
    let path = paths.path(of: page.address)
    if let html { try receiver.take(RenderedFile(path: path + ".html", bytes: html.bytes(of: page))) }
    if let paper {
      let printed = typesetters.using { typesetter in
        Result {
          try ReportPDF(typesetter: typesetter, paper: paper, generator: generator, date: date).file(of: page)
        }
      }
      let file = try printed.get()
      try receiver.take(RenderedFile(path: path + ".pdf", bytes: file.bytes))
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

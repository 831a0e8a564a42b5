import Reporting

/// A report on its pages, ready to be painted.
struct ComposedReport {
  let report: Report
  let pages: [PageFlow.Page]
  let frame: PageFrame

  /// A report whose pages are known.
  init(_ report: Report, pages: [PageFlow.Page], frame: PageFrame) {
    self.report = report
    self.pages = pages
    self.frame = frame
  }

  /// Puts a report on pages.
  ///
  /// A report that is to be on one page is set closer and smaller until it is there; what still has no room goes on to a second page.
  ///
  /// - Parameter destination: the named place of another report in the same file; nil where it is not there.
  init(
    _ report: Report, on paper: PaperSize, typesetter: Typesetter, destination: @escaping (ReportAddress) -> String?
  ) {
    let isDense = report.layout == .onePage
    let frame = PageFrame(paper, isDense: isDense)
    func compose(_ style: PrintStyle) -> [PageFlow.Page] {
      let setter = BlockSetter(typesetter, style: style, frame: frame, destination: destination)
      return PageFlow.pages(
        of: ReportItems(report, setter: setter).items, upright: frame.edges(isLandscape: false),
        across: frame.edges(isLandscape: true))
    }
    var pages = compose(isDense ? .dense(0) : .ordinary)
    if isDense {
      for tightness in [0.4, 0.8, 1] where pages.count > 1 { pages = compose(.dense(tightness)) }
      if pages.count > 1 { pages = compose(.dense(0.4)) }
    }
    self.init(report, pages: pages, frame: frame)
  }
}

import Reporting

/// A report on its pages, ready to be painted.
struct ComposedReport {
  let report: Report
  let pages: [PageFlow.Page]
  let frame: PageFrame
  /// How close a report for one page is set, 0 to 1; nil for others.
  var tightness: Double?

  /// A report whose pages are known.
  init(_ report: Report, pages: [PageFlow.Page], frame: PageFrame) {
    self.report = report
    self.pages = pages
    self.frame = frame
  }

  /// How much of the height of a last page a few lines are.
  private static let fewLines = 0.16

  /// Pages in the ordinary style, or with less space between where that saves a last page of but a few lines.
  static func pages(in frame: PageFrame, _ compose: (PrintStyle) -> [PageFlow.Page]) -> [PageFlow.Page] {
    let pages = compose(.ordinary)
    guard pages.count > 1, let last = pages.last else { return pages }
    let edges = frame.edges(isLandscape: last.isLandscape)
    guard last.bottom - edges.top < fewLines * (edges.bottom - edges.top) else { return pages }
    let closer = compose(.closer)
    return closer.count < pages.count ? closer : pages
  }

  /// Puts a report on pages.
  ///
  /// A report that is to be on one page is set closer and smaller until it is there; what still has no room goes on to a second page.
  /// Any other whose last page would hold but a few lines has less space between, where that saves the page.
  ///
  /// - Parameters:
  ///   - tightness: how close it was set before, where that is known; nil to find out.
  ///   - destination: the named place of another report in the same file; nil where it is not there.
  init(
    _ report: Report, on paper: PaperSize, typesetter: Typesetter, tightness: Double? = nil,
    destination: @escaping (ReportAddress) -> String?
  ) {
    let isDense = report.layout == .onePage
    let frame = PageFrame(paper, isDense: isDense)
    func compose(_ style: PrintStyle) -> [PageFlow.Page] {
      let setter = BlockSetter(typesetter, style: style, frame: frame, destination: destination)
      return PageFlow.pages(
        of: ReportItems(report, setter: setter).items, upright: frame.edges(isLandscape: false),
        across: frame.edges(isLandscape: true))
    }
    var chosen = isDense ? tightness ?? 0 : nil
    var pages = chosen.map { compose(.dense($0)) } ?? Self.pages(in: frame, compose)
    if isDense, tightness == nil, pages.count > 1 {
      // What stands on the second page says how much closer it has to be; what is far too much is not tried looser first.
      let edges = frame.edges(isLandscape: false)
      let over = pages.dropFirst().reduce(0) { $0 + $1.bottom - edges.top } / (edges.bottom - edges.firstTop)
      for closer in [0.4, 0.8, 1] where pages.count > 1 && closer >= min(over * 4, 1) {
        chosen = closer
        pages = compose(.dense(closer))
      }
      if pages.count > 1 {
        chosen = 0.4
        pages = compose(.dense(0.4))
      }
    }
    self.init(report, pages: pages, frame: frame)
    self.tightness = chosen
  }
}

/// The pages of one kind of report, each made when it is asked for: all pages of a large practice at once would fill the memory.
public struct ReportSeries: Sendable {
  /// A page before it is made: as much of it as others need to lead to it.
  public struct Page: Sendable {
    /// Which page it is.
    public var address: ReportAddress
    /// Its title.
    public var title: String

    /// A page of a title.
    public init(_ address: ReportAddress, title: String) {
      self.address = address
      self.title = title
    }

    /// A page that is made.
    public init(_ report: Report) { self.init(report.address, title: report.title) }
  }

  /// The pages, in the order in which they are listed.
  public let pages: [Page]
  private let make: @Sendable (Int) -> Report

  /// Pages to be made.
  ///
  /// - Parameter make: makes a page by its place among them, on whatever thread; the same one each time.
  public init(_ pages: [Page], make: @escaping @Sendable (Int) -> Report) {
    self.pages = pages
    self.make = make
  }

  /// Pages that are made.
  public init(_ reports: [Report]) { self.init(reports.map(Page.init)) { reports[$0] } }

  /// Makes a page by its place among all.
  public func report(_ place: Int) -> Report { make(place) }

  /// Makes all.
  public var reports: [Report] { pages.indices.map(make) }

  /// The same pages, each with its cautions in one line, as ``Report/withShortCautions`` has them.
  ///
  /// - Parameter usual: what nearly all pages caution of, which is put in a line once.
  public func withShortCautions(usual: [String]) -> ReportSeries {
    let line = CautionWording.line(of: usual)
    return ReportSeries(pages) { [make] place in
      let report = make(place)
      return report.cautions == usual ? report.withCautions(inOneLine: line) : report.withShortCautions
    }
  }
}

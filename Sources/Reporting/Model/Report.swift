import ProductivityModel

/// What one report says, whatever it will look like: a title, and sections of figures, tables, charts and sentences.
public struct Report: Sendable {
  /// Which page it is; other pages link to it by this.
  public var address: ReportAddress
  /// What it is about: a clinician's name, a specialty.
  public var title: String
  /// What kind of page it is and whom it concerns, in a phrase under the title.
  public var subtitle: String
  /// What the report says, in one paragraph of words made from its numbers, for those who read nothing else; empty for none.
  public var summary = ""
  /// How it is laid out.
  public var layout = Layout.pages
  /// The practice.
  public var practice: String
  /// The days counted, in words.
  public var period: String
  /// Other reports that belong to it.
  public var related: [ReportLink]
  /// Sentences that every page of the run carries, such as that a survey is synthetic.
  public var cautions: [String]
  /// Where they stand in full, where they are shortened here; nil where they are not.
  public var cautionsLink: ReportLink?
  /// The sections, in order.
  public var sections: [ReportSection]
  /// What every figure of the run stands on: policies and releases, in sentences for the foot of the page.
  public var footing: [String]

  /// How a report is laid out.
  public enum Layout: String, Hashable, Sendable {
    /// Section after section, over as many pages as it takes.
    case pages
    /// Dense, to be printed on a single page.
    case onePage
  }

  /// A report of a run.
  public init(
    address: ReportAddress, title: String, subtitle: String, summary: String = "", layout: Layout = .pages,
    related: [ReportLink] = [], sections: [ReportSection], from results: RunResults
  ) {
    self.address = address
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
    self.layout = layout
    self.related = related
    self.sections = sections
    practice = results.practice
    period = DateWording.period(results.period)
    cautions = results.cautions
    footing = RunFooting.sentences(of: results)
  }

  /// A report that stands for itself, outside of a run's pages.
  public init(
    address: ReportAddress, title: String, subtitle: String, practice: String, period: String, cautions: [String],
    sections: [ReportSection], footing: [String]
  ) {
    self.address = address
    self.title = title
    self.subtitle = subtitle
    related = []
    self.practice = practice
    self.period = period
    self.cautions = cautions
    self.sections = sections
    self.footing = footing
  }
}

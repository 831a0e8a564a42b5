import Reporting

/// Turns a report into one self-contained HTML page: style, script and pictures are in it, nothing is fetched.
struct ReportHTML {
  /// What is around a page, by the parts that it needs.
  private let frames: [PageParts: ReportFrame]
  private let paths: PagePaths
  private let generator: String
  /// Whether each page but the first has a PDF beside it.
  private let hasPrints: Bool
  /// The links to the reports of the practice on any page that is not one of them, from a folder in the output: almost every page is such.
  private var navigationWithin = Markup()

  /// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out.
  init(paths: PagePaths, version: String, hasPrints: Bool = false) throws(TemplateError) {
    self.paths = paths
    self.hasPrints = hasPrints
    generator = "rvubench \(version)"
    let templates = try PageTemplates()
    var frames: [PageParts: ReportFrame] = [:]
    for parts in PageParts.allChoices {
      frames[parts] = try ReportFrame(templates: templates, generator: generator, parts: parts)
    }
    self.frames = frames
    var navigation = Markup()
    addNavigation(on: .clinician(""), to: &navigation)
    navigationWithin = navigation
  }

  /// The page's bytes.
  func bytes(of report: Report) -> [UInt8] {
    var body = ReportBodyHTML(of: report, paths: paths)
    // There is one for every choice.
    guard let frame = frames[PageParts(of: report)] else { return [] }
    var page = Markup(capacity: frame.size + Self.usualBody)
    frame.add(to: &page) { place, page in
      switch place {
      case .documentTitle: addDocumentTitle(of: report, to: &page)
      case .bodyClass: if report.layout == .onePage { page.add(" class=\"one-page\"") }
      case .practice: page.add(text: report.practice)
      case .navigation:
        switch report.address {
        case .clinician, .scorecard, .specialty: page.add(navigationWithin)
        default: addNavigation(on: report.address, to: &page)
        }
      case .title: page.add(text: report.title)
      case .subtitle: page.add(text: report.subtitle)
      case .period: page.add(text: report.period)
      case .related: addRelated(to: report, to: &page)
      case .summary: page.add(text: report.summary)
      case .cautions: addCautions(of: report, to: &page)
      case .contents: body.addContents(to: &page)
      case .sections: body.addSections(to: &page)
      case .footing: addFooting(of: report, to: &page)
      case .closing: page.add(text: closing(of: report))
      }
    }
    return page.bytes
  }

  /// The bytes of the sections of most pages.
  private static let usualBody = 48 << 10

  private func addDocumentTitle(of report: Report, to page: inout Markup) {
    page.add(isolated: report.title)
    guard report.title != report.practice else { return }
    page.add(" · ")
    page.add(isolated: report.practice)
  }

  private func addNavigation(on address: ReportAddress, to page: inout Markup) {
    let links = navigation(on: address)
    guard !links.isEmpty else { return }
    page.add("<nav aria-label=\"Reports\">\n<ul>\n")
    for link in links {
      if link.path == nil { page.add("<li><a aria-current=\"page\">") } else { page.add("<li>") }
      if link.path == nil { page.add(text: link.text) } else { page.add(link) }
      page.add(link.path == nil ? "</a></li>\n" : "</li>\n")
    }
    page.add("</ul>\n</nav>\n")
  }

  private func navigation(on address: ReportAddress) -> [PageLink] {
    // A statement is given to one person, and leads nowhere.
    if case .statement = address { return [] }
    return (address == .compensation ? Self.overviewWithPay : Self.overview).compactMap { link in
      link.address == address ? PageLink(text: link.text) : paths.link(link, from: address)
    }
  }

  private static let overview = [
    ReportLink("Overview", to: .index), ReportLink("Month", to: .monthly), ReportLink("Goals", to: .goals),
    ReportLink("Practice", to: .practice), ReportLink("To do", to: .exceptions),
    ReportLink("Data quality", to: .dataQuality),
  ]

  /// Pages without pay do not lead to it, but for the overview: they may be given to others.
  private static let overviewWithPay = overview + [ReportLink("Compensation", to: .compensation)]

  private func addRelated(to report: Report, to page: inout Markup) {
    for link in report.related.compactMap({ paths.link($0, on: report) }) + print(of: report) {
      page.add(" <span class=\"related\">· ")
      page.add(link)
      page.add("</span>")
    }
  }

  /// The page as a PDF, which lies beside it.
  private func print(of report: Report) -> [PageLink] {
    guard hasPrints, report.address != .index else { return [] }
    let name = paths.path(of: report.address).split(separator: "/").last.map(String.init) ?? ""
    return [PageLink(text: "PDF to print", path: name + ".pdf")]
  }

  private func addCautions(of report: Report, to page: inout Markup) {
    let link = report.cautionsLink.flatMap { paths.link($0, on: report) }
    for caution in report.cautions {
      page.add("<div class=\"note caution\" role=\"note\"><p><strong>Caution.</strong> ")
      page.add(text: caution)
      if let link {
        page.add(" ")
        page.add(link)
      }
      page.add("</p></div>\n")
    }
  }

  private func addFooting(of report: Report, to page: inout Markup) {
    for sentence in report.footing {
      page.add("<p>")
      page.add(text: sentence)
      page.add("</p>\n")
    }
  }

  private func closing(of report: Report) -> String {
    if report.address == .failure { return "Made by \(generator) beside the folder of the reports." }
    return
      "\(report.practice), \(report.period). Made by \(generator) from the files named on the data quality page; the same "
      + "files give the same report."
  }
}

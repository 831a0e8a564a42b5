import Reporting

/// Turns a report into one self-contained HTML page: style, script and pictures are in it, nothing is fetched.
struct ReportHTML {
  private let templates: PageTemplates
  private let paths: PagePaths
  private let generator: String
  /// Whether each page but the first has a PDF beside it.
  private let hasPrints: Bool

  init(templates: PageTemplates, paths: PagePaths, version: String, hasPrints: Bool = false) {
    self.templates = templates
    self.paths = paths
    self.hasPrints = hasPrints
    generator = "rvubench \(version)"
  }

  /// The page's bytes.
  func bytes(of report: Report) throws(TemplateError) -> [UInt8] {
    Array(try templates.render(view(of: report)).utf8)
  }

  private func view(of report: Report) -> PageView {
    var names = ElementNames()
    let sections = report.sections.map { section in
      PageView.Section(
        id: names.section(section.title), title: section.title,
        blocks: section.blocks.map { block(of: $0, on: report, names: &names, place: .page) })
    }
    let navigation = navigation(on: report)
    // A page that is read from its beginning to its end has no list of what is on it.
    let hasContents = sections.count > 3 && report.address != .failure
    return PageView(
      documentTitle: HTMLText.isolated(report.title)
        + (report.title == report.practice ? "" : " · \(HTMLText.isolated(report.practice))"),
      bodyClass: report.layout == .onePage ? "one-page" : nil,
      title: report.title, subtitle: report.subtitle, summary: report.summary, practice: report.practice,
      period: report.period,
      navigation: navigation, hasNavigation: !navigation.isEmpty,
      related: report.related.compactMap { linked($0, on: report) } + print(of: report),
      contents: hasContents ? sections : [], hasContents: hasContents,
      cautions: report.cautions.map { text in
        PageView.Caution(text: text, link: report.cautionsLink.flatMap { linked($0, on: report) }.map { [$0] } ?? [])
      },
      sections: sections, footing: report.footing, closing: closing(of: report), generator: generator,
      style: templates.style,
      script: templates.script)
  }

  private func closing(of report: Report) -> String {
    if report.address == .failure { return "Made by \(generator) beside the folder of the reports." }
    return
      "\(report.practice), \(report.period). Made by \(generator) from the files named on the data quality page; the same "
      + "files give the same report."
  }

  private func navigation(on report: Report) -> [PageView.Link] {
    var links = [
      ReportLink("Overview", to: .index), ReportLink("Month", to: .monthly), ReportLink("Goals", to: .goals),
      ReportLink("Practice", to: .practice), ReportLink("To do", to: .exceptions),
      ReportLink("Data quality", to: .dataQuality),
    ]
    // Pages without pay do not lead to it, but for the overview: they may be given to others. A statement is given to one person,
    // and leads nowhere.
    switch report.address {
    case .statement: return []
    case .compensation: links.append(ReportLink("Compensation", to: .compensation))
    default: break
    }
    return links.compactMap { link in
      link.address == report.address
        ? PageView.Link(text: link.text, path: nil, isCurrent: true) : linked(link, on: report)
    }
  }

  /// The page as a PDF, which lies beside it.
  private func print(of report: Report) -> [PageView.Link] {
    guard hasPrints, report.address != .index else { return [] }
    let name = paths.path(of: report.address).split(separator: "/").last.map(String.init) ?? ""
    return [PageView.Link(text: "PDF to print", path: name + ".pdf")]
  }

  private func linked(_ link: ReportLink, on report: Report) -> PageView.Link? {
    paths.link(from: report.address, to: link.address).map {
      PageView.Link(text: link.text, path: $0, about: link.about.isEmpty ? nil : link.about)
    }
  }

  private func block(
    of block: ReportBlock, on report: Report, names: inout ElementNames, place: ChartPlace
  ) -> PageView.Block {
    var view = PageView.Block()
    switch block {
    case .headline(let headline):
      view.headline = PageView.Headline(
        statement: headline.statement, addition: headline.addition, context: headline.context)
    case .figures(let figures):
      let widest = figures.map(\.value.text.count).max() ?? 0
      view.figures = PageView.Figures(
        columns: Self.columns(for: figures.count, widest: widest), hasLong: widest > Self.longValue,
        items: figures.map(figure))
    case .note(let note):
      view.note = PageView.Note(
        kind: note.kind.rawValue, cssClass: note.kind.rawValue.lowercased(), markup: HTMLText.sentence(note.text),
        link: note.link.flatMap { linked($0, on: report) }.map { [$0] } ?? [])
    case .paragraph(let text): view.paragraph = text
    case .list(let items): view.list = PageView.List(items: items.map(HTMLText.sentence))
    case .links(let links):
      view.links = PageView.Links(
        items: links.map { linked($0, on: report) ?? PageView.Link(text: $0.text) })
    case .heading(let text): view.heading = text
    case .columns(let columns):
      view.columns = PageView.Columns(
        items: columns.map { column in
          PageView.Column(blocks: column.map { self.block(of: $0, on: report, names: &names, place: .column) })
        })
    case .charts(let charts):
      view.markup =
        "<div class=\"multiples\">"
        + charts.map { ChartHTML.markup(of: $0, id: names.next("chart"), place: .column) }.joined()
        + "</div>"
    case .chart(let chart): view.markup = ChartHTML.markup(of: chart, id: names.next("chart"), place: place)
    case .table(let table):
      view.markup = TableHTML(id: names.next("table"), section: names.currentSection) {
        paths.link(from: report.address, to: $0)
      }.markup(of: table)
    }
    return view
  }

  /// The characters of a value that has room beside three others on a page, or beside one on a telephone.
  private static let longValue = 10

  /// The number of columns, from three to five, whose last row is fullest; fewer columns where rows are alike, and no five
  /// where a figure is long.
  static func columns(for count: Int, widest: Int = 0) -> Int {
    let holes = (widest > longValue ? [3, 4] : [3, 4, 5]).map { (columns: $0, holes: ($0 - count % $0) % $0) }
    return holes.min { ($0.holes, $0.columns) < ($1.holes, $1.columns) }?.columns ?? 3
  }

  private func figure(of figure: KeyFigure) -> PageView.Figure {
    if case .notAvailable(let reason) = figure.value {
      return PageView.Figure(
        label: figure.label, value: "n/a", isMissing: true, detail: reason, isLeading: figure.isLeading)
    }
    return PageView.Figure(
      label: figure.label, value: figure.value.text, isMissing: false, detail: figure.detail,
      isLeading: figure.isLeading)
  }
}

/// Names for the elements of one page, no two alike.
struct ElementNames {
  private var counts: [String: Int] = [:]
  private var sections: Set<String> = []
  /// The name of the section that was named last.
  private(set) var currentSection = ""

  /// The next name of a kind: `chart-1`, `chart-2`.
  mutating func next(_ kind: String) -> String {
    counts[kind, default: 0] += 1
    return "\(kind)-\(counts[kind] ?? 0)"
  }

  /// A name for a section, from its title.
  mutating func section(_ title: String) -> String {
    let base = "section-" + Slug.base(of: title)
    var name = base
    var number = 2
    while !sections.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    currentSection = name
    return name
  }
}

import Reporting

/// The sections of a report as markup, and the list of them.
struct ReportBodyHTML {
  private let report: Report
  private let paths: PagePaths
  /// The name of each section.
  private let sections: [String]
  private var names = ElementNames()
  private var currentSection = ""

  /// The markup to be of a report's sections.
  init(of report: Report, paths: PagePaths) {
    self.report = report
    self.paths = paths
    var names = ElementNames()
    sections = report.sections.map { names.section($0.title) }
    self.names = names
  }

  /// Adds a list of the sections; none to a page that is read from its beginning to its end.
  func addContents(to markup: inout Markup) {
    guard sections.count > 3, report.address != .failure else { return }
    markup.add("<nav class=\"contents\" aria-label=\"On this page\">\n<ul>\n")
    for (name, section) in zip(sections, report.sections) {
      markup.add("<li><a href=\"#")
      markup.add(text: name)
      markup.add("\">")
      markup.add(text: section.title)
      markup.add("</a></li>\n")
    }
    markup.add("</ul>\n</nav>\n")
  }

  /// Adds the sections.
  mutating func addSections(to markup: inout Markup) {
    for (name, section) in zip(sections, report.sections) {
      currentSection = name
      markup.add("<section aria-labelledby=\"")
      markup.add(text: name)
      markup.add("\">\n<h2 id=\"")
      markup.add(text: name)
      markup.add("\">")
      markup.add(text: section.title)
      markup.add("</h2>\n")
      add(section.blocks, place: .page, to: &markup)
      markup.add("</section>\n")
    }
  }

  private mutating func add(_ blocks: [ReportBlock], place: ChartPlace, to markup: inout Markup) {
    for block in blocks {
      switch block {
      case .headline(let headline): add(headline, to: &markup)
      case .figures(let figures): FigureHTML.add(figures, to: &markup)
      case .note(let note): add(note, to: &markup)
      case .paragraph(let text):
        markup.add("<p class=\"text\">")
        markup.add(text: text)
        markup.add("</p>\n")
      case .list(let items): add(items, to: &markup)
      case .links(let links): add(links, to: &markup)
      case .heading(let text):
        markup.add("<h3>")
        markup.add(text: text)
        markup.add("</h3>\n")
      case .columns(let columns):
        markup.add("<div class=\"columns\">\n")
        for column in columns {
          markup.add("<div>\n")
          add(column, place: .column, to: &markup)
          markup.add("</div>\n")
        }
        markup.add("</div>\n")
      case .charts(let charts):
        markup.add("<div class=\"multiples\">")
        for chart in charts { ChartHTML.add(chart, id: names.next("chart"), place: .column, to: &markup) }
        markup.add("</div>\n")
      case .chart(let chart):
        ChartHTML.add(chart, id: names.next("chart"), place: place, to: &markup)
        markup.add("\n")
      case .table(let table):
        var table = TableHTML(table, id: names.next("table"), section: currentSection) {
          [paths, page = report.address] address in
          paths.link(from: page, to: address)
        }
        table.add(to: &markup)
        markup.add("\n")
      }
    }
  }

  private func add(_ headline: Headline, to markup: inout Markup) {
    markup.add("<div class=\"headline\">\n<p class=\"statement\"><strong>")
    markup.add(text: headline.statement)
    markup.add("</strong>")
    if let addition = headline.addition {
      markup.add(" <span>")
      markup.add(text: addition)
      markup.add("</span>")
    }
    markup.add("</p>\n<p class=\"context\">")
    markup.add(text: headline.context)
    markup.add("</p>\n</div>\n")
  }

  private func add(_ note: ReportNote, to markup: inout Markup) {
    markup.add("<div class=\"note ")
    markup.add(text: note.kind.rawValue.lowercased())
    markup.add("\" role=\"note\"><p><strong>")
    markup.add(text: note.kind.rawValue)
    markup.add(".</strong> ")
    markup.add(sentence: note.text)
    if let link = note.link.flatMap({ paths.link($0, on: report) }) {
      markup.add(" ")
      markup.add(link)
    }
    markup.add("</p></div>\n")
  }

  private func add(_ sentences: [String], to markup: inout Markup) {
    markup.add("<ul class=\"sentences\">\n")
    for sentence in sentences {
      markup.add("<li>")
      markup.add(sentence: sentence)
      markup.add("</li>\n")
    }
    markup.add("</ul>\n")
  }

  private func add(_ links: [ReportLink], to markup: inout Markup) {
    markup.add("<ul class=\"links\">\n")
    for link in links {
      let link = paths.link(link, on: report) ?? PageLink(text: link.text)
      markup.add("<li>")
      markup.add(link)
      if !link.about.isEmpty {
        markup.add("<span class=\"about\">: ")
        markup.add(text: link.about)
        markup.add("</span>")
      }
      markup.add("</li>\n")
    }
    markup.add("</ul>\n")
  }
}

import Mustache
import Testing

@testable import Rendering

@Suite struct PageViewTests {
  private static let link = PageView.Link(text: "a", path: "b", about: "c", isCurrent: true)
  private static var views: [any MustacheParent] {
    let figure = PageView.Figure(label: "a", value: "b", isMissing: true, detail: "c", isLeading: true)
    let figures = PageView.Figures(columns: 3, hasLong: true, items: [figure])
    let headline = PageView.Headline(statement: "a", addition: "b", context: "c")
    let note = PageView.Note(kind: "a", cssClass: "b", markup: "c", link: [link])
    let list = PageView.List(items: ["a"])
    let links = PageView.Links(items: [link])
    let column = PageView.Column(blocks: [PageView.Block(heading: "a")])
    let columns = PageView.Columns(items: [column])
    let block = PageView.Block(
      headline: headline, figures: figures, note: note, paragraph: "a", list: list, links: links, heading: "b",
      columns: columns, markup: "c")
    let section = PageView.Section(id: "a", title: "b", blocks: [block])
    let caution = PageView.Caution(text: "a", link: [link])
    let page = PageView(
      documentTitle: "a", bodyClass: "b", title: "c", subtitle: "d", summary: "e", practice: "f", period: "g",
      navigation: [link], hasNavigation: true, related: [link], contents: [section], hasContents: true,
      cautions: [caution], sections: [section], footing: ["h"], closing: "i", generator: "j", style: "k", script: "l")
    return [
      page, link, section, figure, headline, note, caution, block, columns, column, figures, list, links,
    ]
  }

  @Test func `a template is given every field of a view by its name, and nothing by another`() throws {
    for view in Self.views {
      let fields = Mirror(reflecting: view).children
      #expect(!fields.isEmpty)
      for field in fields {
        let name = try #require(field.label)
        let value =
          Mirror(reflecting: field.value).displayStyle == .optional
          ? try #require(Mirror(reflecting: field.value).children.first?.value) : field.value
        let child = try #require(view.child(named: name), "\(type(of: view)) has no \(name)")
        #expect(type(of: child) == type(of: value), "\(type(of: view)) \(name)")
        #expect(String(describing: child) == String(describing: value), "\(type(of: view)) \(name)")
      }
      #expect(view.child(named: "nothing") == nil)
    }
  }

  @Test func `what a view does not have is not there for a template`() {
    let link = PageView.Link(text: "a", path: nil)
    #expect(link.child(named: "path") == nil && link.child(named: "about") == nil)
    #expect(PageView.Block(heading: "a").child(named: "note") == nil)
  }
}

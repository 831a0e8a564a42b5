import Reporting

/// What is the same on every page of a release around what is not: made once, since there are thousands of pages.
struct CodeFrame: Sendable {
  private let pieces: [String]

  /// What the template is filled with.
  private struct View {
    var generator: String
    var documentTitle: String
    var style: String
    var release: String
    var home: String?
    var main: String
  }

  /// Stands where a page's own text goes: a character that no text of ours has.
  private static let mark = "\u{F8FF}"

  /// A frame.
  ///
  /// - Parameters:
  ///   - home: where the index lies, seen from the pages; nil where there is none.
  init(templates: PageTemplates, release: String, home: String?, version: String)
    throws(TemplateError)
  {
    let view = View(
      generator: "rvubench \(version)", documentTitle: Self.mark, style: templates.style + templates.codeStyle,
      release: release, home: home, main: Self.mark)
    let page = try templates.renderCode(view)
    pieces = page.split(separator: Self.mark, omittingEmptySubsequences: false).map(String.init)
    guard pieces.count == 3 else {
      throw TemplateError(template: "code", reason: "a text of the frame has a mark in it")
    }
  }

  /// A page: a title, which is escaped here, and finished markup.
  func bytes(title: String, main: String) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(pieces.reduce(main.utf8.count + 200) { $0 + $1.utf8.count })
    page.append(contentsOf: pieces[0].utf8)
    page.append(contentsOf: HTMLText.escape(title).utf8)
    page.append(contentsOf: pieces[1].utf8)
    page.append(contentsOf: main.utf8)
    page.append(contentsOf: pieces[2].utf8)
    return page
  }
}

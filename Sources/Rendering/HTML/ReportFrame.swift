import Mustache

/// What is the same on every page around what is not: made once from the page template, since there are thousands of pages.
struct ReportFrame: Sendable {
  /// A place in the template that each page fills with markup of its own.
  enum Place: String, CaseIterable {
    /// The title of the window.
    case documentTitle
    /// The attribute by which the style knows the page; empty on ordinary pages.
    case bodyClass
    case practice, navigation, title, subtitle, period, related
    /// What the page says, in a paragraph.
    case summary
    case cautions, contents, sections, footing
    /// The last sentence of the page.
    case closing
  }

  /// What the template is filled with: the texts that all pages share, and a mark around the name of each place.
  private struct Texts: MustacheParent {
    var generator: String
    var style: String
    /// Nil for pages without one.
    var script: String?

    func child(named name: String) -> Any? {
      switch name {
      case "generator": generator
      case "style": style
      case "script": script
      case "hasScript": script != nil
      default: Place(rawValue: name).map { ReportFrame.mark + $0.rawValue + ReportFrame.mark }
      }
    }
  }

  /// Stands on both sides of a place's name: a character that no text of ours has.
  private static let mark = "\u{F8FF}"

  /// The markup before each place, and after the last one.
  private let pieces: [(markup: Markup, place: Place?)]
  /// About the bytes of a page without its sections.
  let size: Int

  /// A frame.
  ///
  /// - Parameter parts: what its pages need beside what all do; without the script none can run on them.
  init(templates: PageTemplates, generator: String, parts: PageParts) throws(TemplateError) {
    let page = try templates.renderPage(
      Texts(
        generator: generator, style: templates.style(of: parts),
        script: parts.contains(.script) ? templates.script : nil))
    let texts = page.split(separator: Self.mark, omittingEmptySubsequences: false)
    var pieces: [(markup: Markup, place: Place?)] = []
    for (index, text) in texts.enumerated() where index % 2 == 0 {
      var markup = Markup()
      markup.add(finished: String(text))
      pieces.append((markup, index + 1 < texts.count ? Place(rawValue: String(texts[index + 1])) : nil))
    }
    guard pieces.compactMap(\.place).count == Place.allCases.count, pieces.count == Place.allCases.count + 1 else {
      throw TemplateError(template: "page", reason: "it lacks a place, or a text of the frame has a mark in it")
    }
    self.pieces = pieces
    size = page.utf8.count
  }

  /// Adds a page: the frame, with each place filled.
  func add(to page: inout Markup, fill: (Place, inout Markup) -> Void) {
    for piece in pieces {
      page.add(piece.markup)
      if let place = piece.place { fill(place, &page) }
    }
  }
}

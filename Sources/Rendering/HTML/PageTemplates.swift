import Mustache

/// The templates of the pages, which are files in `Templates/` and part of the program.
struct PageTemplates {
  private let library: MustacheLibrary
  /// The style sheet of every page.
  let style: String
  /// What pages add to it that need more.
  private let stylesOfParts: [(part: PageParts, style: String)]
  /// What the pages of codes add to it.
  let codeStyle: String
  /// The search of the index of codes.
  let codeScript: String
  /// The script of pages with tables that can be sorted or searched, without which everything can be read.
  let script: String

  /// Reads the templates.
  init() throws(TemplateError) {
    MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
    var library = MustacheLibrary()
    for (name, bytes) in Self.sources {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        throw TemplateError(template: name, reason: String(describing: error))
      }
    }
    self.library = library
    style = String(decoding: PackageResources.page_css, as: UTF8.self)
    stylesOfParts = [
      (.script, String(decoding: PackageResources.script_css, as: UTF8.self)),
      (.steps, String(decoding: PackageResources.steps_css, as: UTF8.self)),
      (.sheet, String(decoding: PackageResources.sheet_css, as: UTF8.self)),
    ]
    codeStyle = String(decoding: PackageResources.code_css, as: UTF8.self)
    codeScript = String(decoding: PackageResources.code_js, as: UTF8.self)
    script = String(decoding: PackageResources.page_js, as: UTF8.self)
  }

  /// The style sheet of pages that need some parts.
  func style(of parts: PageParts) -> String {
    style + stylesOfParts.filter { parts.contains($0.part) }.map(\.style).joined()
  }

  /// Every template, by the name under which others include it.
  static let sources: [(name: String, bytes: [UInt8])] = [
    ("page", PackageResources.page_mustache), ("code", PackageResources.code_mustache),
  ]

  /// The frame of the pages of reports.
  func renderPage(_ view: some Any) throws(TemplateError) -> String { try render(view, with: "page") }

  /// The frame of the pages of codes.
  func renderCode(_ view: some Any) throws(TemplateError) -> String { try render(view, with: "code") }

  private func render(_ view: some Any, with template: String) throws(TemplateError) -> String {
    guard let text = library.render(view, withTemplate: template) else {
      throw TemplateError(template: template, reason: "it is not registered")
    }
    return text
  }
}

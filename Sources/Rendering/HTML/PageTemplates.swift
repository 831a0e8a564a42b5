import Mustache

/// The templates of the pages, which are files in `Templates/` and part of the program.
struct PageTemplates {
  private let library: MustacheLibrary
  /// The style sheet of every page.
  let style: String
  /// The script of every page, without which everything can be read.
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
    script = String(decoding: PackageResources.page_js, as: UTF8.self)
  }

  /// Every template, by the name under which others include it.
  static let sources: [(name: String, bytes: [UInt8])] = [
    ("page", PackageResources.page_mustache), ("section", PackageResources.section_mustache),
  ]

  /// A page as HTML.
  func render(_ page: PageView) throws(TemplateError) -> String {
    guard let text = library.render(page, withTemplate: "page") else {
      throw TemplateError(template: "page", reason: "it is not registered")
    }
    return text
  }
}

import MedicareFees
import ProductivityModel
import Reporting

/// The pages of many codes of a release, with lists by category and an index that searches without a network.
///
/// What is the same on all pages is made once. The same codes give the same bytes.
public struct CodeBook: Sendable {
  private let pages: CodePageHTML
  private let lists: CodeListHTML

  /// A book of some codes.
  ///
  /// - Parameters:
  ///   - codes: the codes that have pages; there are links to no others.
  ///   - version: the program's version, named on every page.
  /// - Throws: ``TemplateError`` where a built-in template cannot be read, which tests rule out.
  public init(
    codes: Set<ProcedureCode>, release: ReleaseInfo, localities: LocalityTable?, version: String
  ) throws(TemplateError) {
    let templates = try PageTemplates()
    func frame(_ home: String?) throws(TemplateError) -> CodeFrame {
      try CodeFrame(templates: templates, release: release.release, home: home, version: version)
    }
    pages = CodePageHTML(frame: try frame("../index.html"), links: CodeLinks(codes: codes), localities: localities)
    lists = CodeListHTML(
      indexFrame: try frame(nil), listFrame: try frame("../index.html"), release: release, script: templates.codeScript)
  }

  /// The page of a code.
  public func file(of page: CodePage) -> RenderedFile {
    RenderedFile(path: CodeLinks.path(of: page.facts.code), bytes: pages.bytes(of: page))
  }

  /// The index and the lists by category.
  ///
  /// - Parameter entries: one a code.
  public func lists(of entries: [CodeEntry]) -> [RenderedFile] { lists.files(of: entries.sorted { $0.code < $1.code }) }
}

import MedicareFees
import Reporting

/// The forms of a code's page.
public enum CodePageFormat: String, CaseIterable, Sendable {
  /// For people, at a terminal.
  case text
  /// For programs.
  case json
  /// For people, in a browser; one file with all that it needs.
  case html
  /// For documents and wikis.
  case markdown
}

/// Renders the page of one code, to stand alone.
///
/// The same page gives the same bytes.
///
/// - Parameter version: the program's version, named on the page.
/// - Throws: ``TemplateError`` where a built-in template cannot be read, which tests rule out.
public func renderCodePage(
  _ page: CodePage, as format: CodePageFormat, version: String
) throws(TemplateError) -> [UInt8] {
  switch format {
  case .text: return Array(CodePageText(page).text.utf8)
  case .json: return Array(CodePageJSON(page).text.utf8)
  case .markdown: return Array(CodePageMarkdown(page).text.utf8)
  case .html:
    let localities = page.localities.map { LocalityTable($0.rows.map(\.locality)) }
    let frame = try CodeFrame(
      templates: try PageTemplates(), release: page.facts.release.release, home: nil, version: version)
    return CodePageHTML(frame: frame, links: .none, localities: localities).bytes(of: page)
  }
}

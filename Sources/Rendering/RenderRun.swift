import Reporting

/// Renders a run's reports to files.
///
/// The same results give the same bytes. Data files and `report.json` do not depend on which reports are chosen.
///
/// - Parameters:
///   - results: what the run found out.
///   - reports: the pages to make; an index page is always made with them.
///   - formats: the forms to make them in.
///   - version: the program's version, named on every page.
/// - Returns: the files, sorted by path.
/// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out.
public func renderRun(
  _ results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String
) throws(TemplateError) -> [RenderedFile] {
  []
}

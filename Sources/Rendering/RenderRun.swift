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
///   - otherDataFiles: the paths of data files that are written elsewhere, so that the index lists them too.
/// - Returns: the files, sorted by path.
/// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out; ``WorkbookFailure`` where
///   there is no room to put a workbook together.
public func renderRun(
  _ results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String,
  otherDataFiles: [String] = []
) throws -> [RenderedFile] {
  var files: [RenderedFile] = []
  if formats.contains(.csv) {
    files += DataTable.all(of: results).map {
      RenderedFile(path: CSVData.path(of: $0.name), bytes: CSVData.bytes(of: $0))
    }
  }
  if formats.contains(.json) {
    files.append(RenderedFile(path: "report.json", bytes: JSONReport.bytes(of: results, version: version)))
  }
  if formats.contains(.xlsx) {
    let showsPay = reports.contains(where: \.showsPay)
    files.append(
      RenderedFile(
        path: WorkbookReport.path, bytes: try WorkbookReport.bytes(of: results, showsPay: showsPay, version: version)))
  }
  if formats.contains(.html) {
    let dataFiles = (files.map(\.path) + otherDataFiles).sorted()
    let pages =
      [IndexReport.report(of: results, kinds: reports, dataFiles: dataFiles)]
      + ReportKind.allCases.filter(reports.contains).flatMap { $0.report.reports(of: results) }
    let addresses = Set(pages.map(\.address)).union(dataFiles.map(ReportAddress.dataFile))
    let paths = PagePaths(of: results, pages: addresses)
    let html = ReportHTML(templates: try PageTemplates(), paths: paths, version: version)
    for page in pages {
      files.append(RenderedFile(path: paths.path(of: page.address) + ".html", bytes: try html.bytes(of: page)))
    }
  }
  return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

import Reporting
import Threads

/// Renders a run's reports to files, and hands them out one at a time, so that no more than a few are held at once.
///
/// The same results give the same bytes, in the same order, however many cores there are. Data files and `report.json` do not depend
/// on which reports are chosen.
///
/// - Parameters:
///   - results: what the run found out.
///   - reports: the pages to make; an index page is made with them, but in the edition of one clinician.
///   - formats: the forms to make them in.
///   - version: the program's version, named on every page.
///   - paper: what PDF is made for.
///   - otherDataFiles: the paths of data files that are written elsewhere, so that the index lists them too.
///   - handOut: takes each file, on the thread of the caller; a large one in parts, one after the other.
/// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out; ``PDFFailure`` where the system's
///   library cannot make a PDF; ``WorkbookFailure`` where there is no room to put a workbook together; what `handOut` throws.
public func renderRun(
  _ results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String,
  paper: PaperSize = .letter, otherDataFiles: [String] = [], handOut: (RenderedFile) throws -> Void
) throws {
  var dataFiles = otherDataFiles
  if formats.contains(.csv) {
    // An edition lacks tables, which it must not pretend to be empty.
    let tables = DataTable.all(of: results).filter { results.recipient == nil || !$0.rows.isEmpty }
    dataFiles += tables.map { CSVData.path(of: $0.name) }
    try render(tables, handOut: handOut)
  }
  if formats.contains(.json) {
    dataFiles.append("report.json")
    try handOut(RenderedFile(path: "report.json", bytes: JSONReport.bytes(of: results, version: version)))
  }
  if formats.contains(.xlsx) {
    for workbook in WorkbookReport.all(of: results, showsPay: reports.contains(where: \.showsPay)) {
      dataFiles.append(workbook.path)
      try handOut(RenderedFile(path: workbook.path, bytes: try workbook.bytes(of: results, version: version)))
    }
  }
  guard formats.contains(.html) || formats.contains(.pdf) else { return }
  let pages = try RunPages(
    results, reports: reports, formats: formats, version: version, paper: paper, dataFiles: dataFiles.sorted())
  try pages.render(handOut: handOut)
}

/// Renders a run's reports to files, sorted by path.
public func renderRun(
  _ results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String,
  paper: PaperSize = .letter, otherDataFiles: [String] = []
) throws -> [RenderedFile] {
  var files: [RenderedFile] = []
  try renderRun(
    results, reports: reports, formats: formats, version: version, paper: paper,
    otherDataFiles: otherDataFiles
  ) { file in
    if file.isContinuation {
      files[files.count - 1].bytes += file.bytes
    } else {
      files.append(file)
    }
  }
  return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

/// Renders data tables in their order, some pieces on each thread ahead, since a table may be larger than what can be held.
private func render(_ tables: [DataTable], handOut: (RenderedFile) throws -> Void) throws {
  let pieces = tables.flatMap(CSVData.pieces)
  try InOrder.perform(pieces.count, ahead: 4) { place in
    let piece = pieces[place]
    return RenderedFile(
      path: CSVData.path(of: piece.table.name), bytes: piece.bytes, isContinuation: piece.isContinuation)
  } giveOut: {
    try handOut($0)
  }
}

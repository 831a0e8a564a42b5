import Reporting
import Threads

/// Renders a run's reports to files, each of which is taken as soon as it is made, so that no more than a few are held at once.
///
/// The same results give the same files, however many cores there are. Data files and `report.json` do not depend
/// on which reports are chosen.
///
/// - Parameters:
///   - results: what the run found out.
///   - reports: the pages to make; an index page is made with them, but in the edition of one clinician.
///   - formats: the forms to make them in.
///   - version: the program's version, named on every page.
///   - paper: what PDF is made for.
///   - otherDataFiles: the paths of data files that are written elsewhere, so that the index lists them too.
///   - receiver: takes the files.
/// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out; ``PDFFailure`` where the system's
///   library cannot make a PDF; ``WorkbookFailure`` where there is no room to put a workbook together; what the receiver throws.
public func renderRun(
  _ results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String,
  paper: PaperSize = .letter, otherDataFiles: [String] = [], to receiver: some FileReceiver
) throws {
  var dataFiles = otherDataFiles
  if formats.contains(.csv) {
    // An edition lacks tables, which it must not pretend to be empty.
    let tables = DataTable.all(of: results).filter { results.recipient == nil || !$0.rows.isEmpty }
    dataFiles += tables.map { CSVData.path(of: $0.name) }
    try render(tables, to: receiver)
  }
  if formats.contains(.json) {
    dataFiles.append("report.json")
    try receiver.take(RenderedFile(path: "report.json", bytes: JSONReport.bytes(of: results, version: version)))
  }
  if formats.contains(.xlsx) {
    for workbook in WorkbookReport.all(of: results, showsPay: reports.contains(where: \.showsPay)) {
      dataFiles.append(workbook.path)
      try receiver.take(RenderedFile(path: workbook.path, bytes: try workbook.bytes(of: results, version: version)))
    }
  }
  guard formats.contains(.html) || formats.contains(.pdf) else { return }
  let pages = try RunPages(
    results, reports: reports, formats: formats, version: version, paper: paper, dataFiles: dataFiles.sorted())
  try pages.render(to: receiver)
}

/// Renders a run's reports to files, sorted by path.
public func renderRun(
  _ results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String,
  paper: PaperSize = .letter, otherDataFiles: [String] = []
) throws -> [RenderedFile] {
  let collected = CollectedFiles()
  try renderRun(
    results, reports: reports, formats: formats, version: version, paper: paper, otherDataFiles: otherDataFiles,
    to: collected)
  return collected.files
}

/// Renders data tables in their order, some pieces on each thread ahead, since a table may be larger than what can be held.
private func render(_ tables: [DataTable], to receiver: some FileReceiver) throws {
  let pieces = tables.flatMap(CSVData.pieces)
  try InOrder.perform(pieces.count, ahead: 4) { place in
    let piece = pieces[place]
    return RenderedFile(
      path: CSVData.path(of: piece.table.name), bytes: piece.bytes, isContinuation: piece.isContinuation)
  } giveOut: {
    try receiver.take(part: $0)
  }
}

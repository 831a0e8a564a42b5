import ProductivityModel
import Reporting

/// Renders an edition for each clinician: a folder that holds only what that clinician may have. Beside the folders, in none of them, is a
/// list of whose each is, for whoever sends them.
///
/// One is made after the other, so that a large practice needs no more memory than a small one.
///
/// - Parameters:
///   - reports: what the job asks for; an edition has the scorecard and the clinician's page, and the statement where it is named.
///   - receiver: takes the files, with their paths in the output folder: `recipients/c001/scorecard/c001.html`.
/// - Throws: what ``renderRun(_:reports:formats:version:otherDataFiles:)`` and the receiver throw.
public func renderEditions(
  of results: RunResults, reports: Set<ReportKind>, formats: Set<ReportFormat>, version: String,
  paper: PaperSize = .letter, to receiver: some FileReceiver
) throws {
  let showsPay = reports.contains(.statement)
  let kinds: Set<ReportKind> = showsPay ? [.scorecard, .clinician, .statement] : [.scorecard, .clinician]
  var files: [RecipientList.Row] = []
  for (id, folder) in RecipientList.folders(of: results) {
    guard let edition = results.edition(for: id, showsPay: showsPay) else { continue }
    files.append(RecipientList.Row(edition, id: id, folder: folder))
    try renderRun(
      edition, reports: kinds, formats: formats, version: version, paper: paper,
      to: FolderOfReceiver(receiver: receiver, folder: "recipients/\(folder)/"))
  }
  try receiver.take(RecipientList.file(of: files))
}

import Ingest
import Publishing
import Rendering
import Reporting

/// A restatement as files of a run's output.
enum RestatementFiles {
  /// The files in some formats: what follows their name, and their bytes.
  ///
  /// - Throws: `OutputFailure` where a page cannot be made.
  static func all(
    _ outcome: RestatementRun.Outcome, formats: [String], job: Job, version: String
  ) throws -> [(name: String, bytes: [UInt8])] {
    let (restatement, cautions) = (outcome.restatement, outcome.cautions)
    var files: [(String, [UInt8])] = []
    for format in formats.compactMap(ReportFormat.init(rawValue:)) {
      switch format {
      case .html:
        files.append((".html", try RestatementOutput.html(restatement, cautions: cautions, version: version)))
      case .pdf:
        let paper = PaperSize(rawValue: job.paper.rawValue) ?? .letter
        do {
          files.append(
            (".pdf", try RestatementOutput.pdf(restatement, cautions: cautions, version: version, paper: paper)))
        } catch {
          throw OutputFailure("restatement", "cannot be made as PDF: \(error)")
        }
      case .csv:
        files.append(("_lines.csv", RestatementOutput.csv(linesOf: restatement)))
        files.append(("_months.csv", RestatementOutput.csv(monthsOf: restatement)))
      case .json: files.append((".json", Array(RestatementOutput.json(restatement, cautions: cautions).utf8)))
      case .xlsx: break
      }
    }
    return files
  }
}

import ProductivityModel
import Publishing
import Rendering
import Tabular

/// Writes `rejects.csv`: a row for each record that cannot be understood, as it is met.
final class RejectFile {
  static let path = "data/rejects.csv"
  private let file: StagedFile
  private var writer = DelimitedWriter()

  init(_ output: StagedOutput) throws(OutputFailure) {
    file = try output.open(Self.path)
    writer.record(["file", "line", "column", "problem", "severity", "message", "hint"])
  }

  func add(_ finding: Finding) throws(OutputFailure) {
    writer.record([
      FormulaGuard.harmless(finding.position?.file ?? ""), finding.position?.line.map(String.init) ?? "",
      finding.position?.column.map(String.init) ?? "", finding.problem.rawValue, finding.severity.rawValue,
      finding.message, finding.hint ?? "",
    ])
    if writer.bytes.count > 1 << 16 { try file.append(writer.drain()) }
  }

  func close() throws(OutputFailure) {
    try file.append(writer.drain())
    try file.close()
  }
}

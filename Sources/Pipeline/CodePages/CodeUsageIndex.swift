import Ingest
import ProductivityModel
import Reporting

/// Who uses each code, from a practice's own logs or from a public-use file.
public struct CodeUsageIndex: Sendable {
  /// The use of codes that a file tells: a job, whose logs are read as `run` reads them, or a public-use file of CMS.
  ///
  /// - Parameter path: a job where it ends in `.yaml` or `.yml`.
  /// - Throws: `InputFailure` where a file cannot be used, `OutputFailure` where a temporary file cannot be written.
  public init(file path: String, dataFolder: String, progress: Progress? = nil) throws {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      self = try PracticeUsage.index(
        of: try RunInputs(job: path, dataFolder: dataFolder), progress: progress)
    } else {
      self.init(try PublicUseFile.read(path), name: String(path.split(separator: "/").last ?? ""))
    }
  }

  /// The use of codes in a public-use file.
  ///
  /// - Parameter name: the file's name, without a path.
  init(_ file: PublicUseFile, name: String) {
    var basis =
      "Services from \(name), CMS's Medicare Physician & Other Practitioners by provider and service"
      + (file.year.map { ", \($0)" } ?? "")
      + ": Medicare fee-for-service only, without codes that a clinician gave ten "
      + "patients or fewer."
    if file.notUnderstood > 0 {
      basis += " \(CountWording.sentence(CountWording.count(file.notUnderstood, "row"))) could not be understood."
    }
    self.init(
      rows: file.rows, basis: basis,
      inputs: [InputFile(role: "code usage", path: name, size: file.size, sha256: file.sha256)])
  }

  /// The files it was counted from.
  let inputs: [InputFile]
  /// Where the counts come from, in a sentence.
  let basis: String
  private let rows: [ProcedureCode: [CodeUsage.Row]]

  init(rows: [ProcedureCode: [CodeUsage.Row]], basis: String, inputs: [InputFile]) {
    self.rows = rows
    self.basis = basis
    self.inputs = inputs
  }

  /// The use of a code; nil where nobody uses it.
  public subscript(code: ProcedureCode) -> CodeUsage? { rows[code].map { CodeUsage(rows: $0, basis: basis) } }
}

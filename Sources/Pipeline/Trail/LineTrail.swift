import Ingest
import Publishing
import Tabular
import Threads

/// Writes every line's credit and the steps that led to it: `credits.csv` and `adjustments.csv`.
///
/// Rows are made by the threads that credit, and leave by clinician id, then file and line: the files are the same for any number of
/// threads and partitions.
struct LineTrail {
  /// One of the two.
  enum File: CaseIterable {
    case credits, adjustments

    var path: String {
      switch self {
      case .credits: "data/credits.csv"
      case .adjustments: "data/adjustments.csv"
      }
    }

    var columns: [String] {
      switch self {
      case .credits:
        [
          "file", "line", "clinician_id", "service_date", "code", "modifiers", "units", "fate", "release", "work_rvu",
          "pay_factor", "pay_credit", "benchmark_release", "benchmark_work_rvu", "benchmark_factor", "benchmark_credit",
          "asa_units",
        ]
      case .adjustments: ["file", "line", "ledger", "order", "rule", "factor", "reason", "citation"]
      }
    }
  }

  private let explainer: LineExplainer
  /// The rows of each thread.
  let threads: [TrailRows]
  /// How much is written at once.
  private static let piece = 1 << 18

  init(_ explainer: LineExplainer, threads: Int) {
    self.explainer = explainer
    self.threads = (0..<threads).map { _ in TrailRows(explainer) }
  }

  /// Writes both files.
  ///
  /// - Returns: what a manifest says of them.
  /// - Throws: `OutputFailure` where they cannot be written.
  func write(to output: StagedOutput) throws(OutputFailure) -> [ManifestOutput] {
    var parts: [OrderedPart] = []
    for rows in threads {
      for part in rows.parts {
        parts.append(
          OrderedPart(id: explainer.clinicianID(part.clinician), number: parts.count, part: part, rows: rows))
      }
    }
    parts.sort { $0.id != $1.id ? $0.id < $1.id : $0.number < $1.number }
    let files = File.allCases
    var written = [Result<ManifestOutput, OutputFailure>?](repeating: nil, count: files.count)
    written.withUnsafeMutableBufferPointer { written in
      Workers.perform(files.count, threads: Workers.count) { place, _ in
        written[place] = Result { () throws(OutputFailure) in try write(files[place], parts, to: output) }
      }
    }
    var outputs: [ManifestOutput] = []
    for case let file? in written { outputs.append(try file.get()) }
    return outputs
  }

  /// Some lines of a clinician, who is with one thread.
  private struct OrderedPart {
    let id: String
    let number: Int
    let part: TrailRows.Part
    let rows: TrailRows
  }

  private func write(
    _ file: File, _ parts: [OrderedPart], to output: StagedOutput
  ) throws(OutputFailure) -> ManifestOutput {
    let staged = try output.open(file.path)
    var header = DelimitedWriter()
    header.record(file.columns)
    var text = header.bytes
    var hash = ContentHash()
    var size = 0
    func putAway() throws(OutputFailure) {
      try staged.append(text)
      hash.add(text[...])
      size += text.count
      text.removeAll(keepingCapacity: true)
    }
    for part in parts {
      try part.rows.add(part.part, of: file, to: &text)
      if text.count >= Self.piece { try putAway() }
    }
    try putAway()
    try staged.close()
    return ManifestOutput(path: file.path, size: UInt64(size), sha256: hash.text())
  }
}

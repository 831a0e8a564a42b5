import FoundationEssentials
import Ingest
import ProductivityModel
import Publishing
import Reporting

/// What a run was made from and what it made: `manifest.json`, by which any of its outputs can be checked.
struct Manifest: Encodable {
  private let program = "rvubench"
  private let version: String
  private let practice: String
  private let period_start: String
  private let period_end: String
  private let as_of: String
  private let job_sha256: String
  private let pay_policy: String
  private let benchmark_policy: String
  private let releases: [String]
  private let inputs: [ManifestInput]
  private var outputs: [ManifestOutput] = []

  init(_ results: RunResults, _ inputs: RunInputs, version: String) {
    self.version = version
    practice = results.practice
    period_start = results.period.first.description
    period_end = results.period.last.description
    as_of = results.period.last.description
    job_sha256 = inputs.job.sha256
    pay_policy = results.payPolicy.name
    benchmark_policy = results.benchmarkPolicy.name
    releases = results.releases.map(\.release)
    self.inputs = results.inputs.map(ManifestInput.init)
  }

  /// The manifest as JSON.
  ///
  /// - Parameters:
  ///   - rendered: the outputs of which size and hash were noted as they were written.
  ///   - others: the paths of those that were written a record at a time, and are read back from the folder.
  /// - Throws: `InputFailure` where an output cannot be read back.
  func bytes(rendered: [ManifestOutput], others: [String], in folder: String) throws -> [UInt8] {
    var copy = self
    copy.outputs = try (rendered + Self.outputs(others, in: folder)).sorted { $0.path < $1.path }
    return try copy.bytes()
  }

  /// Outputs with their sizes and hashes, as they are on disk.
  private static func outputs(_ paths: [String], in folder: String) throws -> [ManifestOutput] {
    try InputPlace.ofOwnFiles {
      try paths.map { path in
        let (size, sha256) = try FileSource.digest("\(folder)/\(path)")
        return ManifestOutput(path: path, size: size, sha256: sha256)
      }
    }
  }
}

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

  /// The manifest as JSON, with the hashes of the outputs as they are on disk.
  ///
  /// - Throws: `InputFailure` where an output cannot be read back.
  func bytes(outputs paths: [String], in folder: String) throws -> [UInt8] {
    var copy = self
    for path in paths {
      let (size, sha256) = try InputPlace.ofOwnFiles { try FileSource.digest("\(folder)/\(path)") }
      copy.outputs.append(ManifestOutput(path: path, size: size, sha256: sha256))
    }
    return try copy.bytes()
  }
}

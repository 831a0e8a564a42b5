import FoundationEssentials
import Ingest
import ProductivityModel
import Publishing
import Reporting
import Threads

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
    let groups = stride(from: 0, to: paths.count, by: Self.filesAtOnce).map {
      paths[$0..<min($0 + Self.filesAtOnce, paths.count)]
    }
    for outputs in Workers.map(groups, { paths in Result { try Self.outputs(paths, in: folder) } }) {
      copy.outputs += try outputs.get()
    }
    return try copy.bytes()
  }

  /// How many files a thread reads back before it looks for more: a run of a large practice has thousands.
  private static let filesAtOnce = 32

  /// Outputs with their sizes and hashes.
  private static func outputs(_ paths: ArraySlice<String>, in folder: String) throws -> [ManifestOutput] {
    try InputPlace.ofOwnFiles {
      // One for all of them: to clear a place of this size costs about as much as to read most files.
      var piece = [UInt8](repeating: 0, count: 1 << 20)
      return try paths.map { path in
        let file = try FileSource("\(folder)/\(path)")
        while try piece.withUnsafeMutableBytes({ try file.read(into: $0) }) > 0 {}
        return ManifestOutput(path: path, size: file.size, sha256: file.sha256())
      }
    }
  }
}

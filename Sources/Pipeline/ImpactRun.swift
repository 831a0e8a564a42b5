import Ingest
import Publishing
import Reporting

/// Credits the lines of a job twice: under two fee schedules, or two policies.
///
/// The two sides are the two ledgers of a run, so every rule of a run holds for both.
public enum ImpactRun {
  /// What is compared.
  public struct Comparison: Sendable {
    /// The releases; nil where each line's own values it on both sides.
    public var releases: (from: String, to: String)?
    /// The policies, by name or path; nil for the job's pay policy on both sides.
    public var policies: (from: String, to: String)?
    /// Whether payments are those of qualifying participants in an alternative payment model.
    public var qualifying = false

    /// A comparison.
    public init(
      releases: (from: String, to: String)?, policies: (from: String, to: String)?, qualifying: Bool = false
    ) {
      self.releases = releases
      self.policies = policies
      self.qualifying = qualifying
    }
  }

  /// The impact on a job's lines.
  ///
  /// - Throws: `InputFailure` where an input cannot be used, `OutputFailure` where a temporary file cannot be written.
  public static func impact(
    on job: RunInputs, of comparison: Comparison, progress: Progress? = nil
  ) throws -> Impact {
    let inputs = try job.comparing(comparison.policies, comparison.releases)
    var pass = LogPass(memory: Run.memory)
    let ids = pass.enter(inputs.rosterOfAllTimes)
    let directories = inputs.directories
    for log in inputs.logs {
      try pass.read(log, clinicians: directories[log.closing], needs: inputs.needs, rejects: nil, progress: progress)
    }
    let rulings = try pass.rulings()
    return try ImpactCrediting(job, comparison, &pass, ids, rulings: rulings, keepsLines: false).result
  }
}

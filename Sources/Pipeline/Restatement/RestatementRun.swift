import Ingest
import ProductivityModel
import Publishing
import Reporting

/// Runs a job for the days of an earlier run of it, and tells what changed since.
public enum RestatementRun {
  /// A restatement, and what is to be known of the run that it is made with.
  public struct Outcome: Sendable {
    /// What changed.
    public var restatement: Restatement
    /// Sentences that every page of the run carries.
    public var cautions: [String]
    /// What was found in the inputs.
    public var findings: [Finding]
  }

  /// The overrides under which a job counts the days of an earlier run: its own period, where that starts on the same day, so
  /// that a year stays a year.
  public static func overrides(of job: RunInputs, for earlier: RecordedRun) -> RunInputs.Overrides {
    let isOwn = job.job.period.first == earlier.period.first && job.job.period.contains(earlier.period.last)
    return RunInputs.Overrides(period: isOwn ? nil : earlier.period, asOf: earlier.period.last)
  }

  /// What changed since an earlier run.
  ///
  /// - Parameters:
  ///   - inputs: the job, for the days of the earlier run: see ``overrides(of:for:)``.
  ///   - folder: where the earlier run is, for messages.
  ///   - period: the days of which lines and months are told, in whole months; nil for all.
  /// - Throws: `InputFailure` where the two are not runs of one job, or the run cannot be made, `OutputFailure` where a
  ///   temporary file cannot be written.
  public static func restate(
    _ inputs: RunInputs, against earlier: RecordedRun, in folder: String, period: DayRange?, version: String,
    progress: Progress? = nil
  ) throws -> Outcome {
    try check(inputs, earlier, folder, period)
    let place = try TemporaryPlace()
    let output = try StagedOutput(replacing: "\(place.path)/run")
    let outcome = try Run.execute(inputs.recording(), output: output, version: version, progress: progress)
    let later = try RecordedFolder.read("\(place.path)/run")
    return Outcome(
      restatement: Restatement(from: earlier, to: later, period: period ?? later.period),
      cautions: outcome.results.cautions, findings: outcome.results.findings)
  }

  private static func check(
    _ inputs: RunInputs, _ earlier: RecordedRun, _ folder: String, _ period: DayRange?
  ) throws(InputFailure) {
    let manifest = "\(folder)/manifest.json"
    guard earlier.practice == inputs.job.practice else {
      throw InputFailure(
        manifest, "is of a run for another practice than the job's",
        hint: "name the output folder of an earlier run of this job", isUsage: true)
    }
    let (own, theirs) = (RunInputs.name(inputs.job.path), earlier.inputs.first { $0.role == "job" }?.path)
    guard own == theirs else {
      throw InputFailure(
        manifest, "is of a run of the job \(theirs ?? "without a name"), not of \(own)",
        hint: "name the output folder of an earlier run of this job", isUsage: true)
    }
    guard inputs.period == earlier.period else {
      throw InputFailure(
        inputs.job.path, "cannot count the days of the earlier run, \(earlier.period), but \(inputs.period)",
        hint: "give the job a period that starts where the earlier run's does", isUsage: true)
    }
    guard let period else { return }
    let months = earlier.period.months.map(\.days)
    guard months.contains(where: { $0.first == period.first }), months.contains(where: { $0.last == period.last })
    else {
      throw InputFailure(
        inputs.job.path,
        "--period \(period) is not of whole months within \(earlier.period), the days of the earlier run",
        hint:
          "name a month such as \(earlier.period.months.first?.month.description ?? "2026-01"), or leave --period out",
        isUsage: true)
    }
  }
}

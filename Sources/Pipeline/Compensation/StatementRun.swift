import Compensation
import Ingest
import ProductivityModel
import Publishing
import Reporting

/// The statement of one clinician of a job.
public enum StatementRun {
  /// A run's results with the clinician asked for.
  public struct Outcome: Sendable {
    /// The results of the whole run.
    public var results: RunResults
    /// The clinician, with only the periods asked for.
    public var clinician: CompensationResults.Clinician
  }

  /// Runs a job and gives a clinician's statement.
  ///
  /// - Parameters:
  ///   - id: the clinician's id.
  ///   - shown: only measurement periods with a day in it; nil for all. Whatever is shown, the whole period of the job counts.
  /// - Throws: `InputFailure` where the job has no plans or nobody has the id, and what a run throws.
  public static func statement(
    of id: String, in inputs: RunInputs, showing shown: DayRange? = nil, version: String, progress: Progress? = nil
  ) throws -> Outcome {
    guard inputs.compensation != nil else {
      throw InputFailure(
        inputs.job.path, "the job has no compensation plans", hint: "add compensation: {plans: plans.yaml}",
        isUsage: true)
    }
    let results = try Run.execute(inputs, version: version, progress: progress).results
    let clinicians = results.compensation?.clinicians ?? []
    guard var clinician = clinicians.first(where: { $0.id == id }) else {
      let known = clinicians.map(\.id).sorted()
      throw InputFailure(
        inputs.job.path, "nobody with the id \(id) has a plan in \(inputs.period)",
        hint: SpellingSuggestion.nearest(to: id, in: known).map { "did you mean \($0)?" }
          ?? "the ids are: \(known.prefix(30).joined(separator: ", "))", isUsage: true)
    }
    if let shown {
      for index in clinician.statements.indices {
        clinician.statements[index].periods.removeAll { $0.days.intersection(shown) == nil }
      }
      clinician.statements.removeAll { $0.periods.isEmpty }
      guard !clinician.statements.isEmpty else {
        throw InputFailure(
          inputs.job.path, "no measurement period of clinician \(id) has a day of \(shown)",
          hint: "the job counts \(inputs.period)", isUsage: true)
      }
    }
    return Outcome(results: results, clinician: clinician)
  }
}

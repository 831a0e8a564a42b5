import Ingest
import ProductivityModel
import Publishing
import Rendering
import Reporting

extension Run {
  /// Tells what the inputs of today would make of closed days, and writes a restatement of those that would come to something
  /// else.
  ///
  /// - Returns: the files that were written.
  /// - Throws: as ``execute(_:output:version:recorder:progress:)``.
  static func compareClosed(
    _ inputs: RunInputs, _ results: inout RunResults, output: StagedOutput?, version: String, progress: Progress?,
    memory: Int
  ) throws -> [String] {
    guard !inputs.closed.isEmpty, inputs.comparesClosed else { return [] }
    progress?.report("comparing closed periods")
    let open = try execute(inputs.reopened(), output: nil, version: version, progress: nil, memory: memory).results
    let comparison = try ClosedComparison(results, with: open, inputs.closed)
    var findings = FindingCollector()
    for finding in results.findings + comparison.findings { findings.add(finding) }
    results.findings = findings.sorted
    guard let output else { return [] }
    var written: [String] = []
    for period in comparison.differing {
      let outcome = try RestatementRun.restate(period, inputs, version: version)
      for (name, bytes) in try RestatementFiles.all(
        outcome, formats: inputs.job.formats, job: inputs.job, version: version)
      {
        let path = "\(ClosedComparison.folder)/\(ClosedComparison.name(period))\(name)"
        try output.write(path, bytes)
        written.append(path)
      }
    }
    return written
  }
}

extension RestatementRun {
  /// What the inputs of today make of closed days, with other closed days as they were closed.
  fileprivate static func restate(_ period: ClosedDays, _ inputs: RunInputs, version: String) throws -> Outcome {
    let folder = try period.record()
    let earlier = try RecordedFolder.read(folder)
    let others = inputs.closed.filter { $0.closing != period.closing }
    // The job is not read again: its logs may have come through the standard input or an inbox.
    let own = try inputs.reopened().counting(earlier.period).keeping(others)
    return try restate(own, against: earlier, in: folder, period: period.days, version: version)
  }
}

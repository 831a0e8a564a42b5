import Publishing
import Reporting

/// Keeps a record of a run, made when its output is whole and about to take its place.
public protocol RunRecorder {
  /// Puts an output in its place, and records the run so that the record and the place agree whatever happens between.
  ///
  /// - Parameter version: the program's version.
  /// - Returns: the run's number in the record.
  /// - Throws: where either cannot be done; the earlier output is then still in its place, or the error says that it is not.
  func publish(_ output: StagedOutput, _ results: RunResults, _ inputs: RunInputs, version: String) throws -> Int64
}

import Benchmarking
import ProductivityModel
import Tabular

/// The people of a cohort from tables with a header, one row a person, with what became of every row.
///
/// A row that cannot be read is a finding with its place, and the others go on. Groups are told apart by the text of their
/// columns, without regard to case or blanks around it.
///
/// - Complexity: O(n) memory in the rows that are used: some 20 bytes each.
public struct CohortTable: Sendable {
  /// The people by group, in no particular order.
  public var groups: [CohortGroup] { people.groups }
  /// What became of the rows.
  public var account: CohortAccount { people.account }
  /// What is wrong with rows, each with its place.
  public var findings: [Finding] { people.findings }
  /// The greatest year of a column `period_end`, where every table has one; it tells when the work was done.
  public var year: Int? { people.year }
  /// The files, with their sizes and checksums.
  public private(set) var inputs: [(path: String, size: UInt64, sha256: String)] = []
  private var people: CohortRows

  /// Reads tables.
  ///
  /// - Throws: ``InputFailure`` where a file cannot be read or lacks a column.
  public init(_ paths: [String], columns: CohortColumns) throws(InputFailure) {
    people = CohortRows(columns)
    for path in paths {
      let source = try FileSource(path)
      try TableOpening.read(source, file: path, into: &people)
      inputs.append((path, source.size, source.sha256()))
    }
  }
}

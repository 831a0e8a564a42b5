import Crediting
import ProductivityModel

/// Reads policy assignments: which clinician or plan has which policy in the pay ledger, and when.
public enum PolicyAssignmentReader {
  private static let columns = ["clinician_id", "plan", "policy", "start", "end"]

  /// Reads assignments and what identifies their file.
  ///
  /// - Throws: ``InputFailure`` with the place of the first thing that is wrong: what people are paid depends on it.
  public static func read(
    _ path: String, shownAs file: String
  ) throws(InputFailure) -> (assignments: PolicyAssignments, input: (path: String, size: UInt64, sha256: String)) {
    let table = try HeaderedTable(path, shownAs: file, requiring: ["policy"], known: columns)
    var rows: [PolicyAssignments.Row] = []
    for row in table.rows {
      guard let policy = row["policy"] else {
        throw row.failure("policy", "policy is blank", "name a built-in policy or the path of one")
      }
      let subject: PolicyAssignments.Subject
      switch (row["clinician_id"], row["plan"]) {
      case (let clinician?, nil): subject = .clinician(clinician)
      case (nil, let plan?): subject = .plan(plan)
      case (nil, nil): subject = .everyone
      case (_?, _?):
        throw row.failure(
          "plan", "the row names both a clinician and a plan", "write a row for each; a clinician's goes first")
      }
      let (start, end) = try row.days()
      let new = PolicyAssignments.Row(
        subject: subject, policy: policy, start: start, end: end,
        position: SourcePosition(file: file, line: row.line))
      if let earlier = rows.first(where: { $0.subject == new.subject && $0.overlaps(new) }) {
        throw row.failure(
          "start", "the row holds on days on which line \(earlier.position.line ?? 0) holds for the same subject",
          "end one row before the next starts")
      }
      rows.append(new)
    }
    return (PolicyAssignments(rows), (file, table.size, table.sha256))
  }
}
